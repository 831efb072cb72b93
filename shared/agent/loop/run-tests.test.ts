import { describe, expect, test } from "vitest";
import { SMALL_PROJECT } from "../../../tests/fakes/fake-workspace.ts";
import { DONE, runAgent } from "../../../tests/fakes/run-agent.ts";
import { call } from "../../../tests/fakes/scripted-model.ts";

const PATH = "tests/App.test.tsx";
const write = (content: string) => call("write_file", { path: PATH, content });
const install = call("run_command", { command: "npm install --save-dev vitest" });

const PASSING = "TAP version 13\n1..2\nok 1 - says ten # time=9.23ms\nok 2 - is short # time=1ms\n";
/** As vitest says it, after npm’s own words; times and places are others each time. */
const failing = () =>
  [
    "npm warn old",
    "TAP version 13",
    "1..2",
    "ok 1 - is short # time=1ms",
    `not ok 2 - says ten # time=${Math.random()}ms`,
    "    ---",
    "    error:",
    '        name: "AssertionError"',
    '        message: "expected 10 to be \\"twelve\\""',
    `    at: "/home/me/${Math.random()}.ts:3:5"`,
    "    ...",
  ].join("\n");
const tests = (text: string) =>
  text.includes("twelve")
    ? { exitCode: 1, output: failing() }
    : { exitCode: 0, output: text.includes("skip") ? "1..1\nok 1 - x # SKIP" : PASSING };
const SHELL = { hasShell: true, answer: () => true, tests } as const;

describe("tests that a message writes", () => {
  test("are run before it is said that it is done, and mended where they fail", async () => {
    const ran = await runAgent([install, write("// twelve"), DONE, write("// ten"), DONE], SHELL);
    expect(ran.ran).toEqual([
      "npm install --ignore-scripts --save-dev vitest",
      `npx --no-install vitest run --reporter=tap-flat ${PATH}`,
      `npx --no-install vitest run --reporter=tap-flat ${PATH}`,
    ]);
    expect(ran.of("repair")).toHaveLength(1);
    const told = JSON.stringify(ran.requests[3]?.messages.at(-1));
    expect(told).toContain('says ten: expected 10 to be \\"twelve');
    expect(told).not.toContain("/home/me");
    expect(ran.of("done")[0]?.facts.at(-1)).toEqual({
      id: "tests",
      holds: true,
      said: "2 tests pass.",
    });
  });

  test("aren’t good where none of them was run", async () => {
    const ran = await runAgent([install, write("// skip"), DONE, write("// ten"), DONE], SHELL);
    expect(ran.of("repair")).toHaveLength(1);
    expect(ran.last.type).toBe("done");
  });

  test("that can’t be made to pass are taken back with all that came with them", async () => {
    const ran = await runAgent([install, write("// twelve"), DONE, DONE], SHELL);
    expect(ran.last).toMatchObject({ type: "failed", changes: [] });
    expect(ran.files()).toEqual(SMALL_PROJECT);
  });

  test("stay where nothing can run them, and it is said that they weren’t run", async () => {
    const alone = await runAgent([write("// ten"), DONE]);
    expect(alone.of("done")[0]?.facts.at(-1)).toEqual({
      id: "tests",
      holds: null,
      said: "The tests were written, but not run: nothing runs Node here.",
    });
    expect(alone.files()).toEqual({ ...SMALL_PROJECT, [PATH]: "// ten" });
    const without = await runAgent([write("// ten"), DONE], { ...SHELL, answer: () => false });
    expect(without.ran).toEqual([]);
    expect(without.of("done")[0]?.facts.at(-1)).toMatchObject({
      holds: null,
      said: "The tests were written, but not run: vitest isn’t installed.",
    });
  });

  test("aren’t looked for where none were written", async () => {
    const ran = await runAgent(
      [call("write_file", { path: "src/x.ts", content: "1" }), DONE],
      SHELL,
    );
    expect(ran.of("test-run")).toEqual([]);
    expect(ran.of("done")[0]?.facts.map(({ id }) => id)).not.toContain("tests");
  });

  test("get a script of their own beside vitest", async () => {
    const edit = (old: string, next: string) =>
      call("edit_file", { path: "package.json", old, new: next });
    const script = edit('"build": "vite build" }', '"build": "vite build", "test": "vitest run" }');
    const named = {
      ...SMALL_PROJECT,
      "package.json": String(SMALL_PROJECT["package.json"]).replace(
        '"react": "19.3.1"',
        '"react": "19.3.1",\n    "vitest": "5.1.1"',
      ),
    };
    const listed = await runAgent([script, DONE], { ...SHELL, files: named });
    expect(String(listed.files()["package.json"])).toContain('"test": "vitest run"');
    const without = await runAgent([script, DONE], SHELL);
    expect(without.files()).toEqual(SMALL_PROJECT);
  });
});
