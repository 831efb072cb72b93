import { expect, it } from "vitest";
import { talkWithPage, type FromPage } from "./page-talk.ts";

/** A page that says what the test says, and a clock that goes when the test says. */
function talking() {
  const said: string[] = [];
  const painted: string[] = [];
  const timers = new Map<symbol, { readonly run: () => void; readonly at: number }>();
  let now = 0;
  const talk = talkWithPage({
    say: (message) => {
      said.push(message);
      return true;
    },
    onPainted: () => painted.push("painted"),
    onSilent: () => said.push("a new frame"),
    onConsole: () => undefined,
    later: (run, ms) => {
      const key = Symbol();
      timers.set(key, { run, at: now + ms });
      return () => timers.delete(key);
    },
  });
  const pass = async (ms: number) => {
    const end = now + ms;
    for (;;) {
      const [next] = [...timers].sort(([, a], [, b]) => a.at - b.at);
      if (next === undefined || next[1].at > end) break;
      now = next[1].at;
      timers.delete(next[0]);
      next[1].run();
      // Who waited for it goes on before the clock does.
      await turn();
    }
    now = end;
  };
  const state = (waiting: Promise<void>) =>
    Promise.race([waiting.then(() => "done"), turn().then(() => "waits")]);
  const hear = (...messages: FromPage[]) => messages.forEach(talk.hear);
  return { talk, said, painted, timers, pass, state, hear };
}
const turn = () => new Promise<void>((done) => setImmediate(done));
const HERE = { type: "here", hasLine: true } as const;

it("waits for a page that is slow, and loads nothing afresh", async () => {
  const { talk, said, pass, state, hear } = talking();
  hear({ type: "begun", stamp: 0 }, { type: "painted" });
  const waiting = talk.untilApplied(1);
  await pass(15_000);
  hear(HERE);
  expect(await state(waiting)).toBe("waits");
  hear({ type: "applied", stamp: 1 });
  expect(await state(waiting)).toBe("done");
  await pass(60_000);
  expect(said).toEqual(["ping", "ping", "ping"]);
});

it("goes on without a page that is there and never takes the update over, and keeps its state", async () => {
  const { talk, said, pass, state, hear } = talking();
  hear({ type: "begun", stamp: 0 });
  const waiting = talk.untilApplied(1);
  await pass(8_000);
  hear(HERE);
  await pass(16_000);
  expect(await state(waiting)).toBe("done");
  expect(said).not.toContain("reload");
});

it("knows that a document which was served after the update has it", async () => {
  const { talk, state, hear } = talking();
  hear({ type: "begun", stamp: 0 });
  const waiting = talk.untilApplied(1);
  expect(await state(waiting)).toBe("waits");
  hear({ type: "begun", stamp: 1 });
  expect(await state(waiting)).toBe("done");
});

it("waits for no document that is still to come, and for no update that wasn’t sent", async () => {
  const { talk, state, hear } = talking();
  expect(await state(talk.untilApplied(3))).toBe("done");
  hear({ type: "begun", stamp: 3 });
  expect(await state(talk.untilApplied(0))).toBe("done");
  talk.expect();
  expect(await state(talk.untilApplied(4))).toBe("done");
});

it("loads a page afresh that answers nothing, and takes a new frame where nothing begins in the old", async () => {
  const { talk, said, pass, state, hear, timers } = talking();
  hear({ type: "begun", stamp: 0 }, { type: "painted" });
  const waiting = talk.untilApplied(1);
  await pass(24_000);
  expect(await state(waiting)).toBe("done");
  expect(said.slice(-2)).toEqual(["ping", "reload"]);
  await pass(6_000);
  expect(said.at(-1)).toBe("a new frame");
  expect(timers.size).toBe(0);
});

it("loads a page afresh to which updates can’t come", async () => {
  const { talk, said, pass, state, hear } = talking();
  hear({ type: "begun", stamp: 0 });
  const waiting = talk.untilApplied(1);
  await pass(4_000);
  hear({ type: "here", hasLine: false });
  expect(await state(waiting)).toBe("done");
  expect(said).toEqual(["ping", "reload"]);
  hear({ type: "begun", stamp: 1 });
  await pass(60_000);
  expect(said).not.toContain("a new frame");
});

it("ends with whoever waits", async () => {
  const { talk, state, hear, timers } = talking();
  hear({ type: "begun", stamp: 0 });
  const waiting = talk.untilApplied(1);
  talk.end();
  expect(await state(waiting)).toBe("done");
  expect(timers.size).toBe(0);
});
