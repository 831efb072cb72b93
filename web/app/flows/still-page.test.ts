import { describe, expect, test } from "vitest";
import { stillPage } from "./still-page.ts";

const files = {
  "index.html":
    '<html><head><style>@font-face{src:url(./assets/y-latin-wght.woff2)}</style><link rel="stylesheet" href="./assets/a.css"><link rel="icon" href="data:,"><script type="module" src="./assets/a.js"></script></head><body><h1>Ada</h1><img alt="" src="./portrait.webp#circle"/><img src="https://example.org/x.png"><script>alert(1)</script></body></html>',
  "assets/a.css":
    '@font-face{src:url("./x-latin-wght.woff2")}@font-face{src:url(./x-cyrillic.woff2)}h1{color:red}',
  "assets/x-latin-wght.woff2": new Uint8Array([1, 2, 3]),
  "assets/y-latin-wght.woff2": new Uint8Array([7, 8, 9]),
  "portrait.webp": new Uint8Array([1, 2, 3]),
  "assets/x-cyrillic.woff2": new Uint8Array([4]),
};

describe("stillPage", () => {
  const page = stillPage({ files });

  test("needs no other file and runs nothing", () => {
    expect(page).not.toMatch(/<script|<link|assets\//);
  });

  test("holds its own pictures, and asks no server for one of another", () => {
    expect(page).toContain('<img alt="" src="data:image/webp;base64,AQID#circle"');
  });

  test("keeps words, styles and the Latin face", () => {
    expect(page).toContain("<h1>Ada</h1>");
    expect(page).toContain("h1{color:red}");
    expect(page).toContain("data:font/woff2;base64,AQID");
    expect(page).toContain("data:font/woff2;base64,BwgJ");
    expect(page).not.toContain("BA==");
  });
});
