import { expect, test } from "vitest";
import { NEW_RUN } from "./agent-run.ts";
import {
  beforeMessage,
  branchThrough,
  shownMessages,
  withMessage,
  wordingsOf,
} from "./conversation-branches.ts";
import {
  NO_CONVERSATION,
  openOffers,
  readKept,
  settledMessage,
  toKept,
  type Conversation,
  type Message,
} from "./conversation.ts";
import { CONVERSATION_LIMITS } from "./limits.ts";

const said = (id: string, from: Message["from"] = "person") => ({ id, at: 1, from, text: id });
const talk = (...ids: readonly string[]): Conversation =>
  ids.reduce((so, id) => withMessage(so, said(id)), NO_CONVERSATION);
const shown = (conversation: Conversation) => shownMessages(conversation).map(({ id }) => id);

test("a conversation of the first release is read as one branch", () => {
  const kept = { key: "p", messages: [said("a"), { ...said("b", "site"), act: "Dark" }] };
  const read = readKept(kept);
  expect(shown(read)).toEqual(["a", "b"]);
  expect(read.messages[1]).toMatchObject({ after: "a", act: "Dark" });
});

test("what is kept is read again, with locks, calls and differences", () => {
  const answer: Omit<Message, "after"> = {
    ...said("b", "site"),
    changes: [{ path: "src/Hero.tsx", before: "a", after: "b" }],
    version: "v1",
    run: {
      ...NEW_RUN,
      state: "done",
      steps: [
        { kind: "text", text: "Done." },
        { kind: "tool", id: "t", name: "edit_file", about: "x", state: "done", files: [] },
      ],
      cost: { model: "m", inputTokens: 900, cachedTokens: 800, outputTokens: 20, repairTokens: 0 },
    },
  };
  const kept = {
    ...withMessage(talk("a"), answer),
    locks: [{ kind: "section" as const, id: "work" }],
  };
  expect(readKept({ key: "p", ...toKept(kept) })).toEqual(kept);
});

test("what was offered is kept, and open until it is done; taken back it is open again", () => {
  const choices = ["a", "b"].map((request) => ({ request, label: request.toUpperCase() }));
  const kept = (more: object) => {
    const message = { ...said("b", "site"), offers: { choices }, ...more };
    return readKept(toKept(withMessage(talk("a"), message))).messages[1]!;
  };
  expect(openOffers(kept({}))).toEqual({ choices });
  const taken = { offers: { choices, chosen: 0 } };
  expect(openOffers(kept({ ...taken, act: "A" }))).toBeNull();
  expect(openOffers(kept({ ...taken, act: "A", isUndone: true }))?.choices).toEqual(choices);
  // It changed nothing: the rest may still be what was meant.
  expect(openOffers(kept(taken))?.choices).toEqual([choices[1]]);
  expect(openOffers(kept({ needsConsent: true }))).toBeNull();
  expect(openOffers(kept({ offers: { choices, chosen: "model" } }))).toBeNull();
});

test("an answer that was under way when the page was left is cut, with no step left running", () => {
  const running: Omit<Message, "after"> = {
    ...said("b", "site"),
    run: {
      ...NEW_RUN,
      steps: [
        { kind: "tool", id: "t", name: "edit_file", about: "x", state: "running", files: [] },
        { kind: "build", state: "checking", repair: 0, of: 0, problems: [] },
        {
          kind: "ask",
          id: "q",
          what: "packages",
          about: "x",
          said: "It installs.",
          answer: "open",
        },
      ],
    },
  };
  const kept = readKept(toKept(withMessage(talk("a"), running))).messages[1]!;
  expect(kept.run?.state).toBe("running");
  const { run } = settledMessage(kept);
  expect(run?.state).toBe("cut");
  expect(run?.steps.map((step) => ("state" in step ? step.state : step.kind))).toEqual([
    "failed",
    "ask",
  ]);
});

test("what can’t be read is left out and the rest still hangs together", () => {
  const kept = toKept(talk("a", "b", "c"));
  const damaged = { ...kept, messages: kept.messages.toSpliced(1, 1, { id: 7 } as never) };
  expect(shown(readKept(damaged))).toEqual(["c"]);
  expect(readKept({ version: 9 })).toEqual(NO_CONVERSATION);
  expect(readKept(undefined)).toEqual(NO_CONVERSATION);
});

test("the oldest messages are let go", () => {
  const most = CONVERSATION_LIMITS.messages;
  const long = toKept(talk(...Array.from({ length: most + 5 }, (_, at) => `${at}`)));
  expect(shown(readKept(long))).toHaveLength(most);
  expect(long.messages[0]).toMatchObject({ id: "5" });
});

test("a request that is sent again in other words is a branch, and the first wording stays", () => {
  const first = talk("a", "b", "c", "d");
  const again = withMessage(beforeMessage(first, first.messages[2]!), said("c2"));
  expect(shown(again)).toEqual(["a", "b", "c2"]);
  const asked = again.messages.find(({ id }) => id === "c2")!;
  expect(wordingsOf(again, asked).map(({ id }) => id)).toEqual(["c", "c2"]);
  expect(shown(branchThrough(again, first.messages[2]!))).toEqual(["a", "b", "c", "d"]);
});

test("messages that follow each other in a ring end the way instead of going round", () => {
  const ring = {
    ...NO_CONVERSATION,
    messages: [
      { ...said("a"), after: "b" },
      { ...said("b"), after: "a" },
    ],
    head: "b",
  };
  expect(shown(ring)).toEqual(["a", "b"]);
  expect(branchThrough(ring, ring.messages[0]!).head).toBeTypeOf("string");
});
