import { formatJson } from "../../shared/portfolio/format-json.ts";
import { RESUME_PATH, type ProjectFiles } from "../../shared/project.ts";
import type { Resume } from "../../shared/resume.ts";
import { WIDEST } from "../../shared/site/page-pictures.ts";
import { picturesOutside, withPictures } from "../../shared/site/resume-pictures.ts";
import { sha256 } from "./sha256.ts";

/** A server that takes longer is published without. */
const WAIT_MS = 8_000;
const QUALITY = 0.85;

/**
 * A project whose pictures (the photo, those of projects) lie on other servers, or in the résumé
 * itself, with them among its own files: a published page loads nothing from elsewhere. A picture stays
 * where it is when its server doesn’t let other sites read it.
 */
export async function takeInPictures<P extends { files: ProjectFiles; resume: Resume }>(
  project: P,
): Promise<P> {
  const addresses = picturesOutside(project.resume);
  const read = await Promise.all(
    addresses.map(async (address) => {
      const written = writtenOut(address);
      const bytes = written?.bytes ?? (await readPicture(address).catch(() => null));
      if (bytes === null) return [];
      const stem = (await sha256(bytes)).slice(0, 12);
      return [{ address, bytes, name: `pictures/${stem}.${written?.extension ?? "jpg"}` }];
    }),
  );
  const taken = read.flat();
  if (taken.length === 0) return project;
  const names = new Map(taken.map(({ address, name }) => [address, `./${name}`]));
  const resume = withPictures(project.resume, names);
  const pictures = Object.fromEntries(taken.map(({ name, bytes }) => [`public/${name}`, bytes]));
  return {
    ...project,
    resume,
    files: { ...project.files, ...pictures, [RESUME_PATH]: formatJson(resume) },
  };
}

/** The file in a `data:` address, of a kind that is made smaller later; `null` for other addresses. */
function writtenOut(address: string) {
  const [, kind, text] = /^data:image\/(png|jpeg|webp);base64,(.+)$/i.exec(address) ?? [];
  if (!kind || !text) return null;
  try {
    const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
    return { bytes, extension: kind.toLowerCase().replace("jpeg", "jpg") };
  } catch {
    return null;
  }
}

async function readPicture(address: string): Promise<Uint8Array | null> {
  const picture = new Image();
  picture.crossOrigin = "anonymous";
  picture.referrerPolicy = "no-referrer";
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  picture.addEventListener("load", () => resolve());
  picture.addEventListener("error", reject);
  const timer = setTimeout(reject, WAIT_MS);
  picture.src = address;
  await promise.finally(() => clearTimeout(timer));
  const canvas = document.createElement("canvas");
  const scale = Math.min(1, WIDEST / picture.naturalWidth);
  canvas.width = Math.round(picture.naturalWidth * scale);
  canvas.height = Math.round(picture.naturalHeight * scale);
  const context = canvas.getContext("2d");
  if (context === null || canvas.width === 0) return null;
  // Behind what is clear in a picture that becomes one without clear parts.
  context.fillStyle = "#fff";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((settle) =>
    canvas.toBlob(settle, "image/jpeg", QUALITY),
  );
  return blob && new Uint8Array(await blob.arrayBuffer());
}
