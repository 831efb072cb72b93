import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { RUNNER_LIMITS } from "./limits.ts";
import { freeSlot, isSameProcess, keepSlot, slotOf, takeSlot } from "./slots.ts";
import { startOf } from "./process-table.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "cv2web-slots-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const take = async () => {
  const slot = await takeSlot(folder, RUNNER_LIMITS);
  if (!slot) throw new Error("no slot is left on this machine");
  return slot;
};

it("ports lie from 4000 to 5000, and no two slots share one or a user id", () => {
  const slots = Array.from({ length: 200 }, (_, number) => slotOf(number, RUNNER_LIMITS));
  const ports = slots.flatMap((slot) => slot.ports);
  expect(new Set(ports).size).toBe(1000);
  expect(Math.min(...ports)).toBe(4000);
  expect(Math.max(...ports)).toBeLessThanOrEqual(5000);
  const uids = slots.flatMap(({ owner }) => (owner ? [owner.uid] : []));
  expect(new Set(uids).size).toBe(uids.length);
});

it("many asking at once get one each", async () => {
  const slots = await Promise.all(Array.from({ length: 8 }, take));
  expect(new Set(slots.map(({ number }) => number)).size).toBe(8);
  await Promise.all(slots.map(freeSlot));
});

it("a block of which another program has a port is passed over", async () => {
  const first = await take();
  await freeSlot(first);
  const program = createServer().listen(first.ports[2], "127.0.0.1");
  await once(program, "listening");
  const second = await take();
  expect(second.ports).not.toContain(first.ports[2]);
  program.close();
  await freeSlot(second);
});

it.runIf(process.platform === "linux")("a process is known by its start, not its number", () => {
  const startedAt = startOf(process.pid);
  expect(isSameProcess(process.pid, startedAt)).toBe(true);
  expect(isSameProcess(process.pid, startedAt! - 1)).toBe(false);
  expect(isSameProcess(process.pid, null)).toBe(false);
});

it("a folder keeps its slot over starts, and loses it to nobody but who took it meanwhile", async () => {
  const slot = await take();
  expect(await keepSlot(slot.number, folder, RUNNER_LIMITS)).toEqual(slot);
  const copy = await mkdtemp(join(tmpdir(), "cv2web-slots-"));
  expect(await keepSlot(slot.number, copy, RUNNER_LIMITS)).toBeNull();
  await freeSlot(slot);
  expect(await keepSlot(slot.number, copy, RUNNER_LIMITS)).toEqual(slot);
  await freeSlot(slot);
  await rm(copy, { recursive: true });
});
