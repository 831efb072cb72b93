import {
  array,
  assert,
  constantFrom,
  nat,
  property,
  record,
  uniqueArray,
  type Arbitrary,
} from "fast-check";
import { expect, test } from "vitest";
import { NEW_RUN } from "./agent-run.ts";
import { shownMessages, withChanged, withMessage } from "./conversation-branches.ts";
import { laterOf, mergeConversations, stamped, stampOf } from "./conversation-merge.ts";
import { NO_CONVERSATION, type Conversation, type Message } from "./conversation.ts";

/** Few ids and few moments, so that devices often mean the same message at the same time. */
const id = constantFrom("a", "b", "c", "d", "e");
const moment = nat({ max: 3 });
const message = record({
  id,
  after: constantFrom(null, "a", "b", "c"),
  at: moment,
  changedAt: moment,
  from: constantFrom("person", "site"),
  text: constantFrom("", "x", "yy"),
}) as Arbitrary<Message>;
const talk: Arbitrary<Conversation> = record({
  messages: uniqueArray(message, { selector: (one) => one.id, maxLength: 5 }),
  head: constantFrom(null, "a", "b", "c"),
  headAt: moment,
  locks: array(record({ kind: constantFrom("section" as const), id }), { maxLength: 2 }),
  locksAt: moment,
});

test("merging is the same in any order, any grouping, and however often", () => {
  assert(
    property(talk, talk, talk, (one, two, three) => {
      const both = mergeConversations(one, two);
      expect(mergeConversations(two, one)).toEqual(both);
      expect(mergeConversations(both, two)).toEqual(both);
      expect(mergeConversations(both, three)).toEqual(
        mergeConversations(one, mergeConversations(two, three)),
      );
    }),
  );
});

test("no message of either side is lost, and of each the later state stands", () => {
  assert(
    property(talk, talk, (one, two) => {
      const both = mergeConversations(one, two).messages;
      const all = [...one.messages, ...two.messages];
      expect(new Set(both.map((said) => said.id))).toEqual(new Set(all.map((said) => said.id)));
      for (const said of both) {
        const stamps = all.filter((other) => other.id === said.id).map(stampOf);
        expect(stampOf(said)).toBe(Math.max(...stamps));
      }
    }),
  );
});

const said = (name: string, at: number) => ({ id: name, at, from: "person" as const, text: name });

test("a change stands over what it changed, by a clock that is behind too", () => {
  const first = stamped(NO_CONVERSATION, withMessage(NO_CONVERSATION, said("a", 1_000)), 1_000);
  const undone = withChanged(first, "a", (one) => ({ ...one, isUndone: true }));
  const behind = stamped(first, { ...undone, locks: [{ kind: "section", id: "work" }] }, 10);
  expect(behind.messages[0]?.changedAt).toBe(1_001);
  expect(behind).toMatchObject({ headAt: 1_000, locksAt: 10 });
  expect(mergeConversations(first, behind)).toEqual(behind);
  expect(stamped(first, first, 5)).toBe(first);
});

test("two devices that go on from the same message make two branches; the later one is shown", () => {
  const before = stamped(NO_CONVERSATION, withMessage(NO_CONVERSATION, said("a", 1)), 1);
  const laptop = stamped(before, withMessage(before, said("b", 5)), 5);
  const phone = stamped(before, withMessage(before, said("c", 7)), 7);
  const both = mergeConversations(laptop, phone);
  expect(shownMessages(both).map((one) => one.id)).toEqual(["a", "c"]);
  expect(both.messages.map((one) => one.id)).toEqual(["a", "b", "c"]);
});

test("what is the same is left the object that it was", () => {
  const one: Message = { ...said("a", 1), after: null };
  expect(laterOf(one, { ...one })).toBe(one);
});

test("what a job came to stands over its answer under way, whatever the clocks say", () => {
  const said = { id: "a", after: null, at: 1, from: "site", text: "", jobId: "job" } as const;
  const ended: Message = { ...said, changedAt: 5, run: { ...NEW_RUN, state: "done" } };
  for (const jobId of [undefined, "job"]) {
    const underWay: Message = { ...said, changedAt: 9, run: NEW_RUN };
    if (jobId === undefined) delete underWay.jobId;
    expect(laterOf(underWay, ended)).toBe(ended);
    expect(laterOf(ended, underWay)).toBe(ended);
  }
  const undone: Message = { ...ended, changedAt: 9, isUndone: true };
  expect(laterOf(ended, undone)).toBe(undone);
});
