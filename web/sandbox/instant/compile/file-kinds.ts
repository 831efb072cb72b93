/** How a file of a project enters the module graph, by its name and the import's query. */
export type ModuleKind = "script" | "json" | "style" | "css-module" | "asset" | "text";

export function moduleKind(path: string, query: string): ModuleKind {
  const flags = new URLSearchParams(query);
  if (flags.has("raw")) return "text";
  if (flags.has("url")) return "asset";
  if (/\.[cm]?[jt]sx?$/.test(path)) return "script";
  if (path.endsWith(".json")) return "json";
  if (path.endsWith(".module.css")) return "css-module";
  if (path.endsWith(".css")) return "style";
  return "asset";
}

const MIME: Readonly<Record<string, string>> = {
  avif: "image/avif",
  bib: "text/plain",
  css: "text/css",
  gif: "image/gif",
  html: "text/html",
  ico: "image/x-icon",
  jpeg: "image/jpeg",
  jpg: "image/jpeg",
  js: "text/javascript",
  json: "application/json",
  md: "text/markdown",
  mp3: "audio/mpeg",
  mp4: "video/mp4",
  otf: "font/otf",
  pdf: "application/pdf",
  png: "image/png",
  svg: "image/svg+xml",
  ttf: "font/ttf",
  txt: "text/plain",
  vcf: "text/vcard",
  wasm: "application/wasm",
  webm: "video/webm",
  webmanifest: "application/manifest+json",
  webp: "image/webp",
  woff: "font/woff",
  woff2: "font/woff2",
  xml: "application/xml",
};

/** The media type of a file by its extension (IANA), `application/octet-stream` when unknown. */
export function mediaType(path: string): string {
  const extension = path.slice(path.lastIndexOf(".") + 1).toLowerCase();
  return MIME[extension] ?? "application/octet-stream";
}
