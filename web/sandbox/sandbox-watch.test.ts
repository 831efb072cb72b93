import { expect, it } from "vitest";
import { fakeSandbox } from "../../tests/fakes/fake-sandbox.ts";
import type { SandboxEvent } from "../../shared/ports/sandbox.ts";
import { watchOf, watchSandbox, watched } from "./sandbox-watch.ts";

const after = (events: readonly SandboxEvent[]) => events.reduce(watched, watchOf(fakeSandbox({})));
const built = (update: "hot" | "reload" | "none"): SandboxEvent => ({
  type: "build-end",
  revision: 1,
  durationMs: 1,
  update,
});

it("knows what a sandbox has told since it was opened", async () => {
  const sandbox = fakeSandbox({ a: "export const = " });
  watchSandbox(sandbox);
  await sandbox.start();
  expect(watchOf(sandbox).problems).toMatchObject([{ path: "a" }]);
  await sandbox.files.write([{ path: "a", content: "" }]);
  expect(watchOf(sandbox).problems).toEqual([]);
});

it("tells whether the page shows what was built", () => {
  expect(after([built("reload")]).isPainted).toBe(false);
  expect(after([built("reload"), built("none")]).isPainted).toBe(false);
  expect(after([built("hot")]).isPainted).toBe(true);
  expect(after([built("reload"), { type: "preview-painted", revision: 1 }]).isPainted).toBe(true);
});

it("keeps the newest of what was printed, and counts all", () => {
  const entry = (at: number): SandboxEvent => ({
    type: "console",
    entry: { level: "log", text: `${at}`, at },
  });
  const many = after(Array.from({ length: 250 }, (_, at) => entry(at)));
  expect([many.entryCount, many.entries.length, many.entries.at(-1)?.text]).toEqual([
    250,
    200,
    "249",
  ]);
});
