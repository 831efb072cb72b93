import { expect, it } from "vitest";
import { listFiles } from "./collect-files.ts";
import { folderTree } from "./folder-tree.ts";

it("mounts files as a tree, and a file can't be a folder too", () => {
  const entry = (path: string) => ({ path, content: path });
  expect(folderTree([entry("a.ts"), entry("src/x/b.ts"), entry("src/c.ts")])).toEqual({
    "a.ts": { file: { contents: "a.ts" } },
    src: {
      directory: {
        x: { directory: { "b.ts": { file: { contents: "src/x/b.ts" } } } },
        "c.ts": { file: { contents: "src/c.ts" } },
      },
    },
  });
  expect(() => folderTree([entry("a"), entry("a/b")])).toThrow("below a file");
});

it("lists a project's files without what tools made, and all of what they made when asked", async () => {
  const folders: Record<string, readonly [string, boolean][]> = {
    ".": [
      ["src", true],
      ["node_modules", true],
      ["dist", true],
      ["index.html", false],
    ],
    src: [["main.tsx", false]],
    dist: [["dist", true]],
    "dist/dist": [["a.js", false]],
  };
  const container = {
    list: async (path: string) =>
      (folders[path] ?? []).map(([name, isFolder]) => ({ name, isFolder })),
  };
  expect(await listFiles(container)).toEqual(["index.html", "src/main.tsx"]);
  expect(await listFiles(container, "dist")).toEqual(["dist/dist/a.js"]);
});
