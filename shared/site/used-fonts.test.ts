import { expect, test } from "vitest";
import { withUsedFonts } from "./used-fonts.ts";

const face = (name: string, range: string) =>
  `@font-face{font-family:A;src:url(./assets/${name}.woff2);unicode-range:${range}}`;
const css = face("latin", "U+0000-00FF,U+2000-206F") + face("ext", "U+0100-02BA,U+1E??");
const site = (body: string, script = "") => ({
  "index.html": `<style>${css}h1{color:red}</style><h1>${body}</h1>`,
  "assets/page.js": script,
  "assets/latin.woff2": new Uint8Array([1]),
  "assets/ext.woff2": new Uint8Array([2]),
  "resume.json": "Łódź",
});
const fonts = (files: object) => Object.keys(files).filter((path) => path.endsWith(".woff2"));

test("a face that no letter needs goes, with its file; the rest stays as it is", () => {
  const slim = withUsedFonts(site("Ada"));
  expect(fonts(slim)).toEqual(["assets/latin.woff2"]);
  expect(slim["index.html"]).toBe(
    `<style>${face("latin", "U+0000-00FF,U+2000-206F")}h1{color:red}</style><h1>Ada</h1>`,
  );
});

test("one letter keeps it, in whatever way it is written, also where a script brings it", () => {
  for (const body of ["Łukasz", "&#321;ukasz", "&#x141;ukasz", "ẞ"]) {
    expect(fonts(withUsedFonts(site(body))), body).toHaveLength(2);
  }
  for (const script of ['t="Ł"', 't="\\u0141"', 't="\\u{141}"']) {
    expect(fonts(withUsedFonts(site("Ada", script))), script).toHaveLength(2);
  }
});

test("a font that a face without a range or a script names stays", () => {
  const files = {
    "index.html": "<p>a",
    "a.css": "@font-face{src:url(own.woff2)}",
    "own.woff2": new Uint8Array([1]),
    "b.js": 'new FontFace("x","url(late.woff2)")',
    "late.woff2": new Uint8Array([1]),
    "alone.woff2": new Uint8Array([1]),
  };
  expect(fonts(withUsedFonts(files))).toEqual(["own.woff2", "late.woff2"]);
});
