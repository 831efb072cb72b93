import { describe, expect, it } from "vitest";
import { SEARCH_LIMIT, searchFiles } from "./search-files.ts";

const files = {
  "src/b.ts": "const one = 1;\n  const Ada = one;\n",
  "src/a.css": ".ada { color: red }",
  "font.woff2": new Uint8Array([1]),
};

describe("searchFiles", () => {
  it("finds lines with their place, files by name", () => {
    const { files: hits, count } = searchFiles(files, "ada");
    expect(count).toBe(2);
    expect(hits.map((hit) => hit.path)).toEqual(["src/a.css", "src/b.ts"]);
    expect(hits[1]?.lines[0]).toEqual({
      line: 2,
      column: 9,
      text: "const Ada = one;",
      start: 6,
      end: 9,
    });
  });
  it("minds case when asked", () => {
    expect(searchFiles(files, "ada", true).count).toBe(1);
  });
  it("marks the match in a long line that was cut", () => {
    const line = `${"x".repeat(200)}needle${"y".repeat(200)}`;
    const hit = searchFiles({ "a.ts": line }, "needle").files[0]?.lines[0];
    expect(hit?.text.slice(hit.start, hit.end)).toBe("needle");
    expect(hit?.text.startsWith("…")).toBe(true);
  });
  it("finds nothing for nothing", () => {
    expect(searchFiles(files, "  ")).toEqual({ files: [], count: 0, cut: false });
  });
  it("stops at the limit and says so", () => {
    const big = { "a.txt": "hit\n".repeat(SEARCH_LIMIT + 5), "b.txt": "hit" };
    const result = searchFiles(big, "hit");
    expect(result).toMatchObject({ count: SEARCH_LIMIT, cut: true });
  });
});
