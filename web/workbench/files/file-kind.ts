import type { FileContent, ProjectPath } from "../../../shared/project.ts";

export type FileKind =
  | "typescript"
  | "javascript"
  | "css"
  | "json"
  | "html"
  | "markdown"
  | "text"
  | "picture"
  | "binary";

const KINDS: Readonly<Record<string, FileKind>> = {
  ts: "typescript",
  tsx: "typescript",
  mts: "typescript",
  js: "javascript",
  jsx: "javascript",
  mjs: "javascript",
  css: "css",
  json: "json",
  webmanifest: "json",
  html: "html",
  svg: "html",
  md: "markdown",
};

const PICTURES: Readonly<Record<string, string>> = {
  png: "image/png",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  webp: "image/webp",
  avif: "image/avif",
  gif: "image/gif",
  ico: "image/x-icon",
};

const extension = (path: ProjectPath) => /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? "";

/** What a file is, by its name and by whether it is text. */
export function fileKind(path: ProjectPath, content: FileContent | undefined): FileKind {
  if (typeof content === "string" || content === undefined) {
    return KINDS[extension(path)] ?? "text";
  }
  return extension(path) in PICTURES ? "picture" : "binary";
}

/** Media type of a picture, or `null` when the path names none. */
export function pictureType(path: ProjectPath): string | null {
  return PICTURES[extension(path)] ?? null;
}

/** Size for people: “812 B”, “14 KB”, “1.2 MB” (decimal units). */
export function readableSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} KB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
