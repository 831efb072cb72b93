import { describe, expect, test } from "vitest";
import { PUBLISH_LIMITS } from "../limits.ts";
import { checkManifest, fileAt, isCompressible, isHashed, mediaTypeOf } from "./published-files.ts";

const file = (size = 10) => ({ hash: "0".repeat(64), size });
const page = { "index.html": file() };

describe("checkManifest", () => {
  test("takes an ordinary site", () => {
    const site = { ...page, "assets/main-a1b2c3d4.js": file(), "me.JPG": file(), "cv.pdf": file() };
    expect(checkManifest(site)).toEqual({ ok: true, value: site });
  });

  test.each([
    ["no first page", { "a.html": file() }, "invalid"],
    ["a climbing path", { ...page, "../a.html": file() }, "invalid"],
    ["a rooted path", { ...page, "/a.html": file() }, "invalid"],
    ["an empty segment", { ...page, "a//b.html": file() }, "invalid"],
    ["a program", { ...page, "setup.exe": file() }, "wrong-type"],
    ["a file without a kind", { ...page, constructor: file() }, "wrong-type"],
    ["a page of another language", { ...page, "a.php": file() }, "wrong-type"],
    ["a large file", { ...page, "a.png": file(PUBLISH_LIMITS.fileBytes + 1) }, "too-large"],
    [
      "large files together",
      {
        ...page,
        ...Object.fromEntries(
          Array.from({ length: 6 }, (_, n) => [`${n}.png`, file(PUBLISH_LIMITS.siteBytes / 5)]),
        ),
      },
      "too-large",
    ],
  ])("refuses %s", (_name, site, kind) => {
    expect(checkManifest(site)).toMatchObject({ ok: false, failure: { kind } });
  });

  test("refuses too many files", () => {
    const many = Array.from({ length: PUBLISH_LIMITS.files }, (_, n) => [`${n}.txt`, file(1)]);
    expect(checkManifest({ ...page, ...Object.fromEntries(many) })).toMatchObject({ ok: false });
  });
});

test.each([
  ["/", "index.html"],
  ["/blog/", "blog/index.html"],
  ["/blog", "blog/index.html"],
  ["/talks", "talks.html"],
  ["/assets/a%20b.css", "assets/a b.css"],
  ["/gone", null],
  ["/../index.html/..", null],
  ["/%2e%2e/secret", null],
  ["/%", null],
  ["/constructor", null],
  ["/__proto__", null],
])("%s means %s", (pathname, path) => {
  const manifest = { "index.html": 1, "blog/index.html": 1, "talks.html": 1, "assets/a b.css": 1 };
  expect(fileAt(manifest, pathname)).toBe(path);
});

test("kinds: what is served as what, compressed or not, for ever or not", () => {
  expect(mediaTypeOf("a/b.HTML")).toBe("text/html; charset=utf-8");
  expect(mediaTypeOf("a.svg")).toBe("image/svg+xml");
  expect(mediaTypeOf("a.toString")).toBeNull();
  expect([isCompressible("a.svg"), isCompressible("a.woff2"), isCompressible("a.vcf")]).toEqual([
    true,
    false,
    true,
  ]);
  expect(isHashed("assets/main-A1B2C3D4.js")).toBe(true);
  expect(isHashed("assets/main.js")).toBe(false);
  expect(isHashed("main-A1B2C3D4.js")).toBe(false);
});
