import { describe, expect, it } from "vitest";
import { dueOf, recordFor, shownOf, stateAfterCrash, type SandboxRecord } from "./record.ts";

const NOON = Date.UTC(2026, 10, 21, 12);
const MINUTE = 60_000;

const recordOf = (what: Partial<SandboxRecord>): SandboxRecord => ({
  ...recordFor({}, NOON),
  state: "started",
  ...what,
});

describe("a new sandbox", () => {
  it("is as it was asked for, and as Daytona's otherwise", () => {
    const made = recordFor(
      { name: "mine", env: { A: "b", N: 1 }, autoStopInterval: 0, ttlMinutes: 5, cpu: "four" },
      NOON,
    );
    expect(made).toMatchObject({
      name: "mine",
      environment: { A: "b" },
      autoStopInterval: 0,
      autoArchiveInterval: 7 * 24 * 60,
      autoDeleteInterval: -1,
      destroyAt: NOON + 5 * MINUTE,
      cpu: 1,
    });
    expect(recordFor({}, NOON).name).toMatch(/^[0-9a-f-]{36}$/);
  });

  it("never claims a closed network, and shows neither token nor keys", () => {
    const record = recordOf({ signed: [{ key: "key-of-a-preview", port: 1, expiresAt: NOON }] });
    const shown = shownOf(record, "http://toolbox", [4005, 4006]);
    expect(shown).toMatchObject({
      networkBlockAll: false,
      env: { PORT: "4005" },
      state: "started",
    });
    expect(JSON.stringify(shown)).not.toContain(record.previewToken);
    expect(JSON.stringify(shown)).not.toContain("key-of-a-preview");
  });
});

describe("what is due", () => {
  const idle = (minutes: number) => NOON + minutes * MINUTE;

  it.each([
    ["started", { autoStopInterval: 60 }, 59, null],
    ["started", { autoStopInterval: 60 }, 60, "stop"],
    ["started", { autoStopInterval: 0 }, 10_000, null],
    ["started", { destroyAt: NOON + MINUTE }, 1, "delete"],
    ["stopped", { autoArchiveInterval: 10 }, 9, null],
    ["stopped", { autoArchiveInterval: 10 }, 10, "archive"],
    ["stopped", { autoArchiveInterval: 0 }, 1_000_000, null],
    ["stopped", { autoArchiveInterval: 10, autoDeleteInterval: 10 }, 10, "delete"],
    ["archived", { autoArchiveInterval: 10 }, 1_000_000, null],
    ["archived", { autoDeleteInterval: 20 }, 20, "delete"],
    ["stopping", { autoStopInterval: 1, autoDeleteInterval: 0 }, 1_000, null],
  ] as const)("%s with %j after %i minutes: %s", (state, what, minutes, due) => {
    expect(dueOf(recordOf({ state, ...what }), idle(minutes))).toBe(due);
  });
});

describe("after a crash", () => {
  it.each([
    ["creating", { files: true, archive: false }, null],
    ["destroying", { files: true, archive: true }, null],
    ["started", { files: true, archive: false }, "stopped"],
    ["stopping", { files: true, archive: false }, "stopped"],
    // The archive may be half written while the files are there, and is whole when they are gone.
    ["archiving", { files: true, archive: true }, "stopped"],
    ["archiving", { files: false, archive: true }, "archived"],
    // What was unpacked may be half; the archive goes after the last file is out.
    ["restoring", { files: true, archive: true }, "archived"],
    ["restoring", { files: true, archive: false }, "stopped"],
    ["archived", { files: false, archive: true }, "archived"],
    ["started", { files: false, archive: false }, "error"],
  ] as const)("%s with %j is %s", (state, has, then) => {
    expect(stateAfterCrash(state, has)).toBe(then);
  });
});
