import { beforeAll, describe, expect, it } from "vitest";
import { buildPrerender, type Prerender } from "./build-template.ts";

let template: Prerender;
beforeAll(async () => {
  template = await buildPrerender("path");
});

const page = (resume: Record<string, unknown>) => template.render({ resume }).app;
const headings = (html: string) =>
  [...html.matchAll(/<h3[^>]*>(?:<time[^>]*>)?([^<]*)/g)].map(([, heading]) => heading);
const strokes = (html: string) =>
  [
    ...html.matchAll(
      /class="stroke of-(\w+) (\w+)" style="--lane:(\d+);--from:([\d.]+);--length:([\d.]+)/g,
    ),
  ].map(([, kind, shape, lane, from, length]) => ({
    kind,
    shape,
    lane: Number(lane),
    from: Number(from),
    to: Number(from) + Number(length),
  }));

describe("how Path reads time", () => {
  const life = {
    work: [
      { name: "Now", startDate: "2015" },
      { name: "Before", startDate: "2010-01", endDate: "2014-12" },
      { name: "Beside", startDate: "2011-01", endDate: "2012-12" },
    ],
    education: [{ institution: "School", startDate: "2006", endDate: "2009" }],
    awards: [{ title: "Prize", date: "2012-07" }],
    projects: [
      { name: "Some day" },
      { name: "In words", startDate: "Summer 2008", endDate: "later" },
    ],
  };

  it("goes back from now to the beginning, and has a place for what has no date", () => {
    expect(headings(page(life))).toEqual([
      "Present",
      "2014",
      "2012",
      "2009",
      "2008",
      "Without a date",
    ]);
  });

  it("is true to proportion, with what ran at the same time side by side", () => {
    const shown = strokes(page(life));
    // From 2006 to 2015, the last moment that is named; what goes on runs past it to the end.
    const at = (year: number) => ((year - 2006) / 9) * 0.94;
    const [before, beside, now] = shown.filter(({ kind }) => kind === "work");
    expect(before!.from).toBeCloseTo(at(2010));
    expect(before!.to).toBeCloseTo(at(2015));
    expect(now).toMatchObject({ shape: "open", lane: before!.lane });
    expect(now!.to).toBeCloseTo(1);
    expect(beside!.lane).not.toBe(before!.lane);
    expect(shown.find(({ kind }) => kind === "awards")).toMatchObject({ shape: "moment" });
    // An end in words is no end that could be drawn, nor "until today".
    expect(shown.find(({ kind }) => kind === "projects")).toMatchObject({ shape: "moment" });
  });

  it("measures nothing where nothing has a date, and groups by kind", () => {
    const html = page({ work: [{ name: "Firm" }], volunteer: [{ organization: "Choir" }] });
    expect(headings(html)).toEqual(["Experience", "Volunteering"]);
    expect(html).toContain('class="timeline undated"');
    expect(strokes(html)).toEqual([]);
  });

  it("folds the older part of a long life only", () => {
    const work = Array.from({ length: 40 }, (_, i) => ({
      name: `Firm ${i}`,
      startDate: `${1980 + i}`,
      endDate: `${1980 + i}`,
      summary: "Did things.",
    }));
    const folded = (jobs: typeof work) => page({ work: jobs }).match(/<details/g)?.length ?? 0;
    expect(folded(work)).toBe(32);
    expect(folded(work.slice(0, 24))).toBe(0);
  });
});
