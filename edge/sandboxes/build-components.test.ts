import { expect, test } from "vitest";
import { ok } from "../../shared/failure.ts";
import type { FileChange, ProjectFiles } from "../../shared/project.ts";
import { placeComponent, placeOf } from "../../shared/agent/components/place-component.ts";
import type { WrittenComponent } from "../jobs/write-components.ts";
import type { ReadingCalls } from "../objects/reading-messages.ts";
import { buildComponents } from "./build-components.ts";

const FILES: ProjectFiles = {
  "src/main.tsx": 'import { App } from "./App";\n',
  "src/App.tsx":
    'import { Skills } from "./sections/Skills";\nimport { Work } from "./sections/Work";\n',
  "src/sections/Skills.tsx": "export function Skills() {}\n",
  "src/sections/Work.tsx": "export function Work() {}\n",
};
const written: readonly WrittenComponent[] = [
  { id: "skills", path: "src/own/Skills.tsx", source: "skills", cacheName: "skills" },
  { id: "timeline", path: "src/own/Timeline.tsx", source: "timeline", cacheName: "timeline" },
];
const made = {
  written,
  files: written.reduce(
    (files, { id, source }) => placeComponent(files, placeOf(files, id)!, source),
    FILES,
  ),
};

/** A machine whose builds end so, one after another. */
async function built(outputs: readonly string[]) {
  const [writes, forgotten, warnings]: [FileChange[][], string[], string[]] = [[], [], []];
  let builds = 0;
  const result = await buildComponents({
    provider: {
      run: async () => {
        const output = outputs[builds++] ?? "";
        return ok({ exitCode: output === "" ? 0 : 1, output });
      },
      write: async (_, changes) => {
        writes.push([...changes]);
        return ok(undefined);
      },
    },
    machineId: "machine",
    files: FILES,
    made,
    readings: {
      put: async (name) => void forgotten.push(name),
    } as Partial<ReadingCalls> as ReadingCalls,
    warn: async (message) => void warnings.push(message),
  });
  if (!result.ok) throw new Error(result.failure.message);
  return { ...result.value, writes, forgotten, warnings, builds };
}

test("what builds stays as it is", async () => {
  const { files, writes, warnings, builds } = await built([]);
  expect([files, writes, warnings, builds]).toEqual([made.files, [], [], 1]);
});

test("the one that the build names goes, and isn't taken from the cache again", async () => {
  const one = await built(["src/own/Timeline.tsx(3,1): error TS2304"]);
  expect(one.written.map(({ id }) => id)).toEqual(["skills"]);
  expect(one.files["src/App.tsx"]).toBe(
    'import Skills from "./own/Skills";\nimport { Work } from "./sections/Work";\n',
  );
  expect(one.writes[0]!.map(({ path, content }) => [path, content === null])).toEqual([
    ["src/own/Timeline.tsx", true],
    ["src/App.tsx", false],
  ]);
  expect(one.forgotten).toEqual(["timeline"]);
  expect(one.warnings).toHaveLength(1);
  expect(one.warnings[0]).toContain("“Timeline” stays");
  expect(one.builds).toBe(2);
});

test("all go where the build names none", async () => {
  const none = await built(["ReferenceError: x is not defined"]);
  expect(none.files).toEqual(FILES);
  expect(none.warnings).toHaveLength(2);
  expect(none.builds).toBe(1);
});
