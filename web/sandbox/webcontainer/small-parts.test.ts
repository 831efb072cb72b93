import { describe, expect, it } from "vitest";
import { contentOf, listFiles } from "./collect-files.ts";
import type { Container } from "./container.ts";
import { readSaid } from "./dev-server.ts";
import { folderTree } from "./folder-tree.ts";
import { lockedCount } from "./install-packages.ts";
import { changedPaths, effective, withChanges } from "./waiting-changes.ts";

describe("changes on their way down", () => {
  const files = { a: "1", b: new Uint8Array([1, 2]), gone: "x" };
  it("keeps the last of each path, and none that changes nothing", () => {
    const changes = effective(files, [
      { path: "a", content: "2" },
      { path: "a", content: "1" },
      { path: "b", content: new Uint8Array([1, 2]) },
      { path: "gone", content: null },
      { path: "never", content: null },
      { path: "new", content: "" },
    ]);
    expect(changes.map(({ path }) => path)).toEqual(["gone", "new"]);
    expect(changedPaths(files, changes).map(({ type }) => type)).toEqual(["delete", "create"]);
    expect(withChanges(files, changes)).toEqual({ a: "1", b: files.b, new: "" });
  });
});

describe("files of a container", () => {
  it("mount as a tree, and a file can't be a folder too", () => {
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

  it("are listed without what tools made", async () => {
    const folders: Record<string, readonly [string, boolean][]> = {
      ".": [
        ["src", true],
        ["node_modules", true],
        ["dist", true],
        ["index.html", false],
      ],
      src: [["main.tsx", false]],
    };
    const container = {
      list: async (path: string) =>
        (folders[path] ?? []).map(([name, isFolder]) => ({ name, isFolder })),
    } as unknown as Container;
    expect(await listFiles(container)).toEqual(["index.html", "src/main.tsx"]);
  });

  it("come back as they went in", () => {
    const text = new TextEncoder().encode("é");
    expect(contentOf(text, undefined)).toBe("é");
    expect(contentOf(text, new Uint8Array())).toBe(text);
    expect(contentOf(new Uint8Array([255, 0]), undefined)).toEqual(new Uint8Array([255, 0]));
  });
});

it("hears the dev server's own lines, and nobody else's", () => {
  expect(readSaid('@cv2web@{"type":"error","message":"x"}')).toMatchObject({ type: "error" });
  expect(readSaid("@cv2web@half")).toBeNull();
  expect(readSaid('> @cv2web@{"type":"turn"}')).toBeNull();
});

it("counts a lock file's packages, without those of other platforms", () => {
  const packages = { "": {}, "node_modules/a": {}, "node_modules/b": { optional: true } };
  expect(lockedCount(JSON.stringify({ packages }))).toBe(1);
  expect(lockedCount("{")).toBeNull();
});
