import { expect, test } from "vitest";
import { NEW_RUN, type AgentRun, type ToolStep } from "../../shared/agent-run.ts";
import type { Message } from "../../shared/conversation.ts";
import {
  announcement,
  buildWords,
  costWords,
  failureReason,
  goodFacts,
  isSaidAgain,
  lineCount,
  toolWords,
} from "./run-words.ts";

const edit: ToolStep = {
  kind: "tool",
  id: "t",
  name: "edit_file",
  about: "src/sections/Hero.tsx",
  state: "done",
  files: [
    { change: { path: "a", before: "", after: "" }, addedLines: 3, removedLines: 1 },
    { change: { path: "b", before: "", after: "" }, addedLines: 2, removedLines: 0 },
  ],
};

test("a call is one line, with the lines it added and removed", () => {
  expect(toolWords(edit)).toEqual({ did: "Edited", target: "Hero.tsx" });
  expect(toolWords({ ...edit, state: "running" }).did).toBe("Editing");
  expect(lineCount(edit)).toBe("+5 −1");
  expect(lineCount({ ...edit, files: [] })).toBeNull();
});

test("what a lock held off is said first, other failures by their first line", () => {
  const failed = { ...edit, state: "failed" } as const;
  const locked = "The owner has locked src/App.tsx against changes by you. Nothing was written.";
  expect(failureReason({ ...failed, result: locked })).toBe(
    "You have locked src/App.tsx against the agent.",
  );
  expect(failureReason({ ...failed, result: "No such block.\nThe nearest is …" })).toBe(
    "No such block.",
  );
  expect(failureReason(edit)).toBeNull();
});

test("a repair says which it is of how many", () => {
  const build = { kind: "build", of: 4, problems: [] } as const;
  expect(buildWords({ ...build, state: "good", repair: 0 })).toBe("The site builds");
  expect(buildWords({ ...build, state: "bad", repair: 2, problems: ["a"] })).toBe(
    "Repair 2 of 4: 1 problem found",
  );
});

test("that the site builds is said once, where it was seen last", () => {
  const good = { kind: "build", state: "good", repair: 0, of: 0, problems: [] } as const;
  const bad = { ...good, state: "bad", problems: ["a"] } as const;
  const mended = { ...good, repair: 1, of: 4 } as const;
  const again = [good, edit, good, edit, bad, mended];
  expect(again.map((_step, at) => isSaidAgain(again, at))).toEqual([
    true,
    ...Array.from({ length: 5 }, () => false),
  ]);
  const facts = [
    { id: "builds", holds: true, said: "It builds." },
    { id: "name", holds: true, said: "Ada is on it." },
    { id: "console", holds: null, said: "Not known." },
  ];
  expect(goodFacts({ ...NEW_RUN, facts, steps: [edit, good] })).toEqual(["Ada is on it."]);
  expect(goodFacts({ ...NEW_RUN, facts, steps: [edit] })).toEqual(["It builds.", "Ada is on it."]);
});

test("cost is tokens, the share that came from the cache, and cents where the price is known", () => {
  const cost = {
    model: "m",
    inputTokens: 4_000,
    cachedTokens: 3_240,
    outputTokens: 200,
    repairTokens: 0,
  };
  expect(costWords(cost, "en")).toBe("4.2k tokens, 81 % from cache");
  expect(costWords({ ...cost, cents: 0.42 }, "en")).toBe("4.2k tokens, 81 % from cache, 0.4 ¢");
  expect(costWords({ ...cost, cachedTokens: 0, cents: 0.02 }, "en")).toBe(
    "4.2k tokens, under 0.1 ¢",
  );
});

test("a screen reader hears steps while it runs, and the whole answer at its end", () => {
  const said = (run: AgentRun): string => {
    const message: Message = { id: "m", after: null, at: 1, from: "site", text: "", run };
    return announcement(message);
  };
  const text = { kind: "text", text: "I make it shorter." } as const;
  expect(said({ ...NEW_RUN, doing: "Thinking" })).toBe("Thinking");
  expect(said({ ...NEW_RUN, steps: [text, edit] })).toBe("Edited Hero.tsx");
  expect(said({ ...NEW_RUN, steps: [edit, text] })).toBe("Answering");
  expect(said({ ...NEW_RUN, state: "done", steps: [text, edit] })).toBe("I make it shorter.");
  expect(said({ ...NEW_RUN, state: "stopped", steps: [] })).toContain("Stopped by you");
});

test("a screen reader hears what is offered, numbered as its buttons are, and then what was done", () => {
  const choices = ["Remove Lamp", "Remove Anchor"].map((label) => ({ request: label, label }));
  const asked: Message = { id: "m", after: null, at: 1, from: "site", text: "Which?" };
  expect(announcement({ ...asked, offers: { choices } })).toBe(
    "Which? 1: Remove Lamp. 2: Remove Anchor.",
  );
  expect(announcement({ ...asked, offers: { choices: choices.slice(1) } })).toBe(
    "Which? Remove Anchor",
  );
  const done = { ...asked, text: "Lamp is gone.", act: "x", offers: { choices, chosen: 0 } };
  expect(announcement(done)).toBe("Lamp is gone.");
});
