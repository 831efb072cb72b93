import { formatJson } from "../portfolio/format-json.ts";
import { readTheme } from "../portfolio/read-theme.ts";
import type { FileContent, ProjectFiles } from "../project.ts";
import type { Resume } from "../resume.ts";
import { favicon } from "./favicon.ts";
import { markPage } from "./mark-page.ts";
import { PDF_PATH, REPORT_PATH, withFoot } from "./page-foot.ts";
import { vCard } from "./v-card.ts";
import { URL } from "./web-standard.ts";

export interface SiteAbout {
  /** The project with private fields taken out: what the site was built from. */
  readonly files: ProjectFiles;
  /** Its résumé. */
  readonly resume: Resume;
  /** `https://ada.example/` */
  readonly url: string;
  /** Search engines are asked to leave it out. */
  readonly noIndex: boolean;
  /** It is served by this service, which takes reports of it. */
  readonly isOurs: boolean;
  /** What link previews show, 1200 × 630, and its path in the site; `null` where none was drawn. */
  readonly picture: { readonly path: string; readonly bytes: Uint8Array } | null;
  /** The CV as PDF; `null` where none could be set. */
  readonly pdf: Uint8Array | null;
  /** Epoch milliseconds. */
  readonly now: number;
}

type Files = Readonly<Record<string, FileContent>>;

/**
 * A built site with what a published page has beside its pages (R6.2): canonical link, Person, favicon,
 * shared picture, PDF of the CV, vCard, resume.json, sitemap, robots and llms.txt. A file that the person made themselves stays.
 * @param built files of the finished site, paths relative to it
 */
export function withOwnFiles(built: Files, about: SiteAbout): Files {
  const { resume, url, noIndex, picture, pdf } = about;
  const pages = Object.keys(built).filter((path) => path.endsWith(".html") && path !== "404.html");
  const own: Record<string, FileContent> = {
    ...(picture === null ? {} : { [picture.path]: picture.bytes }),
    ...(pdf === null ? {} : { [PDF_PATH]: pdf }),
    "resume.json": formatJson(resume),
    "contact.vcf": vCard(resume, url),
    "favicon.svg": favicon(resume.basics?.name ?? "", lookOf(about.files)),
    "robots.txt": robots(url, noIndex),
    ...(noIndex
      ? {}
      : {
          "sitemap.xml": sitemap(url, pages, about.now),
          "llms.txt": llmsText(resume, url, pdf !== null),
        }),
  };
  const hasPdf = pdf !== null || Object.hasOwn(built, PDF_PATH);
  const foot = (path: string) => {
    const root = "../".repeat(path.split("/").length - 1) || "./";
    return { pdf: hasPdf ? root + PDF_PATH : null, report: about.isOurs ? REPORT_PATH : null };
  };
  const marked = Object.fromEntries(
    pages.map((path) => {
      const picturePath = picture?.path ?? null;
      const place = { url: addressOf(url, path), siteUrl: url, noIndex, picturePath, hasPdf };
      return [path, withFoot(markPage(String(built[path]), resume, place), foot(path))];
    }),
  );
  return { ...own, ...built, ...marked };
}

function lookOf(files: ProjectFiles) {
  const theme = readTheme(files);
  if (!theme.ok) return null;
  const { accent, onAccent } = theme.value.palette.light;
  return { background: accent, letters: onAccent };
}

/** The address of a page: that of its folder for an index. */
const addressOf = (url: string, path: string) =>
  new URL(path.replace(/(^|\/)index\.html$/, "$1"), url).href;

/** RFC 9309. A page that isn’t to be found must be readable, or its “noindex” is never seen. */
const robots = (url: string, noIndex: boolean) =>
  `User-agent: *\nAllow: /\n${noIndex ? "" : `Sitemap: ${url}sitemap.xml\n`}`;

const xml = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** sitemaps.org’s protocol, 0.9. */
function sitemap(url: string, pages: readonly string[], now: number): string {
  const day = new Date(now).toISOString().slice(0, 10);
  const entries = pages.map(
    (path) => `  <url><loc>${xml(addressOf(url, path))}</loc><lastmod>${day}</lastmod></url>\n`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries.join("")}</urlset>\n`;
}

const oneLine = (text: string) => text.replace(/\s+/g, " ").trim();

/** As llmstxt.org proposes it: who this is, and where the same is in forms that machines read well. */
function llmsText(
  { basics = {}, work = [], projects = [] }: Resume,
  url: string,
  hasPdf: boolean,
): string {
  const jobs = work.slice(0, 10).map(({ position, name }) => [position, name]);
  const made = projects.slice(0, 10).map(({ name, description }) => [name, description]);
  const list = (title: string, rows: readonly (readonly (string | undefined)[])[]) => {
    const lines = rows.flatMap((row) => {
      const words = row.filter(Boolean).map((word) => oneLine(word!));
      return words.length > 0 ? [`- ${words.join(": ")}`] : [];
    });
    return lines.length > 0 ? [`## ${title}`, lines.join("\n")] : [];
  };
  return `${[
    `# ${oneLine(basics.name ?? "") || url}`,
    ...(basics.label || basics.summary
      ? [`> ${oneLine([basics.label, basics.summary].filter(Boolean).join(". "))}`]
      : []),
    ...list("Work", jobs),
    ...list("Projects", made),
    "## Files",
    `- [Website](${url})\n- [Résumé, JSON Resume](${url}resume.json)\n- [Contact, vCard](${url}contact.vcf)${hasPdf ? `\n- [Résumé, PDF](${url}${PDF_PATH})` : ""}`,
  ].join("\n\n")}\n`;
}
