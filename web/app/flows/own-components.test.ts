import { describe, expect, test } from "vitest";
import type { Lock } from "../../../shared/conversation.ts";
import { fakeSandbox } from "../../../tests/fakes/fake-sandbox.ts";
import { openProject } from "../../project/open-project.ts";
import type { Trial } from "../../sandbox/open-trial.ts";
import { openMemoryStorage } from "../../storage/portfolio-storage.ts";
import { openOwnComponents } from "./own-components.ts";
import type { Proposing } from "./own-wish.ts";

const FILES = {
  "src/main.tsx": 'import { App } from "./App";\n',
  "src/App.tsx": 'import { Skills } from "./sections/Skills";\n',
  "src/sections/Skills.tsx": "export function Skills() {\n  return null;\n}\n",
};
const trial = (): Trial => ({ ...fakeSandbox(FILES), audit: async () => null });

/** All that can happen without anything from outside has happened. */
const settled = () => new Promise((settle) => setImmediate(settle));

/** A portfolio in which parts are asked for; each wish waits for the test to say what came of it. */
async function asking(locks: readonly Lock[] = []) {
  const storage = openMemoryStorage();
  const made = await storage.create({ name: "Barnaby", files: FILES });
  const opened = await openProject({ id: made.ok ? made.value : "", storage });
  if (!opened.ok) throw new Error(opened.failure.message);
  const project = opened.value;
  const wishes: { asked: Proposing; answer: (source: string | null) => void }[] = [];
  const own = openOwnComponents({
    project,
    locks: () => locks,
    load: async () => (asked) =>
      new Promise((settle) =>
        wishes.push({ asked, answer: (source) => settle(source === null ? null : { source }) }),
      ),
  });
  const wish = async (n: number) => {
    await expect.poll(() => wishes.length).toBe(n + 1);
    return wishes[n]!;
  };
  return { project, own, wish };
}

describe("a part of one’s own", () => {
  test("is taken as one act into the files as they are then", async () => {
    const { project, own, wish } = await asking();
    own.ask("skills");
    const { asked, answer } = await wish(0);
    asked.say({ phase: "ready", mine: trial(), proposed: trial() });
    answer("// Mine\n");
    await settled();
    own.take();
    expect(own.state.getState()).toBeNull();
    expect(project.getState().files).toMatchObject({
      "src/App.tsx": 'import Skills from "./own/Skills";\n',
      "src/own/Skills.tsx": "// Mine\n",
    });
    expect(project.getState().canUndo).toBe("Skills of my own");
    project.undo();
    expect(project.getState().files).toEqual(FILES);
  });

  test("isn’t taken before it is checked; another is told which were passed over, and why", async () => {
    const { project, own, wish } = await asking();
    own.ask("skills");
    const first = await wish(0);
    const tried = fakeSandbox(FILES);
    const mine = trial();
    first.asked.say({
      phase: "refused",
      why: "it imports fs",
      mine,
      proposed: { ...trial(), dispose: tried.dispose },
    });
    first.answer("// First\n");
    await settled();
    own.take();
    expect(project.getState().files).toEqual(FILES);
    own.another();
    const second = await wish(1);
    expect(second.asked.passed).toEqual([{ source: "// First\n", why: "it imports fs" }]);
    expect(tried.isDisposed).toBe(true);
    expect(second.asked.mine).toBe(mine);
    // What the first one says afterwards is nobody's any more.
    first.asked.say({ phase: "ready" });
    expect(own.state.getState()?.phase).toBe("writing");
    own.close();
    expect(own.state.getState()).toBeNull();
    expect(second.asked.signal.aborted).toBe(true);
  });

  test("isn’t asked for where a lock holds it off, or where the page has no place", async () => {
    const { own } = await asking([{ kind: "file", path: "src/App.tsx" }]);
    own.ask("skills");
    expect(own.state.getState()?.failure?.message).toContain("locked src/App.tsx");
    own.ask("hero");
    expect(own.state.getState()?.failure?.kind).toBe("not-found");
  });
});
