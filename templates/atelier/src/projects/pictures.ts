import { textOf } from "../filled";
import type { Project } from "../resume";

/** An address that an `<img>` may have: of the web, of this site, or a picture in the text itself. */
const isPicture = (address: string) =>
  /^(https?:\/\/|data:image\/)/i.test(address) ||
  (address !== "" && !/^[a-z][a-z0-9+.-]*:/i.test(address));

/**
 * A project's pictures, each once. JSON Resume has no field for them; this template reads `image`, an
 * address, and `images`, a list of them.
 */
export function picturesOf(project: Project): readonly string[] {
  const { image, images } = project as { image?: unknown; images?: unknown };
  const given: readonly unknown[] = [image, ...(Array.isArray(images) ? images : [images])];
  return [...new Set(given.map(textOf).filter(isPicture))];
}
