import { expect, test } from "vitest";
import { isFeatureOn, readFeatures } from "./feature.ts";

const PEOPLE = Array.from({ length: 10_000 }, (_, n) => `person-${n}`);
const onAt = (percent: number) =>
  PEOPLE.filter((person) => isFeatureOn("reading-model", person, percent));

test.each([1, 10, 25, 50, 90])("%i percent of 10,000 people are %i percent of them", (percent) => {
  // Four standard deviations of a fair draw, in people.
  const tolerance = 4 * Math.sqrt(10_000 * (percent / 100) * (1 - percent / 100));
  expect(Math.abs(onAt(percent).length - percent * 100)).toBeLessThan(tolerance);
});

test("the same person has the same answer, and more percent turns nobody off", () => {
  let before = new Set<string>();
  for (let percent = 0; percent <= 100; percent += 5) {
    const now = new Set(onAt(percent));
    expect(now).toEqual(new Set(onAt(percent)));
    expect([...before].filter((person) => !now.has(person))).toEqual([]);
    before = now;
  }
  expect(before.size).toBe(PEOPLE.length);
  expect(onAt(0)).toEqual([]);
});

test("who isn’t known has what everybody has", () => {
  expect(isFeatureOn("reading-model", null, 99)).toBe(false);
  expect(isFeatureOn("reading-model", null, 100)).toBe(true);
});

test("what isn’t named is on, what is written wrongly is off", () => {
  expect(readFeatures(undefined)).toMatchObject({ "reading-model": 100 });
  expect(readFeatures(" reading-model : 25 , other:3")).toMatchObject({ "reading-model": 25 });
  for (const slip of ["reading-model", "reading-model:lots", "reading-model:250"]) {
    expect(readFeatures(slip)).toMatchObject({ "reading-model": 0 });
  }
});
