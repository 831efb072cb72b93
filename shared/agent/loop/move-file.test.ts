import { describe, expect, it } from "vitest";
import { SMALL_PROJECT } from "../../../tests/fakes/fake-workspace.ts";
import { DONE, edit, runAgent } from "../../../tests/fakes/run-agent.ts";
import { call } from "../../../tests/fakes/scripted-model.ts";

const WORK = "src/sections/Work.tsx";
const JOBS = "src/sections/Jobs.tsx";
const drop = (path: string) => call("delete_file", { path });
const move = (path: string, to: string) => call("rename_file", { path, to });

describe("deleting and renaming", () => {
  it("deletes a file, and tells what it held", async () => {
    const ran = await runAgent([drop(WORK), DONE]);
    expect(ran.files()).not.toHaveProperty([WORK]);
    const change = { path: WORK, before: SMALL_PROJECT[WORK], after: null };
    expect(ran.of("file")).toMatchObject([{ change, addedLines: 0, removedLines: 1 }]);
    expect(ran.last).toMatchObject({ type: "done", isKept: true, changes: [change] });
  });

  it("gives a file another name in one act, and by its letters’ case too", async () => {
    const ran = await runAgent([move(WORK, JOBS), move(JOBS, "src/sections/jobs.tsx"), DONE]);
    expect(ran.files()).not.toHaveProperty([WORK]);
    expect(ran.files()["src/sections/jobs.tsx"]).toBe(SMALL_PROJECT[WORK]);
    // What came and went again in this message is no change of it.
    expect(ran.last).toMatchObject({
      changes: [
        { path: WORK, after: null },
        { path: "src/sections/jobs.tsx", before: null, after: SMALL_PROJECT[WORK] },
      ],
    });
  });

  it("brings back what was deleted and renamed with the rest of a message that isn’t mended", async () => {
    const ran = await runAgent([
      { tools: [...drop(WORK).tools, ...move("src/styles.css", "src/look.css").tools] },
      { tools: [...edit("Twelve", "BROKEN:x").tools] },
      DONE,
    ]);
    // The first turn was seen to work.
    expect(ran.last).toMatchObject({ type: "failed", isKept: true });
    expect(ran.app()).toBe(SMALL_PROJECT["src/App.tsx"]);
    expect(ran.files()).not.toHaveProperty([WORK]);
    const whole = await runAgent([
      {
        tools: [
          ...drop(WORK).tools,
          ...move("src/styles.css", "src/look.css").tools,
          ...edit("Twelve", "BROKEN:x").tools,
        ],
      },
      DONE,
    ]);
    expect(whole.files()).toEqual(SMALL_PROJECT);
    expect(whole.last).toMatchObject({ type: "failed", changes: [], isKept: false });
  });

  it("holds locks at both ends", async () => {
    const locks = [
      { kind: "file", path: "src/styles.css" },
      { kind: "section", id: "work" },
    ] as const;
    const ran = await runAgent(
      [
        drop("src/styles.css"),
        drop(WORK),
        move(WORK, JOBS),
        move("src/App.tsx", "src/parts/work.tsx"),
        DONE,
      ],
      { locks },
    );
    expect(ran.of("tool-end").map(({ isError }) => isError)).toEqual([true, true, true, true]);
    expect(ran.of("tool-end")[1]?.result).toContain("locked the section “work”");
    expect(ran.files()).toEqual(SMALL_PROJECT);
  });

  it("leaves a file that its owner has changed while a question stood", async () => {
    const file = "src/loads.md";
    const files = { ...SMALL_PROJECT, [file]: 'fetch("https://wanted.example")' };
    const ran = await runAgent([move(file, "src/loads.tsx"), DONE], {
      files,
      answer: () => true,
      onEvent: ({ type }, site) => type === "permission" && site.edit(file, "My own words"),
    });
    expect(ran.asked).toEqual(["wanted.example, fetch"]);
    expect(ran.files()).toEqual({ ...SMALL_PROJECT, [file]: "My own words" });
    expect(ran.of("tool-end")[0]?.result).toContain("has changed meanwhile");
  });
});
