import { describe, expect, it } from "vitest";
import { readTypedDate, showDate, yearAndMonth } from "./typed-date.ts";

describe("readTypedDate", () => {
  it.each([
    ["2020", "2020"],
    [" 2020-3 ", "2020-03"],
    ["2020-03-14", "2020-03-14"],
    ["03/2020", "2020-03"],
    ["3.2020", "2020-03"],
    ["14.3.2020", "2020-03-14"],
    ["Mar 2020", "2020-03"],
    ["Sept. 2021", "2021-09"],
    ["march 14, 2020", "2020-03-14"],
    ["2020 March", "2020-03"],
    ["März 2020", "2020-03"],
    ["février 2019", "2019-02"],
    ["diciembre de 2018", "2018-12"],
  ])("reads %s", (typed, iso) => {
    expect(readTypedDate(typed)).toEqual({ kind: "date", iso });
  });
  it.each(["", "  ", "Present", "heute"])("takes “%s” as no date", (typed) => {
    expect(readTypedDate(typed)).toEqual({ kind: "empty" });
  });
  it.each(["soon", "13/2020", "31.2.2020", "20", "Summer 2019", "2020-03-14-02", "Mar Apr 2020"])(
    "doesn't guess at %s",
    (typed) => expect(readTypedDate(typed)).toEqual({ kind: "unclear" }),
  );
});

describe("showDate", () => {
  it("shows as much as is known, and leaves the rest as it stands", () => {
    expect(showDate("2020")).toBe("2020");
    expect(showDate("2020-03")).toBe("Mar 2020");
    expect(showDate("2020-03-14")).toBe("14 Mar 2020");
    expect(showDate("Summer 2019")).toBe("Summer 2019");
  });
  it("reads back what it shows", () => {
    for (const iso of ["2020", "2021-09", "1999-12-31"]) {
      expect(readTypedDate(showDate(iso))).toEqual({ kind: "date", iso });
    }
  });
});

it("yearAndMonth gives the picker its place", () => {
  expect(yearAndMonth("2020-03-14")).toEqual({ year: 2020, month: 3 });
  expect(yearAndMonth("2020")).toEqual({ year: 2020 });
  expect(yearAndMonth("soon")).toEqual({});
});
