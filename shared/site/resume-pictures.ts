import type { Resume } from "../resume.ts";

type Project = NonNullable<Resume["projects"]>[number];

/** A picture of points written out in the text makes every page that shows it heavy; drawings are small. */
const isOutside = (address: unknown): address is string =>
  typeof address === "string" && /^(https:\/\/|data:image\/(?!svg))/i.test(address);

/** Templates that show pictures of projects read these keys, which the standard doesn't know. */
const imagesOf = ({ images }: Project): readonly unknown[] => (Array.isArray(images) ? images : []);

/** Addresses of pictures that a résumé shows and that could be files of its site, each once. */
export function picturesOutside({ basics, projects = [] }: Resume): readonly string[] {
  const found = [basics?.image, ...projects.flatMap((one) => [one["image"], ...imagesOf(one)])];
  return [...new Set(found.filter(isOutside))];
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
