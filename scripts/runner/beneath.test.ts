import { describe, expect, it } from "vitest";
import { Refused, stepsTo } from "./beneath.ts";

describe("the steps to a path", () => {
  it.each([
    ["src/main.tsx", ["src", "main.tsx"]],
    ["./src//a/../b", ["src", "b"]],
    ["/work/project/src", ["src"]],
    ["/work/project", []],
    [".", []],
    ["...", ["..."]],
    ["%2e%2e/x", ["%2e%2e", "x"]],
  ])("%j", (path, steps) => {
    expect(stepsTo("/work/project", path)).toEqual(steps);
  });

  it("go on from where a link lies", () => {
    expect(stepsTo("/work/project", "../c", ["a", "b"])).toEqual(["a", "c"]);
    expect(stepsTo("/work/project", "/work/project/c", ["a", "b"])).toEqual(["c"]);
    expect(() => stepsTo("/work/project", "../../../c", ["a", "b"])).toThrow(Refused);
  });

  it.each([
    "..",
    "a/../..",
    "/work",
    "/work/project2/x",
    "/work/projec",
    "/etc/passwd",
    "a\0",
    "x/".repeat(3000),
  ])("aren’t given for %j", (path) => {
    expect(() => stepsTo("/work/project", path)).toThrow(Refused);
  });
});
