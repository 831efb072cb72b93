import { describe, expect, test } from "vitest";
import { resolveImport } from "./resolve-import.ts";

const files = {
  "src/App.tsx": "",
  "src/App.css": "",
  "src/sections/index.ts": "",
  "src/old.ts": "",
  "src/data/resume.json": "{}",
  "public/me.jpg": "",
};
const resolve = (specifier: string, importer = "src/sections/Work.tsx") =>
  resolveImport(specifier, importer, files);
const file = (path: string, query = "") => ({ kind: "file", path, query });

describe("resolveImport", () => {
  test.each([
    ["../App", file("src/App.tsx")],
    ["../App.css", file("src/App.css")],
    ["../App.css?raw", file("src/App.css", "raw")],
    ["../sections", file("src/sections/index.ts")],
    ["./", file("src/sections/index.ts")],
    ["../old.js", file("src/old.ts")],
    ["../App.jsx", file("src/App.tsx")],
    ["../data/resume.json", file("src/data/resume.json")],
    ["/src/App", file("src/App.tsx")],
    ["/me.jpg", file("public/me.jpg")],
    ["react", { kind: "package", specifier: "react" }],
    ["@scope/name/part", { kind: "package", specifier: "@scope/name/part" }],
    ["./gone", { kind: "missing" }],
    ["../../../outside", { kind: "missing" }],
  ])("%s", (specifier, expected) => {
    expect(resolve(specifier)).toEqual(expected);
  });

  test("names of Object.prototype aren't files", () => {
    expect(resolve("/constructor")).toEqual({ kind: "missing" });
  });
});
