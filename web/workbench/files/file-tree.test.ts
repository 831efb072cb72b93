import { describe, expect, it } from "vitest";
import { fileKind, pictureType, readableSize } from "./file-kind.ts";
import { deletion, fileTree, foldersOf, matchingPaths, relocation } from "./file-tree.ts";

const files = {
  "package.json": "{}",
  "src/App.tsx": "app",
  "src/sections/Work.tsx": "work",
  "src/sections/Skills.tsx": "skills",
  "src/sections2/Other.tsx": "other",
};
const paths = Object.keys(files);

describe("fileTree", () => {
  it("puts folders first, then files, by name", () => {
    const [src, pack] = fileTree(paths);
    expect(src).toMatchObject({ path: "src", kind: "folder" });
    expect(pack).toMatchObject({ path: "package.json", kind: "file" });
    expect(src?.children.map((node) => node.name)).toEqual(["sections", "sections2", "App.tsx"]);
    expect(src?.children[0]?.children.map((node) => node.path)).toEqual([
      "src/sections/Skills.tsx",
      "src/sections/Work.tsx",
    ]);
  });
  it("is empty for no files", () => expect(fileTree([])).toEqual([]));
});

it("matchingPaths finds all words in any order and case", () => {
  expect(matchingPaths(paths, "work SECTIONS")).toEqual(["src/sections/Work.tsx"]);
  expect(matchingPaths(paths, " ")).toEqual(paths);
  expect(foldersOf(["src/sections/Work.tsx"])).toEqual(["src", "src/sections"]);
});

describe("changes", () => {
  it("delete a folder with all in it and no neighbour of like name", () => {
    expect(deletion(files, "src/sections")).toEqual([
      { path: "src/sections/Work.tsx", content: null },
      { path: "src/sections/Skills.tsx", content: null },
    ]);
  });
  it("move a folder", () => {
    expect(relocation(files, "src/sections", "src/parts")).toContainEqual({
      path: "src/parts/Work.tsx",
      content: "work",
    });
  });
  it("move nothing over another file, nor a folder into itself", () => {
    expect(relocation(files, "package.json", "src/App.tsx")).toEqual([]);
    expect(relocation(files, "src", "src/inner")).toEqual([]);
    expect(relocation(files, "gone.ts", "there.ts")).toEqual([]);
  });
});

it("knows what a file is", () => {
  expect(fileKind("src/App.tsx", "x")).toBe("typescript");
  expect(fileKind(".gitignore", "x")).toBe("text");
  expect(fileKind("a.png", new Uint8Array(1))).toBe("picture");
  expect(fileKind("a.woff2", new Uint8Array(1))).toBe("binary");
  expect(pictureType("a.jpeg")).toBe("image/jpeg");
  expect(pictureType("a.svgz")).toBeNull();
  expect([999, 14_400, 1_240_000].map(readableSize)).toEqual(["999 B", "14 KB", "1.2 MB"]);
});
