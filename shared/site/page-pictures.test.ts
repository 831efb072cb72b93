import { expect, test } from "vitest";
import { outsidePicturesOn, picturesOn, widthsFor, withPictureSets } from "./page-pictures.ts";

const PAGE = `<html><head></head><body>
<img class="a" src="./me.jpg" alt="A > B" width="128" height="128">
<img src='/talks/stage%20left.png'><img src="data:image/png;base64,AA"><img srcset="x 1x" src="../x.png">
<IMG SRC=https://cdn.example/a.jpg><img src="//cdn.example/b.jpg"><img alt="none">
</body></html>`;

test("the pictures of a page: its own files, and those that lie elsewhere", () => {
  expect(picturesOn(PAGE, "index.html")).toEqual([
    { path: "me.jpg", width: 128 },
    { path: "talks/stage left.png", width: null },
  ]);
  expect(picturesOn('<img src="../me.jpg">', "de/index.html")).toEqual([
    { path: "me.jpg", width: null },
  ]);
  expect(outsidePicturesOn(PAGE)).toEqual(["https://cdn.example/a.jpg", "//cdn.example/b.jpg"]);
});

test("widths: what screens of one to three dots need, never more than there is", () => {
  expect(widthsFor([128], 3_000)).toEqual([128, 256, 384]);
  expect(widthsFor([128], 200)).toEqual([128, 200]);
  expect(widthsFor([null], 4_000)).toEqual([480, 960, 1_600]);
  expect(widthsFor([null, 800], 1_000)).toEqual([480, 800, 960, 1_000]);
  expect(widthsFor([], 1_000)).toEqual([]);
});

test("a picture says its sizes and its room; what it says itself stays, others are left alone", () => {
  const smaller = [
    { path: "assets/me-128-0a1b2c3d.webp", width: 128 },
    { path: "assets/me-256-0a1b2c3d.webp", width: 256 },
  ];
  const set = { width: 1_600, height: 900, smaller };
  const sets = new Map([
    ["me.jpg", set],
    ["talks/stage left.png", { ...set, smaller: [] }],
  ]);
  const html = withPictureSets(PAGE, "index.html", sets);
  expect(html).toContain(
    '<img srcset="./assets/me-128-0a1b2c3d.webp 128w, ./assets/me-256-0a1b2c3d.webp 256w" sizes="(min-width: 128px) 128px, 100vw" decoding="async" class="a" src="./me.jpg" alt="A > B" width="128" height="128">',
  );
  expect(html).toContain(
    `<img width="1600" height="900" decoding="async" src='/talks/stage%20left.png'>`,
  );
  expect(html).toContain("<style>:where(img){height:auto}</style></head>");
  expect(html).toContain('<img srcset="x 1x" src="../x.png">');
  const below = withPictureSets('<img src="../me.jpg" width=9>', "de/index.html", sets);
  expect(below).toContain('srcset="../assets/me-128');
  expect(withPictureSets(PAGE, "index.html", new Map())).toBe(PAGE);
});
