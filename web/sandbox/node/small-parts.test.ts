import { describe, expect, it } from "vitest";
import { readSaid } from "./dev-server.ts";
import { lockedCount } from "./install-packages.ts";
import { contentOf } from "./machine-files.ts";
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

describe("files of a machine", () => {
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
