import { decodeHTML } from "entities";
import { HtmlValidate, Parser, StaticConfigLoader } from "html-validate";
import { RESUME_PATH, THEME_PATH } from "../../shared/project.ts";
import type { Resume } from "../../shared/resume.ts";
import { withOwnFiles } from "../../shared/site/own-files.ts";
import { pageHtml } from "../../web/sandbox/instant/site/page-html.ts";
import type { RenderedPage } from "./build-template.ts";
import { readText } from "./template-folders.ts";

export const SITE_URL = "https://ada.sites.example/";
const PICTURE = { path: "assets/share-0a1b2c3d4e5f.png", bytes: new Uint8Array([1]) };

/** All that a template’s rendered page is published with, as the browser that publishes makes it. */
export function publishedFiles(id: string, page: RenderedPage, resume: Resume) {
  const built = { scripts: [], styles: [], inlineStyles: [], preloads: [] };
  const html = pageHtml(readText(id, "index.html"), page, built);
  return withOwnFiles(
    { "index.html": html },
    {
      files: {
        [RESUME_PATH]: JSON.stringify(resume),
        [THEME_PATH]: readText(id, "src/theme.json"),
      },
      resume,
      url: SITE_URL,
      noIndex: false,
      isOurs: true,
      picture: PICTURE,
      pdf: new Uint8Array([2]),
      now: 0,
    },
  ) as Readonly<Record<string, string>>;
}

const validator = new HtmlValidate(
  // What HTML’s standard says; not how its own authors like it written.
  new StaticConfigLoader({ extends: ["html-validate:standard"] }),
);

/** What is wrong with a page by HTML’s standard, each with its place. */
export async function htmlProblems(html: string): Promise<readonly string[]> {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) =>
    messages.map(({ line, column, ruleId, message }) => `${line}:${column} ${ruleId}: ${message}`),
  );
}

/** An element as a parser reads it: names in small letters, values without references. */
export interface PageElement {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
}

/** The elements of a page as a parser reads them. */
export async function elementsOf(html: string): Promise<readonly PageElement[]> {
  const parser = new Parser(await validator.getConfigFor("page.html"));
  return parser
    .parseHtml(html)
    .querySelectorAll("*")
    .map((element) => ({
      tag: element.tagName.toLowerCase(),
      attributes: Object.fromEntries(
        element.attributes.map(({ key, value }) => [
          key.toLowerCase(),
          decodeHTML(String(value ?? "")),
        ]),
      ),
      text: element.textContent,
    }));
}
