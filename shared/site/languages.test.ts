import { expect, test } from "vitest";
import { joinLanguages } from "./languages.ts";

const page = (lang: string, text: string) =>
  `<html lang="${lang}"><head><link rel="stylesheet" href="./assets/a.css"></head><body>${text}</body></html>`;
const site = (tag: string, text: string, css = "a{}") => ({
  tag,
  files: { "index.html": page(tag, text), "assets/a.css": css, "cv.bin": new Uint8Array([1]) },
});

test("a site in one language is as it was", () => {
  const one = site("en", "Hello");
  expect(joinLanguages(one, [], null)).toBe(one.files);
});

test("another language lies in its folder, uses what is the same, and each leads to the others", () => {
  const joined = joinLanguages(site("en", "Hello"), [site("de", "Hallo")], "https://ada.example/");
  expect(Object.keys(joined).sort()).toEqual([
    "assets/a.css",
    "cv.bin",
    "de/index.html",
    "index.html",
  ]);
  const [en, de] = [String(joined["index.html"]), String(joined["de/index.html"])];
  expect(en).toContain('<a href="./de/" hreflang="de" lang="de">Deutsch</a>');
  expect(de).toContain('<a href="../" hreflang="en" lang="en">English</a>');
  expect(de).toContain('href="../assets/a.css"');
  for (const html of [en, de]) {
    expect(html).toContain('hreflang="de" href="https://ada.example/de/"');
    expect(html).toContain('hreflang="x-default" href="https://ada.example/"');
    expect(html.match(/<nav /g)).toHaveLength(1);
  }
});

test("a language whose other files differ too brings them all", () => {
  const joined = joinLanguages(site("en", "Hello"), [site("pt-BR", "Olá", "b{}")], null);
  expect(joined["pt-br/assets/a.css"]).toBe("b{}");
  expect(joined["assets/a.css"]).toBe("a{}");
  expect(joined["pt-br/index.html"]).toContain('href="./assets/a.css"');
  expect(joined["index.html"]).toContain('hreflang="pt-BR" href="./pt-br/"');
});
