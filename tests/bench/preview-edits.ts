import { readFile } from "node:fs/promises";
import { fromRoot } from "../../scripts/paths.ts";
import type { TemplatePack } from "../../shared/kit.ts";
import type { ProjectFiles } from "../../shared/project.ts";
import { kit } from "../../web/generated/kit.ts";

/** One change of one file; the page shows `mark` when it has arrived. */
export interface Edit {
  readonly path: string;
  readonly content: string;
  readonly mark: string;
}

const TEMPLATE = "folio";
const APP = "src/App.tsx";
const ANCHOR = '<a className="skip"';

let files: Readonly<Record<string, string | Uint8Array>> = {};

/** The template's project, with a line in its page that the edits change. */
export async function benchProject(): Promise<ProjectFiles> {
  const url = kit.templates[TEMPLATE]!.pack;
  const pack = JSON.parse(
    await readFile(fromRoot("web/public", url.slice(1)), "utf8"),
  ) as TemplatePack;
  const source = Object.fromEntries(
    Object.entries(pack.files).map(([path, content]) => [
      path,
      typeof content === "string" ? content : new Uint8Array(Buffer.from(content.base64, "base64")),
    ]),
  );
  if (!String(source[APP]).includes(ANCHOR)) throw new Error(`${APP} has no ${ANCHOR}`);
  files = source;
  return { ...source, [APP]: appWith("bench") };
}

const appWith = (text: string) =>
  String(files[APP]).replace(ANCHOR, () => `<p className="bench">${text}</p>\n      ${ANCHOR}`);

/** A component's text, the résumé's name, and a rule of the style sheet, each in a new version. */
export function editsOf(round: number): Edit[] {
  const sheets = [...String(files[APP]).matchAll(/import "\.\/([^"]+\.css)"/g)];
  const style = `src/${sheets.at(-1)![1]!}`;
  const resume = JSON.parse(String(files["src/data/resume.json"])) as { basics: object };
  const name = `Bench${round}r`;
  return [
    { path: APP, content: appWith(`bench ${round}a`), mark: `bench ${round}a` },
    {
      path: "src/data/resume.json",
      content: JSON.stringify({ ...resume, basics: { ...resume.basics, name } }, null, 2),
      mark: name,
    },
    {
      path: style,
      content: `${String(files[style])}\n:root { --bench: m${round}s; }\n`,
      mark: `m${round}s`,
    },
  ];
}
