import { expect, it } from "vitest";
import { addStep, type BootStep } from "./boot-steps.ts";

it("counts within a step while it goes on, ends it by the next, and the last by the end", () => {
  const told: readonly (readonly [string | null, number])[] = [
    ["Copying", 0],
    ["Installing (1 of 9)", 10],
    ["Installing (2 of 9)", 20],
    ["Starting Vite", 30],
    ["Waiting (place 1)", 40],
    [null, 50],
  ];
  const steps = told.reduce<readonly BootStep[]>(
    (before, [title, at]) => addStep(before, title, at),
    [],
  );
  expect(steps).toEqual([
    { title: "Copying", began: 0, ended: 10 },
    { title: "Installing", began: 10, ended: 30 },
    { title: "Starting Vite", began: 30, ended: 40 },
    { title: "Waiting", began: 40, ended: 50 },
  ]);
  expect(addStep([], null, 1)).toEqual([]);
});
