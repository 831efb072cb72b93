import { expect, test } from "vitest";
import {
  addToast,
  dismissToast,
  dismissToasts,
  readToasts,
  subscribeToToasts,
  timeInView,
} from "./toast-queue.ts";

test("a toast is queued, told of, and gone once, with whether it was acted on", () => {
  let changes = 0;
  const closed: boolean[] = [];
  const stop = subscribeToToasts(() => changes++);
  const first = addToast({ title: "Deleted", onClose: (acted) => closed.push(acted) });
  const second = addToast({ title: "Saved", onClose: (acted) => closed.push(acted) });
  expect(readToasts().map(({ title }) => title)).toEqual(["Deleted", "Saved"]);
  dismissToast(first, true);
  dismissToast(first);
  dismissToast(second);
  expect(closed).toEqual([true, false]);
  expect(readToasts()).toEqual([]);
  stop();
  addToast({ title: "Unheard" });
  expect(changes).toBe(4);
});

test("one that can be acted on stays longer, and one may stay until it is closed", () => {
  const action = { label: "Undo", onPress: () => undefined };
  expect(timeInView({ title: "a", action })!).toBeGreaterThan(timeInView({ title: "a" })!);
  expect(timeInView({ title: "a", timeout: null })).toBeNull();
});

test("those of one topic go together, and leave the others", () => {
  addToast({ title: "Removed", topic: "undo" });
  addToast({ title: "Deleted", topic: "undo" });
  addToast({ title: "Made a copy" });
  dismissToasts("undo");
  expect(readToasts().map(({ title }) => title)).toContain("Made a copy");
  expect(readToasts().filter(({ topic }) => topic === "undo")).toEqual([]);
});
