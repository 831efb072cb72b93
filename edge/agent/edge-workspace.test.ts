import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { fail, ok, type Failure } from "../../shared/failure.ts";
import type { FileChange } from "../../shared/project.ts";
import { edgeWorkspace } from "./edge-workspace.ts";

const FILES = {
  "index.html": "<title>Ada</title>",
  "package.json": '{"dependencies":{}}',
  "src/data/resume.json": '{"basics":{"name":"Ada"}}',
  "src/theme.json": await readFile("templates/folio/src/theme.json", "utf8"),
};
const { signal } = new AbortController();
const AWAY: Failure = { kind: "unavailable", message: "Away", nextStep: "Wait", retryable: true };

/** A workspace over a sandbox that answers commands so; what it was told comes back. */
function scene(answer: (command: string) => { exitCode: number; output: string } | null) {
  const ran: string[] = [];
  const written: FileChange[] = [];
  const noted: string[] = [];
  const workspace = edgeWorkspace({
    files: FILES,
    sandbox: {
      write: async (changes) => {
        written.push(...changes);
        return ok(undefined);
      },
      run: async (command) => {
        ran.push(command);
        const said = answer(command);
        return said ? ok(said) : fail(AWAY);
      },
    },
    locks: [],
    sampleTexts: [],
    onSandboxChange: async (paths) => void noted.push(...paths, `(${written.length} written)`),
    keep: async () => ok(undefined),
  });
  return { workspace, ran, written, noted };
}

test("what changes is noted before the sandbox has it, and built there once", async () => {
  const html = "<body>Ada Lovelace</body>";
  const { workspace, ran, written, noted } = scene((command) =>
    command.startsWith("cat") ? { exitCode: 0, output: html } : { exitCode: 0, output: "built" },
  );
  const change = { path: "src/note.css", content: "a{}" };
  expect((await workspace.write([change])).ok).toBe(true);
  expect(noted).toEqual(["src/note.css", "(0 written)"]);
  expect(written).toEqual([change]);
  expect(await workspace.read("src/note.css")).toBe("a{}");
  const checked = await workspace.check(signal);
  expect(checked.ok && checked.value.problems, JSON.stringify(checked)).toEqual([]);
  expect(await workspace.render(signal)).toEqual(ok({ html }));
  expect(ran).toEqual(["npm run build", "cat dist/index.html"]);
  await workspace.write([{ path: "src/note.css", content: null }]);
  await workspace.check(signal);
  expect(ran.filter((command) => command === "npm run build")).toHaveLength(2);
});

test("what the sandbox’s build says is wrong is a problem with its place", async () => {
  const output = "\u001B[31merror\u001B[39m src/App.tsx:7:3 - Cannot find name 'x'";
  const { workspace } = scene(() => ({ exitCode: 2, output }));
  const checked = await workspace.check(signal);
  expect(checked).toMatchObject({ value: { problems: [{ path: "src/App.tsx", line: 7 }] } });
  expect(JSON.stringify(checked)).not.toContain("u001b");
  expect(await workspace.render(signal)).toMatchObject({ failure: { kind: "build-failed" } });
  expect(await workspace.logs()).toEqual([output]);
});

test("a sandbox that is away is no good build", async () => {
  const { workspace } = scene(() => null);
  expect(await workspace.check(signal)).toEqual(fail(AWAY));
});

test("a command goes to the shell word by word", async () => {
  const { workspace, ran } = scene(() => ({ exitCode: 0, output: "" }));
  await workspace.shell!.run("npx", ["tsc", "it's; rm -rf ."], signal);
  expect(ran).toEqual([`'npx' 'tsc' 'it'\\''s; rm -rf .'`]);
});

test("without a sandbox the worker’s own check holds, and no page is made", async () => {
  const parts = { files: FILES, locks: [], sampleTexts: [], keep: async () => ok(undefined) };
  const workspace = edgeWorkspace({
    ...parts,
    sandbox: null,
    onSandboxChange: async () => undefined,
  });
  expect(workspace.shell).toBeNull();
  expect(await workspace.render(signal)).toMatchObject({ failure: { kind: "unavailable" } });
  await workspace.write([{ path: "src/App.tsx", content: "export const = 1" }]);
  const checked = await workspace.check(signal);
  expect(checked.ok && checked.value.problems[0]!.message).toContain("src/App.tsx");
});
