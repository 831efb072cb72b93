import { readdir, readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { fromRoot } from "../../scripts/paths.ts";
import type { FuzzSource } from "./mutate-cv.ts";

/** How often a kind of file is drawn, so that slow PDFs don't crowd out the rest. */
const SHARE: Readonly<Record<string, number>> = {
  ".docx": 5,
  ".txt": 7,
  ".md": 6,
  ".html": 2,
  ".json": 3,
};

/** The fixtures' CVs, the printed ones' HTML, and a LinkedIn export made here. */
export async function fuzzSources(): Promise<readonly FuzzSource[]> {
  const folder = fromRoot("tests/fixtures/cv");
  const names = (await readdir(folder)).filter(
    (name) => /\.(?:pdf|docx|txt|md|json)$/.test(name) && !/^(?:README|51-pages|bomb)/.test(name),
  );
  const html = (await readdir(join(folder, "sources"))).map((name) => join("sources", name));
  const files = await Promise.all(
    [...names, ...html].map(async (name) => ({
      name,
      bytes: new Uint8Array(await readFile(join(folder, name))),
    })),
  );
  return [...files, LINKEDIN, LINKEDIN, LINKEDIN]
    .filter(({ bytes }) => bytes.length > 0)
    .flatMap((file) => Array.from({ length: SHARE[extname(file.name)] ?? 1 }, () => file));
}

const LINKEDIN: FuzzSource = {
  name: "export.zip",
  bytes: zipSync({
    "Profile.csv": strToU8(
      "First Name,Last Name,Headline,Summary\nMira,Tallowby,Gardener,Ten years of allotments\n",
    ),
    "Positions.csv": strToU8(
      "Company Name,Title,Description,Location,Started On,Finished On\nKew Lane,Gardener,- Grew 40 sorts,Leeds,Jan 2015,Feb 2020\n",
    ),
    "Skills.csv": strToU8("Name\nPruning\nGrafting\n"),
  }),
};
