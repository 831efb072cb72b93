import { expect, it } from "vitest";
import { contentPlace, placeAbove, pointersAround } from "./content-place.ts";

it("contentPlace finds the part of the form that holds a field", () => {
  expect(contentPlace("/basics/profiles/0/url")).toEqual({ at: "basics" });
  expect(contentPlace("/work/2/highlights/1")).toEqual({ at: "entry", id: "work", index: 2 });
  expect(contentPlace("/work")).toEqual({ at: "section", id: "work" });
  expect(contentPlace("/meta/language")).toEqual({ at: "overview" });
  expect(contentPlace("")).toEqual({ at: "overview" });
});

it("goes up one level at a time", () => {
  const section = placeAbove({ at: "entry", id: "work", index: 2 });
  expect(section).toEqual({ at: "section", id: "work" });
  expect(placeAbove(section)).toEqual({ at: "overview" });
});

it("pointersAround goes from the field outwards", () => {
  expect(pointersAround("/work/0/highlights/1")).toEqual([
    "/work/0/highlights/1",
    "/work/0/highlights",
    "/work/0",
    "/work",
  ]);
});
