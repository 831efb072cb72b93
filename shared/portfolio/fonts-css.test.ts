import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { fontsCss } from "./fonts-css.ts";
import { fontFiles, TYPE_PAIRS } from "./type-pairs.ts";

describe.each(TYPE_PAIRS.map((pair) => [pair.id, pair] as const))("the pair %s", (_, pair) => {
  it("declares every file that it ships, and each one exists in the installed package", async () => {
    const css = fontsCss(pair);
    for (const { name, folder } of fontFiles(pair)) {
      expect(css).toContain(`./fonts/${name}`);
      const bytes = await readFile(`node_modules/${folder}/${name}`);
      expect(bytes.subarray(0, 4).toString("latin1")).toBe("wOF2");
    }
  });

  it("loads Latin Extended only when the page has such letters", () => {
    const faces = fontsCss(pair).split("@font-face").slice(1);
    const loaded = faces.filter((face) => face.includes("url("));
    expect(loaded).toHaveLength(fontFiles(pair).length);
    for (const face of loaded) expect(face).toContain("unicode-range:");
  });

  it("scales a system font to the family's room until the file is there", () => {
    const fallbacks = fontsCss(pair)
      .split("@font-face")
      .filter((face) => face.includes("local("));
    expect(fallbacks.length).toBeGreaterThanOrEqual(2);
    for (const face of fallbacks) {
      expect(face).toMatch(/size-adjust: [\d.]+%/);
      expect(face).toMatch(/ascent-override: [\d.]+%/);
    }
  });
});
