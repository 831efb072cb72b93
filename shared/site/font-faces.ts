import type { FileContent, ProjectFiles } from "../project.ts";

/** One face of a project’s fonts, as the platform’s `FontFace` takes it. */
export interface FontFaceSource {
  readonly family: string;
  readonly bytes: Uint8Array;
  readonly descriptors: Readonly<Record<"style" | "weight" | "stretch" | "unicodeRange", string>>;
}

const FACE = /@font-face\s*\{([^}]*)\}/g;

const valueOf = (face: string, property: string): string | undefined =>
  new RegExp(`(?:^|[;{\\s])${property}\\s*:\\s*([^;]+)`).exec(face)?.[1]?.trim();

/** The faces that a project’s style sheets declare and whose files it has; others are the system’s. */
export function fontFacesOf(files: ProjectFiles): readonly FontFaceSource[] {
  const sheets = Object.entries(files).filter(
    (file): file is [string, string] => file[0].endsWith(".css") && typeof file[1] === "string",
  );
  return sheets.flatMap(([path, css]) =>
    [...css.matchAll(FACE)].flatMap(([, face = ""]) => {
      const family = valueOf(face, "font-family")?.replace(/^["']|["']$/g, "");
      const url = /url\(\s*["']?([^"')]+)/.exec(face)?.[1];
      const bytes = url === undefined ? undefined : fileFrom(files, path, url);
      if (!family || !(bytes instanceof Uint8Array)) return [];
      return [
        {
          family,
          bytes,
          descriptors: {
            style: valueOf(face, "font-style") ?? "normal",
            weight: valueOf(face, "font-weight") ?? "normal",
            stretch: valueOf(face, "font-stretch") ?? "normal",
            unicodeRange: valueOf(face, "unicode-range") ?? "U+0-10FFFF",
          },
        },
      ];
    }),
  );
}

/** A file by its address in a style sheet: beside it, or from the site’s root. */
function fileFrom(files: ProjectFiles, sheet: string, url: string): FileContent | undefined {
  if (url.startsWith("/")) return files[`public${url}`] ?? files[url.slice(1)];
  const folder = sheet.split("/").slice(0, -1);
  for (const part of url.split("/")) {
    if (part === "..") folder.pop();
    else if (part !== ".") folder.push(part);
  }
  return files[folder.join("/")];
}
