import { contentsEqual } from "../portfolio/same-content.ts";
import type { FileContent } from "../project.ts";
import { URL } from "./web-standard.ts";

type Files = Readonly<Record<string, FileContent>>;

/** A finished site in one of its languages. */
export interface SiteInLanguage {
  /** BCP 47. */
  readonly tag: string;
  readonly files: Files;
}

/** The folder of a language that isn’t the site’s first: `de/`, `pt-br/`. */
export const folderOf = (tag: string): string => `${tag.toLowerCase()}/`;

/**
 * One site of several: the first as it is, each other in a folder of its language, and every first page with
 * links to the others, for search engines and below its end for people. A language whose pages alone differ
 * takes the rest from the first.
 * @param url the site’s own address; `null`: it isn’t known, and addresses are relative
 */
export function joinLanguages(
  first: SiteInLanguage,
  others: readonly SiteInLanguage[],
  url: string | null,
): Files {
  if (others.length === 0) return first.files;
  const all = [first, ...others];
  const joined: Record<string, FileContent> = {};
  for (const one of all) {
    const folder = one === first ? "" : folderOf(one.tag);
    const files = one === first ? one.files : withoutTwins(one.files, first.files);
    for (const [path, content] of Object.entries(files)) {
      const isFront = path === "index.html";
      joined[folder + path] = isFront
        ? withSwitch(String(content), one, { all, first, url })
        : content;
    }
  }
  return joined;
}

/** Where nothing but pages differs, the pages of another language use what lies above them. */
function withoutTwins(files: Files, first: Files): Files {
  const rest = Object.keys(files).filter((path) => !path.endsWith(".html"));
  const isSame = (path: string) =>
    Object.hasOwn(first, path) && contentsEqual(files[path]!, first[path]!);
  if (!rest.every(isSame)) return files;
  const pages = Object.entries(files).filter(([path]) => path.endsWith(".html"));
  const moved = (html: string) =>
    rest.reduce((text, path) => text.replaceAll(`./${path}`, `../${path}`), html);
  return Object.fromEntries(pages.map(([path, html]) => [path, moved(String(html))]));
}

const STYLE =
  ".site-languages{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;justify-content:center;padding:1.5rem 1rem 0;font:400 .8125rem/1.5 var(--font-text,system-ui),sans-serif;color:var(--muted,GrayText);background:var(--paper,Canvas)}.site-languages a{display:inline-block;min-height:24px;color:inherit;text-decoration:underline;text-decoration-thickness:1px;text-underline-offset:.2em}.site-languages a:focus-visible{outline:2px solid var(--accent,Highlight);outline-offset:2px}@media print{.site-languages{display:none}}";

function withSwitch(
  html: string,
  here: SiteInLanguage,
  site: {
    readonly all: readonly SiteInLanguage[];
    readonly first: SiteInLanguage;
    readonly url: string | null;
  },
): string {
  const { all, first, url } = site;
  const folder = (one: SiteInLanguage) => (one === first ? "" : folderOf(one.tag));
  const addressOf = (one: SiteInLanguage) => `${here === first ? "./" : "../"}${folder(one)}`;
  const fullOf = (one: SiteInLanguage) =>
    url === null ? addressOf(one) : new URL(folder(one), url).href;
  const alternates = [
    ...all.map((one) => `<link rel="alternate" hreflang="${one.tag}" href="${fullOf(one)}">`),
    `<link rel="alternate" hreflang="x-default" href="${fullOf(first)}">`,
  ].join("");
  const links = all
    .filter((one) => one !== here)
    .map((one) => {
      const { tag } = one;
      return `<a href="${addressOf(one)}" hreflang="${tag}" lang="${tag}">${nameOf(tag)}</a>`;
    })
    .join("");
  // What the languages are called is said in each of them: the list needs no other words.
  const nav = `<nav class="site-languages" aria-label="${all.map(({ tag }) => tag).join(" / ")}">${links}</nav>`;
  return html
    .replace(/<\/head>/i, (end) => `${alternates}<style>${STYLE}</style>${end}`)
    .replace(/<\/body>/i, (end) => `${nav}${end}`);
}

/** A language as those who read it call it: “Deutsch”. */
function nameOf(tag: string): string {
  const name = new Intl.DisplayNames([tag], { type: "language" }).of(tag) ?? tag;
  return name[0]!.toLocaleUpperCase(tag) + name.slice(1);
}
