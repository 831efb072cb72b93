import { readFile } from "node:fs/promises";
import { fromRoot } from "../paths.ts";

const SHEETS = ["index", "preflight", "theme", "utilities"];

/** Tailwind's own style sheets by every specifier under which its package offers them. */
export async function tailwindSheets(): Promise<Record<string, string>> {
  const sheets: Record<string, string> = {};
  for (const name of SHEETS) {
    const css = await readFile(fromRoot("node_modules/tailwindcss", `${name}.css`), "utf8");
    if (name === "index") sheets.tailwindcss = css;
    sheets[`tailwindcss/${name}`] = css;
    sheets[`tailwindcss/${name}.css`] = css;
  }
  return sheets;
}
