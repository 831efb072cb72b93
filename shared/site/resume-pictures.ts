import type { Resume } from "../resume.ts";

type Project = NonNullable<Resume["projects"]>[number];

const isOutside = (address: unknown): address is string =>
  typeof address === "string" && /^https:\/\//i.test(address);

/** A photo may also stand in the résumé itself; then it is too large for every page that shows it. */
const isPhotoOutside = (address: unknown): address is string =>
  isOutside(address) || (typeof address === "string" && /^data:image\//i.test(address));

/** Templates that show pictures of projects read these keys, which the standard doesn't know. */
const imagesOf = ({ images }: Project): readonly unknown[] => (Array.isArray(images) ? images : []);

/** Addresses of pictures that a résumé shows and that aren't files of its site, each once. */
export function picturesOutside({ basics, projects = [] }: Resume): readonly string[] {
  const found = [
    ...[basics?.image].filter(isPhotoOutside),
    ...projects.flatMap((one) => [one["image"], ...imagesOf(one)]).filter(isOutside),
  ];
  return [...new Set(found)];
}

/** The résumé with other addresses for its pictures. @param taken from the old to the new */
export function withPictures(resume: Resume, taken: ReadonlyMap<string, string>): Resume {
  const swap = <T>(address: T): T | string =>
    typeof address === "string" ? (taken.get(address) ?? address) : address;
  const { basics, projects } = resume;
  return {
    ...resume,
    ...(basics?.image ? { basics: { ...basics, image: swap(basics.image) } } : {}),
    ...(projects
      ? {
          projects: projects.map((one) => ({
            ...one,
            ...("image" in one ? { image: swap(one["image"]) } : {}),
            ...(Array.isArray(one["images"]) ? { images: imagesOf(one).map(swap) } : {}),
          })),
        }
      : {}),
  };
}
