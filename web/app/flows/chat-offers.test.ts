import { describe, expect, it } from "vitest";
import { resume, theme } from "../../../shared/agent/plain/test-site.ts";
import type { Offers } from "../../../shared/agent/plain/near/offers.ts";
import { shownMessages } from "../../../shared/conversation-branches.ts";
import { openOffers } from "../../../shared/conversation.ts";
import { RESUME_PATH, THEME_PATH } from "../../../shared/project.ts";
import { openProject } from "../../project/open-project.ts";
import { openMemoryStorage } from "../../storage/portfolio-storage.ts";
import { answerRequest } from "./answer-request.ts";
import type { AgentAsk } from "./chat-agent.ts";
import { openChat, type PlainActs } from "./open-chat.ts";

const ACTS: PlainActs = {
  changeTemplate: () => expect.fail("the template stays"),
  runCommand: () => undefined,
  tellFailure: ({ message }) => expect.fail(message),
};
const LAMP = { request: "remove Lamp", label: "Remove the project “Lamp”" };
const ANCHOR = { request: "remove Anchor", label: "Remove the project “Anchor”" };
const LIKELY: Offers = { offers: [LAMP, ANCHOR], isLikely: true, isAnswer: false };
const NOTHING: Offers = { offers: [], isLikely: false, isAnswer: false };
const ASKED = "dont want the lamp thing on there";

/** The conversation over a portfolio with two projects, with a model that changes nothing. */
async function studio(given: { readonly hasModel: boolean; readonly near?: Offers }) {
  const storage = openMemoryStorage();
  const files = {
    [RESUME_PATH]: JSON.stringify(resume),
    [THEME_PATH]: JSON.stringify({ ...theme, template: "own" }),
  };
  const made = await storage.create({ name: "Mara", files });
  const opened = await openProject({ id: made.ok ? made.value : "", storage });
  if (!opened.ok) throw new Error(opened.failure.message);
  const project = opened.value;
  const asked: AgentAsk[] = [];
  const looked: (readonly [string, string])[] = [];
  let ids = 0;
  const open = () =>
    openChat({
      project,
      storage: Promise.resolve(storage),
      agent: {
        hear: async () => undefined,
        handOver: () => null,
        bringIn: async () => undefined,
        offer: async () => ({ isThere: given.hasModel, remark: null }),
        run: (ask) => {
          asked.push(ask);
          ask.onEvent({ type: "done", facts: [], changes: [], isKept: true });
          const ended = Promise.resolve();
          return { stop: () => undefined, leave: () => undefined, answer: () => undefined, ended };
        },
      },
      answerPlain: answerRequest,
      findOffers: async (text, before) => {
        looked.push([text, before]);
        return given.near ?? LIKELY;
      },
      keyPath: () => "/account#model-key",
      prepare: () => undefined,
      now: () => 1_000,
      mintId: () => `m${(ids += 1)}`,
    });
  const chat = open();
  const shown = () => shownMessages(chat.conversation.getState());
  const last = () => shown().at(-1)!;
  const until = (holds: () => boolean) => expect.poll(holds).toBe(true);
  const projects = () => {
    const read = JSON.parse(String(project.getState().files[RESUME_PATH])) as typeof resume;
    return (read.projects ?? []).map(({ name }) => name);
  };
  const say = async (text: string, holds: () => boolean) => {
    chat.send(text, ACTS);
    await until(holds);
  };
  /** Says what isn’t plain and waits for what is offered. */
  const offered = () => say(ASKED, () => last()?.offers !== undefined);
  return { open, chat, shown, last, until, projects, say, offered, asked, looked };
}

describe("what is nearly understood", () => {
  it("is offered before a model is asked, and done once by a press, as the answer to one’s own words", async () => {
    const { chat, shown, last, until, projects, offered, asked } = await studio({ hasModel: true });
    await offered();
    expect(last()).toMatchObject({ text: "Do you mean one of these?", offers: LIKELY_CHOICES });
    const question = last();
    chat.choose(question, LAMP, ACTS);
    chat.choose(question, LAMP, ACTS);
    chat.choose(question, ANCHOR, ACTS);
    await until(() => last().act !== undefined);
    await until(() => last().version !== undefined);
    expect(projects()).toEqual(["Anchor"]);
    expect(shown().map(({ from }) => from)).toEqual(["person", "site"]);
    expect(last()).toMatchObject({ id: question.id, offers: { ...LIKELY_CHOICES, chosen: 0 } });
    expect(last().text).toContain("Lamp");

    chat.undo(last());
    await until(() => last().isUndone === true);
    expect(projects()).toEqual(["Lamp", "Anchor"]);
    // It was the other one.
    chat.choose(last(), ANCHOR, ACTS);
    await until(() => last().offers?.chosen === 1 && !last().isUndone);
    expect(projects()).toEqual(["Lamp"]);
    expect(asked).toEqual([]);
  });

  it("goes straight to the model where it is a poor guess, but is offered where there is none", async () => {
    const near = { ...LIKELY, isLikely: false };
    const withModel = await studio({ hasModel: true, near });
    await withModel.say(ASKED, () => withModel.last()?.needsConsent === true);
    expect(withModel.last().offers).toBeUndefined();

    const without = await studio({ hasModel: false, near });
    await without.offered();
    expect(without.last().text).toMatch(/not sure.* Nothing was changed yet\. Do you mean one/);
    expect(without.last().link?.to).toBe("/account#model-key");

    const nothing = await studio({ hasModel: false, near: NOTHING });
    await nothing.say(ASKED, () => nothing.last()?.examples !== undefined);
    expect(nothing.last().text).toContain("nothing was changed");
  });

  it("is answered in words: a number, or no", async () => {
    const { shown, last, projects, say, offered, looked } = await studio({ hasModel: false });
    await offered();
    await say("3", () => last().text === "There are only 2. Which of them?");
    await say("the second", () => last().act !== undefined);
    expect(projects()).toEqual(["Lamp"]);
    await offered();
    await say("yes", () => last().offers?.chosen === 0);
    expect(projects()).toEqual([]);
    await offered();
    await say("no", () => last().examples !== undefined);
    expect(last().text).toContain("Nothing was changed");
    // An answer isn’t looked at as a request; what was asked before one is.
    expect(looked).toEqual([
      [ASKED, ""],
      [ASKED, ASKED],
      [ASKED, ASKED],
    ]);
    // Answers took the place of the questions.
    expect(shown().map(({ text, from }) => from === "person" && text)).toEqual(
      Array.from({ length: 3 }, () => [ASKED, false]).flat(),
    );
  });

  it("gives way to the model: at once by its button or after “no”, once the person agrees", async () => {
    const { chat, shown, last, until, say, offered, asked } = await studio({ hasModel: true });
    await offered();
    await say("no", () => last().offers?.choices.length === 0);
    expect(last().text).toContain("Nothing was changed");
    chat.choose(last(), "model", ACTS);
    await until(() => last().needsConsent === true);
    chat.consent(last(), false);
    await until(() => last().needsConsent === false);
    chat.choose(last(), "model", ACTS);
    await until(() => last().needsConsent === true);
    expect(asked).toEqual([]);
    chat.consent(last(), true);
    await until(() => last().run?.state === "done");
    expect(asked.map(({ text, past }) => [text, past.length])).toEqual([[ASKED, 0]]);

    await offered();
    const question = last();
    await say("no", () => last().text.startsWith("Nothing"));
    await say("yes", () => last().run?.state === "done");
    expect(last().id).toBe(question.id);
    expect(asked.map(({ text }) => text)).toEqual([ASKED, ASKED]);
    expect(shown().filter(({ from }) => from === "person")).toHaveLength(2);

    // Trying again asks the model again, and doesn’t offer anything else first.
    const request = shown().findLast(({ from }) => from === "person")!;
    chat.sendAgain(request, request.text, ACTS, { isForModel: true });
    await until(() => asked.length === 3);
  });

  it("stays open while more is said, here and where it is opened again; what no longer fits says so", async () => {
    const { open, last, until, projects, say, offered, shown, asked } = await studio({
      hasModel: true,
    });
    await offered();
    await say("delete the Lamp project", () => last().act !== undefined);
    const again = open();
    const firstOffer = () =>
      shownMessages(again.conversation.getState()).find(({ from }) => from === "site")!;
    await until(() => firstOffer()?.offers !== undefined);
    again.choose(firstOffer(), LAMP, ACTS);
    await until(() => firstOffer().offers?.choices.length === 1);
    expect(firstOffer().text).toContain("doesn’t fit it any more. Nothing was changed.");
    again.choose(firstOffer(), ANCHOR, ACTS);
    await until(() => firstOffer().offers?.chosen === 0);
    expect(projects()).toEqual([]);
    expect(shown()).toHaveLength(4);
    expect(last().act).toBeDefined();
    expect(asked).toEqual([]);
  });

  it("is answered at once where it is a question; the model can still be asked, by its button alone", async () => {
    const safe = { request: "what happens to my data?", label: "What happens to my data?" };
    const near = { offers: [safe, LAMP], isLikely: true, isAnswer: true };
    const { chat, last, until, say, asked } = await studio({ hasModel: true, near });
    await say("who gets all that stuff of mine", () => last()?.offers?.chosen === 0);
    expect(last().text).toContain("stays on this machine");
    expect(openOffers(last())?.choices).toEqual([]);
    chat.choose(last(), "model", ACTS);
    await until(() => last().needsConsent === true);
    expect(asked).toEqual([]);
  });

  it("is asked of the model at the end where more was said since", async () => {
    const { chat, shown, last, until, say, offered } = await studio({ hasModel: true });
    await offered();
    const question = last();
    await say("hide projects", () => last().act !== undefined);
    chat.choose(question, "model", ACTS);
    await until(() => last().needsConsent === true);
    expect(
      shown()
        .map(({ text }) => text)
        .slice(0, 2),
    ).toEqual([ASKED, "Asked again further down."]);
    expect(shown().at(-2)!.text).toBe(ASKED);
  });
});

const LIKELY_CHOICES = { choices: [LAMP, ANCHOR] };
