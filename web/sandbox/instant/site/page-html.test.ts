import { describe, expect, test } from "vitest";
import { displayFont, pageHtml, relativeToPage } from "./page-html.ts";

const SOURCE = `<!doctype html>
<html lang="en">
  <head>
    <!--head-->
  </head>
  <body>
    <div id="root"><!--app--></div>
    <script type="module" src="/src/main.tsx"></script>
  </body>
</html>`;
const built = {
  scripts: ["./assets/main-1.js"],
  styles: ["./assets/main-2.css"],
  inlineStyles: ["<style>p{color:red}</style>"],
  preloads: [],
};

describe("pageHtml", () => {
  test("puts the rendered page in, as it is, and the built files by relative address", () => {
    const html = pageHtml(
      SOURCE,
      { app: "<p>$&</p>", head: "<title>A</title>", lang: "de", dir: "ltr" },
      built,
    );
    expect(html).toContain('<html lang="de" dir="ltr">');
    expect(html).toContain('<div id="root"><p>$&</p></div>');
    expect(html).toContain('<script type="module" crossorigin src="./assets/main-1.js"></script>');
    expect(html).toContain('<link rel="stylesheet" href="./assets/main-2.css">');
    expect(html).toContain("<style>p{color:red}</style>");
    expect(html).not.toContain("main.tsx");
  });

  test("a quiet page has no module script", () => {
    expect(pageHtml(SOURCE, null, { ...built, scripts: [] })).not.toContain("<script");
  });
});

test("files of public/ are addressed beside the page", () => {
  const html = '<link href="/icon.svg"><a href="/elsewhere"><a href="//host/icon.svg">';
  expect(relativeToPage(html, { "public/icon.svg": "" })).toBe(
    '<link href="./icon.svg"><a href="/elsewhere"><a href="//host/icon.svg">',
  );
});

test("the display face's upright Latin file is found in minified CSS", () => {
  const face = (name: string, style: string, range: string, file: string) =>
    `@font-face{font-family:${name};font-style:${style};src:url(./${file}) format("woff2");unicode-range:${range}}`;
  const css = [
    face("Text Variable", "normal", "U+0000-00FF", "text.woff2"),
    face("Big Variable", "italic", "U+0000-00FF", "italic.woff2"),
    face("Big Variable", "normal", "U+0100-02BA", "ext.woff2"),
    face("Big Variable", "normal", "U+0-FF,U+131", "latin.woff2"),
  ].join("");
  expect(displayFont(css, '"Big Variable", serif')).toBe("./assets/latin.woff2");
  expect(displayFont(css, "Georgia, serif")).toBeNull();
});
