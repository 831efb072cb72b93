import { describe, expect, test } from "vitest";
import { hasOtherExports, isRefreshBoundary, spreadChange } from "./refresh-boundary.ts";

const isComponent = (value: unknown) => typeof value === "function";
const component = () => null;

describe("isRefreshBoundary", () => {
  test.each([
    ["only components", { __esModule: true, App: component, Page: component }, true],
    ["a value beside them", { App: component, title: "x" }, false],
    ["nothing", { __esModule: true }, false],
    ["not an object", component, false],
  ])("%s", (_name, exports, expected) => {
    expect(isRefreshBoundary(exports, isComponent)).toBe(expected);
  });

  test("other exports than before must reach the importers", () => {
    expect(hasOtherExports({ A: component }, { A: component }, isComponent)).toBe(false);
    expect(hasOtherExports({ A: component }, { A: component, B: component }, isComponent)).toBe(
      true,
    );
    expect(hasOtherExports({ A: component }, { A: 1 }, isComponent)).toBe(true);
  });
});

describe("spreadChange", () => {
  /** main → Page* → data, Page → App* → data, main → setup; * are boundaries */
  const graph = {
    main: { importers: [], isBoundary: false },
    Page: { importers: ["main"], isBoundary: true },
    App: { importers: ["Page"], isBoundary: true },
    data: { importers: ["Page", "App"], isBoundary: false },
    setup: { importers: ["main"], isBoundary: false },
  };
  const running = (id: string) => {
    const module = graph[id as keyof typeof graph] as
      { importers: string[]; isBoundary: boolean } | undefined;
    return module && { id, importers: new Set(module.importers), isBoundary: module.isBoundary };
  };

  test("stops at the change itself when that is a boundary", () => {
    expect(spreadChange(["App"], running)).toEqual({
      outdated: new Set(["App"]),
      boundaries: new Set(["App"]),
    });
  });
  test("goes up to every boundary", () => {
    expect(spreadChange(["data"], running)).toEqual({
      outdated: new Set(["data", "App", "Page"]),
      boundaries: new Set(["App", "Page"]),
    });
  });
  test("a change that reaches the entry can't be swapped", () => {
    expect(spreadChange(["setup"], running)).toBeNull();
    expect(spreadChange(["main"], running)).toBeNull();
  });
  test("what doesn't run changes nothing", () => {
    expect(spreadChange(["gone"], running)).toEqual({ outdated: new Set(), boundaries: new Set() });
  });
});
