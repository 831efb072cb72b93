import { describe, expect, test } from "vitest";
import { parseSlug, suggestSlug, variantOf } from "./slug.ts";

const chance = () => 0.5;

describe("parseSlug", () => {
  test.each(["ada", "ada-lovelace", "a1b", "learn-2-code", "s-curve", "earnest"])(
    "takes %s",
    (slug) => {
      expect(parseSlug(slug)).toEqual({ ok: true, value: slug });
    },
  );

  test("capitals and spaces around it don’t matter", () => {
    expect(parseSlug("  Ada-Lovelace ")).toEqual({ ok: true, value: "ada-lovelace" });
  });

  test.each([
    ["ad", "at least"],
    ["a".repeat(41), "at most"],
    ["ada.lovelace", "only the letters"],
    ["ada lovelace", "only the letters"],
    ["аdа", "only the letters"],
    ["xn--d-8cbc", "Dashes"],
    ["-ada", "Dashes"],
    ["ada-", "Dashes"],
    ["12345", "one letter"],
    ["admin", "kept for"],
    ["Sign-In", "kept for"],
    ["supp0rt", "kept for"],
    ["l0gin", "kept for"],
    ["adrnin", "kept for"],
    ["cv2-web", "kept for"],
    ["s-0b9c8f5e-2f53-4a43-9d1c-3f0c8b6a7e21", "kept for"],
  ])("refuses %s", (slug, why) => {
    const parsed = parseSlug(slug);
    expect(parsed).toMatchObject({ ok: false, failure: { kind: "invalid" } });
    expect(parsed.ok ? "" : parsed.failure.message).toContain(why);
  });
});

describe("suggestSlug", () => {
  test.each([
    ["Ada Lovelace", "ada-lovelace"],
    ["Zoë Müller-Søndergård", "zoe-muller-sondergard"],
    ["Жанна д’Арк", "zhanna-dark"],
    ["Юлія Щербак", "yuliya-shcherbak"],
    ["Αλέξης Ζορμπάς", "alexis-zormpas"],
    ["Æthelred Þórsson", "aethelred-thorsson"],
    ["山田太郎", "site-iiii"],
    ["", "site-iiii"],
    ["Admin", "site-iiii"],
    ["Maximiliane Konstantinopolitanska-Weatherington", "maximiliane-konstantinopolitan"],
  ])("%s → %s", (name, slug) => {
    expect(suggestSlug(name, chance)).toBe(slug);
    expect(parseSlug(slug).ok).toBe(true);
  });

  test("a variant of the longest slug is a slug", () => {
    const variant = variantOf("a".repeat(40), chance);
    expect(parseSlug(variant)).toEqual({ ok: true, value: variant });
    expect(variantOf("ada", chance)).toBe("ada-iiii");
  });
});
