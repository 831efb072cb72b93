import { describe, expect, it } from "vitest";
import { findDates, isDatesOnly, isDuration, isoDateOf } from "./dates.ts";

describe("findDates", () => {
  it.each([
    ["Sept 2018 – May 2023", "2018-09", "2023-05"],
    ["settembre 2017 – oggi", "2017-09", undefined],
    ["Apr. 2018 – heute", "2018-04", undefined],
    ["2021/07–至今", "2021-07", undefined],
    ["2020年3月 – 2021年12月", "2020-03", "2021-12"],
    ["Janv. 2017 - Aujourd'hui", "2017-01", undefined],
    ["Août 2004 - Mai 2007", "2004-08", "2007-05"],
    ["03/2018 – 04/2019", "2018-03", "2019-04"],
    ["01.10.2018 - 30.09.2019", "2018-10-01", "2019-09-30"],
    ["June – Aug 2020", "2020-06", "2020-08"],
    ["2017–18", "2017", "2018"],
    ["depuis juin 2020", "2020-06", undefined],
    ["maj 2013 – nu", "2013-05", undefined],
    ["2018 2019", "2018", "2019"],
    ["March 2022 Present", "2022-03", undefined],
    ["令和3年4月〜現在", "2021-04", undefined],
    ["平成元年10月 〜 平成28年3月", "1989-10", "2016-03"],
    ["2018年4月 - 現職", "2018-04", undefined],
    ["06/98 – 08/21", "1998-06", "2021-08"],
    ["von 2010 bis 2014", "2010", "2014"],
    ["verano de 2016 – otoño 2018", "2016", "2018"],
    ["Q3 2019 – Q1 2020", "2019", "2020"],
    ["since early 2019", "2019", undefined],
    ["mei 2018 tot en met juni 2020", "2018-05", "2020-06"],
    ["12.2018 – dato", "2018-12", undefined],
  ])("reads the range %s", (text, start, end) => {
    expect(findDates(text)).toMatchObject({ start, isRange: true });
    expect(findDates(text)?.end).toBe(end);
  });

  it("keeps a lone date apart from a range", () => {
    expect(findDates("June 2019")).toMatchObject({ start: "2019-06", isRange: false });
  });

  it("takes a part of a year for nothing but its year", () => {
    for (const text of ["Winter 2019/20", "WS 2019/20", "mid-2019", "Anfang 2019", "zomer 2019"])
      expect([findDates(text)?.start, isDatesOnly(text)]).toEqual(["2019", true]);
  });

  it("finds no date in money, percentages and telephone numbers", () => {
    for (const text of ["€ 2 000", "up 2015% on last year", "+49 221 4710318", "no digits"])
      expect(findDates(text)).toBeNull();
  });

  it("says where in the text the dates stand, accents or not", () => {
    const text = "Führungskraft · März 2019 – heute";
    const found = findDates(text)!;
    expect(text.slice(found.index, found.index + found.length)).toBe("März 2019 – heute");
  });
});

describe("isDatesOnly", () => {
  it("allows a duration beside the dates and nothing else", () => {
    expect(isDatesOnly("Dec 2013 - Dec 2014 (1 year)")).toBe(true);
    expect(isDatesOnly("September 2016 – August 2019 · Sheffield")).toBe(false);
    expect(isDatesOnly("Chef")).toBe(false);
  });
  it("tells a duration", () => {
    expect(isDuration("1 yr 2 mos")).toBe(true);
    expect(isDuration("9 ans 10 mois")).toBe(true);
    expect(isDuration("10 engineers")).toBe(false);
  });
});

describe("isoDateOf", () => {
  it("gives what JSON Resume accepts, or null", () => {
    expect(isoDateOf("14 March 2020")).toBe("2020-03-14");
    expect(isoDateOf("2020-3")).toBe("2020-03");
    expect(isoDateOf("soon")).toBeNull();
  });
});
