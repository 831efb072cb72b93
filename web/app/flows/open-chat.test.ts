import { describe, expect, it } from "vitest";
import type { AgentEvent } from "../../../shared/agent/loop/events.ts";
import { shownMessages } from "../../../shared/conversation-branches.ts";
import { openProject } from "../../project/open-project.ts";
import { openMemoryStorage } from "../../storage/portfolio-storage.ts";
import type { AgentAsk, ChatAgent } from "./chat-agent.ts";
import { openChat, type PlainActs } from "./open-chat.ts";

const PATH = "src/App.tsx";
const FILES = { [PATH]: "one\n" };
const ACTS: PlainActs = {
  changeTemplate: async () => undefined,
  runCommand: () => undefined,
  tellFailure: ({ message }) => expect.fail(message),
};

/**
 * A model that is held until it is let go, and then writes what it was asked.
 * @param write gives what was there before
 */
function heldAgent(write: (text: string) => string) {
  const asked: AgentAsk[] = [];
  const acts: string[] = [];
  let letGo: () => void = () => undefined;
  const agent: ChatAgent = {
    hear: async () => undefined,
    handOver: () => null,
    bringIn: async () => undefined,
    offer: async () => ({ isThere: true, remark: null }),
    run: (ask) => {
      asked.push(ask);
      const held = Promise.withResolvers<void>();
      letGo = held.resolve;
      let isStopped = false;
      const end = async () => {
        await held.promise;
        if (isStopped) return ask.onEvent({ type: "stopped", changes: [], isKept: false });
        const after = `${ask.text}\n`;
        const changes = [{ path: PATH, before: write(after), after }];
        ask.onEvent({ type: "done", facts: [], changes, isKept: true } satisfies AgentEvent);
      };
      return {
        stop: () => {
          isStopped = true;
          held.resolve();
        },
        leave: () => undefined,
        answer: (id, isAllowed) => acts.push(`${id} ${isAllowed}`),
        ended: end(),
      };
    },
  };
  return { agent, asked, acts, letGo: () => letGo() };
}

async function studio() {
  const storage = openMemoryStorage();
  const made = await storage.create({ name: "Barnaby", files: FILES });
  const opened = await openProject({ id: made.ok ? made.value : "", storage });
  if (!opened.ok) throw new Error(opened.failure.message);
  const project = opened.value;
  const file = () => String(project.getState().files[PATH]);
  const held = heldAgent((content) => {
    const before = file();
    project.apply([{ path: PATH, content }], { label: "x" });
    return before;
  });
  let ids = 0;
  const chat = openChat({
    project,
    storage: Promise.resolve(storage),
    agent: held.agent,
    answerPlain: async (text) => (text === "plain" ? { text: "Done." } : null),
    findOffers: async () => ({ offers: [], isLikely: false, isAnswer: false }),
    keyPath: () => "/account",
    prepare: () => undefined,
    now: () => 1_000,
    mintId: () => `m${(ids += 1)}`,
  });
  const shown = () => shownMessages(chat.conversation.getState());
  const until = (holds: () => boolean) => expect.poll(holds).toBe(true);
  /** Says something to the model and has it answered. */
  const answered = async (text: string) => {
    const before = held.asked.length;
    chat.send(text, ACTS);
    await until(() => held.asked.length > before && chat.state.getState().running !== null);
    held.letGo();
    await until(() => chat.state.getState().running === null);
  };
  const agree = async () => {
    chat.send("first", ACTS);
    await until(() => shown().at(-1)?.needsConsent === true);
    chat.consent(shown().at(-1)!, true);
    await until(() => chat.state.getState().running !== null);
    held.letGo();
    await until(() => chat.state.getState().running === null);
  };
  return { ...held, chat, shown, until, answered, agree, file };
}

describe("the conversation over an open portfolio", () => {
  it("asks no model before the person has said yes once, and then without asking again", async () => {
    const { chat, shown, until, asked, answered, agree } = await studio();
    chat.send("plain", ACTS);
    chat.send("something else", ACTS);
    await until(() => shown().at(-1)?.needsConsent === true);
    chat.consent(shown().at(-1)!, false);
    await until(() => shown().at(-1)?.text === "Not sent. Nothing was changed.");
    expect(asked).toHaveLength(0);
    await agree();
    await answered("second");
    expect(asked.map(({ text }) => text)).toEqual(["first", "second"]);
    // What was said before goes along, the request itself doesn’t.
    expect(asked[1]?.past.at(-1)?.run?.state).toBe("done");
    expect(asked[1]?.past.some(({ text }) => text === "second")).toBe(false);
  });

  it("keeps what is sent meanwhile until the answer has ended, and stops at a word", async () => {
    const { chat, shown, until, asked, acts, agree } = await studio();
    await agree();
    chat.send("long", ACTS);
    chat.send("plain", ACTS);
    await until(() => chat.state.getState().running !== null);
    expect(shown().at(-1)?.run?.state).toBe("running");
    chat.answerPermission("p1", true);
    chat.stop();
    await until(() => shown().at(-1)?.text === "Done.");
    expect(shown().at(-3)?.run?.state).toBe("stopped");
    expect(acts).toEqual(["p1 true"]);
    expect(asked).toHaveLength(2);
  });

  it("goes back to a message, says it again in other words, and shows either wording", async () => {
    const { chat, shown, until, answered, agree, file, letGo, asked } = await studio();
    await agree();
    await answered("two");
    await answered("three");
    expect(file()).toBe("three\n");
    const done = shown().filter(({ run }) => run?.state === "done");
    expect(await chat.restore(done[1]!)).toEqual({ ok: true, value: undefined });
    expect(file()).toBe("two\n");

    chat.undo(done[1]!);
    expect(file()).toBe("first\n");
    expect(chat.undoProblem(done[2]!)).toBe("Changed again since; the history has it.");

    const request = shown().find(({ text }) => text === "two")!;
    chat.sendAgain(request, "other", ACTS);
    await until(() => asked.length === 4 && chat.state.getState().running !== null);
    expect(file()).toBe("first\n");
    letGo();
    await until(() => chat.state.getState().running === null);
    expect(file()).toBe("other\n");
    expect(shown().map(({ text }) => text)).not.toContain("three");
    expect(await chat.showWording(request)).toEqual({ ok: true, value: undefined });
    expect(file()).toBe("three\n");
    expect(shown().map(({ text }) => text)).toContain("three");
  });
});
