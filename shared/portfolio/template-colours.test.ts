import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { templateManifestSchema } from "../template.ts";
import { COLOUR_ROLES, themeSchema, type ColourRole, type Colours, type Theme } from "../theme.ts";
import { contrast } from "./contrast.ts";
import { themePalette } from "./default-theme.ts";
import { findPalette, PALETTES } from "./palettes.ts";
import { surpriseLook, surpriseTemplate } from "./surprise.ts";
import { findTypePair } from "./type-pairs.ts";

const root = new URL("../../templates/", import.meta.url).pathname;

/** Text that every template may set on its two grounds, and on its accent. */
const EVERYWHERE: readonly (readonly [ColourRole, ColourRole])[] = [
  ["ink", "paper"],
  ["ink", "surface"],
  ["muted", "paper"],
  ["muted", "surface"],
  ["accent", "paper"],
  ["accent", "surface"],
  ["onAccent", "accent"],
];

const roleOf = (value: string | undefined): ColourRole | undefined =>
  COLOUR_ROLES.find((role) => value === `var(--${role.replace("A", "-a")})`);

/** Text and ground that one rule of a style sheet sets together, by their roles. */
function pairsIn(css: string): readonly (readonly [ColourRole, ColourRole])[] {
  const rules = css.replace(/\/\*[\s\S]*?\*\//g, "").match(/\{[^{}]*\}/g) ?? [];
  return rules.flatMap((rule) => {
    const value = (property: string) =>
      roleOf(new RegExp(`[{;\\s]${property}:\\s*([^;}]+?)\\s*[;}]`).exec(rule)?.[1]);
    const named = [
      [value("color"), value("background") ?? value("background-color")],
      [value("--on-block"), value("--block")],
    ] as const;
    return named.flatMap(([text, ground]) => (text && ground ? [[text, ground] as const] : []));
  });
}

const templates = readdirSync(root)
  .filter((id) => existsSync(`${root}${id}/template.json`))
  .map((id) => {
    const read = (path: string) => readFileSync(`${root}${id}/${path}`, "utf8");
    const sheets = readdirSync(`${root}${id}/src`, { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith(".css") && !path.endsWith("fonts.css"))
      .map((path) => read(`src/${path}`));
    return {
      id,
      manifest: templateManifestSchema.parse(JSON.parse(read("template.json"))),
      standard: themeSchema.parse(JSON.parse(read("src/theme.json"))),
      pairs: [...EVERYWHERE, ...sheets.flatMap(pairsIn)],
    };
  });

const unread = (pairs: (typeof templates)[number]["pairs"], colours: Colours) =>
  pairs
    .filter(([text, ground]) => (contrast(colours[text], colours[ground]) ?? 0) < 4.5)
    .map(([text, ground]) => `${text} on ${ground}`);
const modes = ({ light, dark }: Theme["palette"]) => [light, dark];

describe.each(templates)("$id", ({ manifest, standard, pairs }) => {
  it("can be read in every palette and in its own, light and dark, wherever it sets text by role", () => {
    for (const palette of [standard.palette, ...PALETTES.map(themePalette)]) {
      const bad = modes(palette).flatMap((colours) => unread(pairs, colours));
      expect(bad, palette.id).toEqual([]);
    }
  });

  it("can be surprised a thousand times: readable, of what suits it, never the same twice running", () => {
    const palettes = new Set([standard.palette.id, ...manifest.palettes]);
    const seen = new Set<string>();
    let theme: Theme = { ...standard, mine: "kept" };
    for (let seed = 0; seed < 1_000; seed++) {
      const next = surpriseLook({ theme, standard, manifest, seed });
      expect(themeSchema.safeParse(next).success).toBe(true);
      expect(next.palette.id).not.toBe(theme.palette.id);
      expect(palettes.has(next.palette.id)).toBe(true);
      expect(manifest.typePairs).toContain(next.fonts.id);
      for (const [part, id] of Object.entries(next.variants ?? {})) {
        expect(manifest.variants?.[part as "hero"]?.map((one) => one.id)).toContain(id);
      }
      expect(next).toMatchObject({ mode: theme.mode, sections: theme.sections, mine: "kept" });
      seen.add(next.palette.id);
      theme = next;
    }
    expect(seen.size, "every palette has its turn").toBe(palettes.size);
    for (const id of manifest.palettes) expect(findPalette(id)).not.toBeNull();
    for (const id of manifest.typePairs) expect(findTypePair(id)).not.toBeNull();
  });
});

it("a template by chance is always another, and each has its turn", () => {
  const manifests = templates.map(({ manifest }) => manifest);
  const taken = Array.from({ length: 200 }, (_, seed) =>
    surpriseTemplate(manifests, manifests[0]!.id, seed),
  );
  expect(new Set(taken.map((one) => one?.id)).size).toBe(manifests.length - 1);
  expect(surpriseTemplate(manifests.slice(0, 1), manifests[0]!.id, 1)).toBeNull();
});
