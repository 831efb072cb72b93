import { describe, expect, it } from "vitest";
import { SMALL_PROJECT } from "../../../tests/fakes/fake-workspace.ts";
import { DONE, edit, runAgent } from "../../../tests/fakes/run-agent.ts";
import { call } from "../../../tests/fakes/scripted-model.ts";
import { AGENT_LIMITS } from "../../limits.ts";

describe("what the agent broke", () => {
  it("repairs what it broke, and marks the repair", async () => {
    const ran = await runAgent([edit("Twelve", "BROKEN:one"), edit("BROKEN:one", "Ten"), DONE]);
    expect(ran.last.type).toBe("done");
    expect(ran.app()).toContain("Ten years");
    expect(
      ran
        .of("build")
        .map(({ state }) => state)
        .filter((one) => one !== "checking"),
    ).toEqual(["bad", "good"]);
    expect(ran.of("repair")).toEqual([{ type: "repair", repair: 1, of: AGENT_LIMITS.repairs }]);
    expect(ran.requests.map(({ isRepair }) => isRepair)).toEqual([false, true, false]);
    expect(JSON.stringify(ran.requests[1])).toContain("Unexpected one");
    expect(ran.of("usage").at(-1)?.ofRepairs).toMatchObject({ output: 50 });
  });

  it("lets it read before it repairs, and mend by going back", async () => {
    const look = call("read_file", { path: "src/App.tsx" });
    const ran = await runAgent([
      edit("Twelve", "BROKEN:one"),
      look,
      edit("BROKEN:one", "Twelve"),
      { text: "It stays as it was." },
    ]);
    expect(ran.of("repair")).toHaveLength(1);
    expect(ran.requests.map(({ isRepair }) => isRepair)).toEqual([false, true, true, false]);
    expect(ran.last).toEqual({ type: "done", facts: [], changes: [], isKept: false });
  });

  it("stops at the same error twice, takes the change back and says so", async () => {
    const ran = await runAgent([edit("Twelve", "BROKEN:x"), edit("careful", "CAREFUL")]);
    expect(ran.app()).toBe(SMALL_PROJECT["src/App.tsx"]);
    expect(ran.of("rolled-back")).toMatchObject([{ paths: ["src/App.tsx"], why: "not-mended" }]);
    expect(ran.last).toMatchObject({ type: "failed", changes: [], isKept: false });
  });

  it("tries to mend four times and no more", async () => {
    const names = ["a", "b", "c", "d", "e"];
    const steps = names.map((name, at) =>
      edit(at === 0 ? "Twelve" : `BROKEN:${names[at - 1]!}`, `BROKEN:${name}`),
    );
    const ran = await runAgent(steps);
    expect(ran.of("repair")).toHaveLength(AGENT_LIMITS.repairs);
    expect(ran.app()).toBe(SMALL_PROJECT["src/App.tsx"]);
    expect(ran.last.type).toBe("failed");
    // What the small model couldn’t do twice, the large one tries.
    expect(ran.requests.map(({ size }) => size)).toEqual([
      "small",
      "small",
      "large",
      "large",
      "large",
    ]);
  });

  it("keeps what worked before the step that couldn’t be mended", async () => {
    const ran = await runAgent([edit("Twelve", "Ten"), edit("careful", "BROKEN:x"), DONE]);
    expect(ran.app()).toContain("Ten years of careful");
    expect(ran.last).toMatchObject({ type: "failed", isKept: true });
  });

  it("doesn’t believe “done”: a blank page is repaired or taken back", async () => {
    const repaired = await runAgent([edit("Twelve", "BLANK"), DONE, edit("BLANK", "Ten"), DONE]);
    expect(repaired.last.type).toBe("done");
    expect(repaired.app()).toContain("Ten years");
    expect(repaired.of("problem").map(({ message }) => message)).toContain("The page is blank.");
    const claimed = await runAgent([edit("Twelve", "BLANK"), DONE, DONE]);
    expect(claimed.app()).toBe(SMALL_PROJECT["src/App.tsx"]);
    expect(claimed.last.type).toBe("failed");
  });

  it.each([
    ["the sample’s name", "Orla Fennimore"],
    ["a placeholder", "Lorem ipsum dolor"],
  ])("finds %s on the finished page", async (_, words) => {
    const path = "src/App.tsx";
    const whole = { path, content: `<main>${words} and more letters</main>` };
    const ran = await runAgent([call("write_file", whole), DONE, DONE]);
    expect(ran.app()).toBe(SMALL_PROJECT[path]);
  });

  it("looks at console errors too, and leaves what was wrong before to its owner", async () => {
    const crashed = await runAgent([edit("Twelve", "CRASH"), edit("CRASH", "Ten"), DONE]);
    expect(crashed.last.type).toBe("done");
    expect(crashed.of("problem")).toMatchObject([{ message: "crashed in src/App.tsx" }]);
    const path = "src/styles.css";
    const files = {
      ...SMALL_PROJECT,
      "src/sections/Work.tsx": "CRASH",
      "src/App.tsx": "Lorem ipsum, long",
    };
    const content = "body { margin: 1px }\n";
    const before = await runAgent([call("write_file", { path, content }), DONE], { files });
    expect(before.last).toMatchObject({ type: "done", isKept: true });
    const open = before.of("done")[0]!.facts.filter(({ holds }) => holds !== true);
    expect(open).toMatchObject([
      { id: "console", holds: null },
      { id: "placeholders", holds: null },
    ]);
  });
});
