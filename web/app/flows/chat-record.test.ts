import { expect, test } from "vitest";
import { NEW_RUN } from "../../../shared/agent-run.ts";
import { shownMessages, withMessage } from "../../../shared/conversation-branches.ts";
import { stamped } from "../../../shared/conversation-merge.ts";
import { NO_CONVERSATION, type Conversation, type Message } from "../../../shared/conversation.ts";
import { broughtIn } from "./chat-record.ts";

const say = (talk: Conversation, id: string, at: number, rest: Partial<Message> = {}) =>
  stamped(talk, withMessage(talk, { id, at, from: "person", text: id, ...rest }), at);
const shown = (talk: Conversation) => shownMessages(talk).map(({ id }) => id);
const before = say(NO_CONVERSATION, "a", 1);

test("what another device says goes on below what is shown", () => {
  expect(shown(broughtIn(before, say(before, "b", 9)))).toEqual(["a", "b"]);
  expect(shown(broughtIn(NO_CONVERSATION, before))).toEqual(["a"]);
});

test("another device’s branch doesn’t take the place of the one that somebody looks at", () => {
  const mine = say(before, "mine", 5);
  const both = broughtIn(mine, say(before, "theirs", 9));
  expect(shown(both)).toEqual(["a", "mine"]);
  expect(both.messages.map(({ id }) => id)).toContain("theirs");
});

test("an answer that is written here goes on; one of a page that was left counts as cut", () => {
  const answer = say(before, "b", 5, { from: "site", run: { ...NEW_RUN, doing: "Thinking" } });
  expect(broughtIn(answer, before).messages[1]?.run?.state).toBe("running");
  expect(broughtIn(before, answer).messages[1]?.run?.state).toBe("cut");
});
