import { expect, test } from "vitest";
import { followCommand, type SessionProcess } from "./follow-command.ts";

/** A session whose command has printed this much at each look; it ends with the last. */
function sessionThatPrints(looks: readonly string[], exitCode: number | null) {
  const calls: string[] = [];
  let look = -1;
  const process: SessionProcess = {
    createSession: async () => calls.push("made"),
    executeSessionCommand: async (_session, { command, runAsync }) => {
      calls.push(`${command} ${runAsync}`);
      return { cmdId: "one" };
    },
    getSessionCommand: async () => {
      look += 1;
      return look >= looks.length - 1 && exitCode !== null ? { exitCode } : {};
    },
    getSessionCommandLogs: async () => ({ output: looks[Math.min(look, looks.length - 1)]! }),
    deleteSession: async () => calls.push("gone"),
  };
  return { process, calls };
}

test("each line is told once and whole, in order, and the code comes at the end", async () => {
  const { process, calls } = sessionThatPrints(
    ["", "one\ntw", "one\ntwo\n\nthr", "one\ntwo\n\nthree"],
    3,
  );
  const told: (readonly string[])[] = [];
  const ran = await followCommand(process, "npm ci", {
    withinMs: 10_000,
    onLines: async (lines) => void told.push(lines),
    wait: async () => undefined,
  });
  expect(told).toEqual([["one"], ["two"], ["three"]]);
  expect(ran).toEqual({ exitCode: 3, output: "one\ntwo\n\nthree" });
  expect(calls).toEqual(["made", "npm ci true", "gone"]);
});

test("what never ends is left after its time, and its session is removed", async () => {
  const { process, calls } = sessionThatPrints(["one\n"], null);
  let now = 0;
  const following = followCommand(process, "npm ci", {
    withinMs: 5_000,
    onLines: async () => undefined,
    wait: async (ms) => void (now += ms),
    now: () => now,
  });
  await expect(following).rejects.toThrow("5000 ms");
  expect(calls.at(-1)).toBe("gone");
});
