import { describe, expect, it } from "vitest";
import type { ConsoleEntry } from "../../../shared/build.ts";
import {
  addConsoleEntry,
  CONSOLE_LIMIT,
  filterConsole,
  type ConsoleLine,
} from "./console-entries.ts";

const entry = (text: string, level: ConsoleEntry["level"] = "log"): ConsoleEntry => ({
  text,
  level,
  at: 1,
});
const all = (entries: readonly ConsoleEntry[]) =>
  entries.reduce<readonly ConsoleLine[]>(addConsoleEntry, []);

describe("the console", () => {
  it("counts the same line up", () => {
    const lines = all([entry("a"), entry("a"), entry("b"), entry("a")]);
    expect(lines.map((line) => [line.text, line.times])).toEqual([
      ["a", 2],
      ["b", 1],
      ["a", 1],
    ]);
    expect(new Set(lines.map((line) => line.id)).size).toBe(3);
  });
  it("tells an error from a log of the same text", () => {
    expect(all([entry("a"), entry("a", "error")])).toHaveLength(2);
  });
  it("lets old lines go", () => {
    const lines = all(Array.from({ length: CONSOLE_LIMIT + 3 }, (_, at) => entry(String(at))));
    expect(lines).toHaveLength(CONSOLE_LIMIT);
    expect(lines[0]?.text).toBe("3");
  });
  it("filters by level and text", () => {
    const lines = all([entry("One"), entry("two", "warn"), entry("three", "info")]);
    expect(filterConsole(lines, "log", "").map((line) => line.text)).toEqual(["One", "three"]);
    expect(filterConsole(lines, "all", "ONE")).toHaveLength(1);
    expect(filterConsole(lines, "error", "")).toEqual([]);
  });
});
