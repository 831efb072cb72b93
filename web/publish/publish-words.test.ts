import { expect, test } from "vitest";
import { shortAddress, shownSteps } from "./publish-words.ts";

test("steps: done with their times, the present one, failed, and what waits", () => {
  const states = (...given: Parameters<typeof shownSteps>) =>
    shownSteps(...given).map(({ state }) => state);
  expect(states("build", { account: 10 }, false)).toEqual([
    "done",
    "now",
    "waiting",
    "waiting",
    "waiting",
  ]);
  expect(states("check", { account: 1, build: 2 }, true)[2]).toBe("failed");
  const all = { account: 1, build: 2, check: 3, upload: 4, live: 5 };
  expect(new Set(states("live", all, false))).toEqual(new Set(["done"]));
});

test("an address as people read it", () => {
  expect(shortAddress("https://ada.sites.example/")).toBe("ada.sites.example");
  expect(shortAddress("http://ada.localhost:8787/")).toBe("ada.localhost:8787");
});
