import type { BuildOutput } from "../../../shared/build.ts";
import type { FileContent } from "../../../shared/project.ts";

const asText = (content: FileContent | undefined): string =>
  content === undefined
    ? ""
    : typeof content === "string"
      ? content
      : new TextDecoder().decode(content);

function asDataUrl(path: string, content: FileContent): string {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  const extension = /\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? "";
  return `data:${TYPES[extension] ?? ""};base64,${btoa(binary)}`;
}

const TYPES: Readonly<Record<string, string>> = {
  woff2: "font/woff2",
  svg: "image/svg+xml",
  webp: "image/webp",
  png: "image/png",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
};

/** A larger picture is left out: the page is kept, and several of them are shown at once. Bytes. */
const MOST_PICTURE = 400_000;

const resolved = (from: string, reference: string) =>
  new URL(reference, `http://site/${from}`).pathname.slice(1);

/** Faces that the first lines of a page in a Latin script can be set in; the others are left out. */
const FACE = /latin-(?!ext)[^"')]*\.woff2$/;

/**
 * A built site as one page that needs nothing else and runs nothing: styles and faces inside, scripts
 * out. It is the picture of a portfolio.
 */
export function stillPage({ files }: Pick<BuildOutput, "files">): string {
  /** CSS with its faces inside; `from` is the path that its addresses are relative to. */
  const withFaces = (css: string, from: string) =>
    css.replace(/url\((["']?)([^"')]+)\1\)/g, (whole, _quote, reference: string) => {
      if (reference.startsWith("data:")) return whole;
      const target = resolved(from, reference);
      const content = files[target];
      return content !== undefined && FACE.test(target)
        ? `url(${asDataUrl(target, content)})`
        : "url(data:,)";
    });
  return asText(files["index.html"])
    .replace(/<script\b[\s\S]*?<\/script>/g, "")
    .replace(
      /(<style\b[^>]*>)([\s\S]*?)<\/style>/g,
      (_whole, open: string, css: string) => `${open}${withFaces(css, "")}</style>`,
    )
    .replace(/(<img\b[^>]*?\ssrc=")([^"]+)"/g, (whole, open: string, reference: string) => {
      if (/^(?:[a-z]+:|\/\/)/i.test(reference)) return whole;
      const path = resolved("", reference);
      const content = files[path];
      return content !== undefined && content.length <= MOST_PICTURE
        ? `${open}${asDataUrl(path, content)}${/#.*$/.exec(reference)?.[0] ?? ""}"`
        : whole;
    })
    .replace(/<link\b[^>]*>/g, (link) => {
      const href = /href="([^"]+)"/.exec(link)?.[1];
      if (!/rel="?stylesheet/.test(link) || !href) return "";
      const path = resolved("", href);
      return `<style>${withFaces(asText(files[path]), path)}</style>`;
    });
}
