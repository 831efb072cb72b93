import { expect, test } from "vitest";
import { NEW_RUN, type AgentRun } from "../agent-run.ts";
import type { AgentEvent } from "./loop/events.ts";
import { afterEvent } from "./run-of-events.ts";

const runOf = (events: readonly AgentEvent[]): AgentRun => events.reduce(afterEvent, NEW_RUN);

const TURN = { type: "turn", turn: 1, of: 10, isRepair: false } as const;
const CHANGE = { path: "src/Hero.tsx", before: "a\n", after: "b\n" };
const EDIT: readonly AgentEvent[] = [
  { type: "tool-start", id: "t1", name: "edit_file" },
  { type: "file", toolId: "t1", change: CHANGE, addedLines: 3, removedLines: 1, sentLetters: 20 },
  {
    type: "tool-end",
    id: "t1",
    name: "edit_file",
    about: "src/Hero.tsx",
    result: "Edited.",
    isError: false,
  },
];
const tokens = (input: number, cacheRead: number, output: number) => ({
  input,
  cacheWrite: 0,
  cacheRead,
  output,
});

test("a change in one edit: words, the call with its difference, the build, what was checked", () => {
  const run = runOf([
    TURN,
    { type: "text", delta: "I’ll make " },
    { type: "text", delta: "it shorter." },
    ...EDIT,
    { type: "build", state: "checking" },
    { type: "build", state: "good", durationMs: 20 },
    { type: "turn", turn: 2, of: 10, isRepair: false },
    { type: "text", delta: "Done." },
    {
      type: "usage",
      model: "m",
      usage: tokens(100, 900, 50),
      ofRepairs: tokens(0, 0, 0),
    },
    {
      type: "done",
      facts: [{ id: "builds", holds: true, said: "It builds." }],
      changes: [CHANGE],
      isKept: true,
    },
  ]);
  expect(run.steps).toEqual([
    { kind: "text", text: "I’ll make it shorter." },
    {
      kind: "tool",
      id: "t1",
      name: "edit_file",
      about: "src/Hero.tsx",
      state: "done",
      result: "Edited.",
      files: [{ change: CHANGE, addedLines: 3, removedLines: 1 }],
    },
    { kind: "build", state: "good", repair: 0, of: 0, problems: [] },
    { kind: "text", text: "Done." },
  ]);
  expect(run).toMatchObject({
    state: "done",
    facts: [{ holds: true }],
    cost: { inputTokens: 1_000, cachedTokens: 900, outputTokens: 50, repairTokens: 0 },
  });
  expect(run.doing).toBeNull();
});

test("repairs are counted at the builds that check them, and what is taken back is said", () => {
  const run = runOf([
    TURN,
    ...EDIT,
    { type: "build", state: "checking" },
    { type: "build", state: "bad" },
    { type: "problem", message: "Unexpected token", path: "src/Hero.tsx", line: 4 },
    { type: "repair", repair: 1, of: 4 },
    ...EDIT,
    { type: "build", state: "checking" },
    { type: "build", state: "bad" },
    { type: "problem", message: "Unexpected token", path: "src/Hero.tsx", line: 4 },
    {
      type: "rolled-back",
      paths: ["src/Hero.tsx"],
      left: [],
      why: "not-mended",
      said: "It couldn’t be mended.",
    },
    { type: "done", facts: [], changes: [], isKept: true },
  ]);
  expect(run.steps.map(({ kind }) => kind)).toEqual(["tool", "build", "tool", "build", "back"]);
  expect(run.steps.filter(({ kind }) => kind !== "tool")).toEqual([
    {
      kind: "build",
      state: "bad",
      repair: 0,
      of: 0,
      problems: ["src/Hero.tsx:4: Unexpected token"],
    },
    {
      kind: "build",
      state: "bad",
      repair: 1,
      of: 4,
      problems: ["src/Hero.tsx:4: Unexpected token"],
    },
    { kind: "back", said: "It couldn’t be mended.", paths: ["src/Hero.tsx"], left: [] },
  ]);
});

test("a turn that is asked for again leaves nothing of its first words", () => {
  const run = runOf([
    TURN,
    ...EDIT,
    { type: "turn", turn: 2, of: 10, isRepair: false },
    { type: "text", delta: "Half a" },
    { type: "turn-void", turn: 2 },
    { type: "text", delta: "The whole answer." },
  ]);
  expect(run.steps.map(({ kind }) => kind)).toEqual(["tool", "text"]);
  expect(run.steps.at(-1)).toMatchObject({ text: "The whole answer." });
});

test("a stop leaves no call running and no question open", () => {
  const run = runOf([
    TURN,
    { type: "tool-start", id: "t1", name: "run_command" },
    { type: "permission", id: "p", what: "packages", about: "left-pad", said: "It installs." },
    { type: "stopped", changes: [], isKept: true },
  ]);
  expect(run).toMatchObject({
    state: "stopped",
    steps: [
      { kind: "tool", state: "failed" },
      { kind: "ask", answer: "refused" },
    ],
  });
});

test("a permission is answered at its own question", () => {
  const asked = {
    type: "permission",
    what: "command",
    about: "npm test",
    said: "It runs.",
  } as const;
  const run = runOf([
    TURN,
    { ...asked, id: "p" },
    { ...asked, id: "q" },
    { type: "permission-answered", id: "p", isAllowed: true },
  ]);
  expect(run.steps.map((step) => step.kind === "ask" && step.answer)).toEqual(["allowed", "open"]);
});

test("each answer is priced by the model that gave it; one without a price leaves tokens only", () => {
  const usage = (model: string, output: number): AgentEvent => ({
    type: "usage",
    model,
    usage: { input: 0, cacheWrite: 0, cacheRead: 0, output },
    ofRepairs: { input: 0, cacheWrite: 0, cacheRead: 0, output: 0 },
  });
  const small = usage("claude-haiku-5-5", 1_000);
  // 1,000 tokens at $0.5 and 1,000 more at $10 a million: cents.
  expect(runOf([small, usage("claude-sonnet-5-5", 2_000)]).cost?.cents).toBeCloseTo(1.05);
  expect(runOf([small, usage("of-ones-own", 2_000), small]).cost?.cents).toBeUndefined();
});
