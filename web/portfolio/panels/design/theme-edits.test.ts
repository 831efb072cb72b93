import { describe, expect, it } from "vitest";
import { PALETTES } from "../../../../shared/portfolio/palettes.ts";
import { findTypePair, themeFonts } from "../../../../shared/portfolio/type-pairs.ts";
import type { Theme } from "../../../../shared/theme.ts";
import {
  contrastLines,
  ownPalette,
  withOrder,
  withPalette,
  withPhotoShape,
  withTitle,
  withTypePair,
  withVisible,
} from "./theme-edits.ts";

const [first, second] = PALETTES;
const theme: Theme = {
  template: "folio",
  mode: "auto",
  palette: { id: first!.id, light: first!.light, dark: first!.dark },
  fonts: themeFonts(findTypePair("newsreader")!),
  density: "regular",
  sections: [
    { id: "about", visible: true },
    { id: "work", visible: true, title: "Jobs" },
    { id: "skills", visible: false },
  ],
  mine: "kept",
};

describe("edits of the look", () => {
  it("change one thing and keep the rest, unknown keys too", () => {
    expect(withPalette(theme, second!)).toEqual({
      ...theme,
      palette: { id: second!.id, light: second!.light, dark: second!.dark },
    });
    expect(withTypePair(theme, findTypePair("geist")!).fonts.id).toBe("geist");
    expect(withVisible(theme, "skills", true).sections[2]).toEqual({ id: "skills", visible: true });
  });
  it("give the portrait a shape, and its own back", () => {
    const round = withPhotoShape(theme, "round");
    expect(round).toEqual({ ...theme, photoShape: "round" });
    expect(withPhotoShape(round, null)).toEqual(theme);
  });
  it("order sections, forgetting none", () => {
    expect(withOrder(theme, ["skills", "about"]).sections.map(({ id }) => id)).toEqual([
      "skills",
      "about",
      "work",
    ]);
  });
  it("title a section, and give it back its usual name", () => {
    expect(withTitle(theme, "skills", "Craft").sections[2]).toMatchObject({ title: "Craft" });
    expect(withTitle(theme, "skills", "Craft").sections[1]).toMatchObject({ title: "Jobs" });
    expect(withTitle(theme, "work", "").sections[1]).toEqual({ id: "work", visible: true });
  });
});

describe("contrastLines", () => {
  it("find every palette of ours readable", () => {
    for (const palette of PALETTES) {
      expect(contrastLines(palette).filter(({ readable }) => !readable)).toEqual([]);
    }
  });
  it("say honestly when a hand-made one is not", () => {
    const pale = { light: { ...first!.light, accent: "#ffee88" }, dark: first!.dark };
    const accent = contrastLines(pale).find(({ what }) => what === "Accent");
    expect(accent?.readable).toBe(false);
    expect(accent?.light).toBeLessThan(1.5);
  });
  it("count what is no colour as unreadable", () => {
    const odd = { light: { ...first!.light, ink: "var(--x)" }, dark: first!.dark };
    expect(contrastLines(odd)[0]).toMatchObject({ light: 1, readable: false });
  });
});

describe("the template’s own colours", () => {
  const own = { ...theme.palette, id: "folio" };
  const standard = { ...theme, palette: own };
  it("stay on offer after others are chosen", () => {
    expect(ownPalette(theme, standard)).toMatchObject(own);
    expect(ownPalette({ ...theme, palette: { ...own, id: "custom" } }, standard)).toMatchObject(
      own,
    );
  });
  it("are the project’s while the template’s aren’t known", () => {
    expect(ownPalette(standard, null)).toMatchObject(own);
  });
  it("are none where the palette is one of ours or the person’s", () => {
    expect(ownPalette(theme, theme)).toBeNull();
    expect(ownPalette({ ...theme, palette: { ...own, id: "custom" } }, null)).toBeNull();
  });
});
