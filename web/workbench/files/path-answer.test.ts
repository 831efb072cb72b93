import { describe, expect, it } from "vitest";
import { answerPath } from "./path-answer.ts";

const files = { "src/App.tsx": "app", "src/a/One.tsx": "1" };

describe("answerPath", () => {
  it("creates a component under its own name", () => {
    const answer = answerPath(files, { kind: "create", folder: "src/" }, "src/my-talks.tsx");
    expect(answer).toMatchObject({ ok: true, value: { label: "Create my-talks.tsx" } });
    if (answer.ok) expect(answer.value.changes[0]?.content).toContain("function MyTalks()");
  });
  it("creates nothing over a file or a folder", () => {
    for (const typed of ["src/App.tsx", "src/a"]) {
      expect(answerPath(files, { kind: "create", folder: "" }, typed)).toMatchObject({
        failure: { kind: "conflict" },
      });
    }
  });
  it("refuses a path that leaves the project", () => {
    expect(answerPath(files, { kind: "create", folder: "" }, "../x")).toMatchObject({
      failure: { kind: "invalid" },
    });
  });
  it("moves a folder, and not into itself", () => {
    const moved = answerPath(files, { kind: "rename", path: "src/a" }, "src/b");
    expect(moved).toMatchObject({ ok: true, value: { label: "Rename a" } });
    expect(answerPath(files, { kind: "rename", path: "src/a" }, "src/a/b").ok).toBe(false);
  });
  it("the same name is no change", () => {
    const same = answerPath(files, { kind: "rename", path: "src/App.tsx" }, "src/App.tsx");
    expect(same).toMatchObject({ ok: true, value: { changes: [] } });
  });
});
