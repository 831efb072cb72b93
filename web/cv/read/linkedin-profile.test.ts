import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { loadPdfEngineInNode } from "../../../scripts/cv/pdf-engine-in-node.ts";
import { extractResume } from "../../../shared/cv/extract-resume.ts";
import type { Resume } from "../../../shared/resume.ts";
import { readCv } from "./read-cv.ts";

const path = join(import.meta.dirname, "../../../tests/fixtures/cv/linkedin-profile.pdf");

describe("LinkedIn's profile PDF", () => {
  let resume: Resume = {};
  beforeAll(async () => {
    const bytes = new Uint8Array(await readFile(path));
    const read = await readCv({ name: "Profile.pdf", bytes }, loadPdfEngineInNode);
    if (!read.ok) throw new Error(read.failure.message);
    resume = extractResume(read.value).resume;
  });

  it("gives the person and what stands in the side bar", () => {
    expect(resume.basics).toMatchObject({
      name: "Rosalind Abernethy",
      email: "rosalind.abernethy@mail.example",
      phone: "+353 20 910 5562",
      url: "https://abernethy-tides.example",
      location: { city: "Cork", region: "County Cork" },
      profiles: [{ network: "LinkedIn", username: "rosalind-abernethy-0b4417" }],
    });
    expect(resume.basics?.label).toMatch(/^Principal Coastal Engineer at Saltmarsh & Pier/);
    expect(resume.skills?.map(({ name }) => name)).toEqual([
      "Coastal Engineering",
      "Hydrodynamic Modelling",
      "Public Consultation",
    ]);
    expect(resume.languages?.[1]).toEqual({ language: "Irish", fluency: "Professional Working" });
    expect(resume.certificates).toEqual([
      { name: "Chartered Engineer" },
      { name: "Managing Flood Risk in Small Harbours" },
    ]);
    expect(resume.awards?.map(({ title }) => title)).toEqual([
      "Kinsale Medal",
      "Young Harbour Engineer of the Year",
    ]);
    expect(resume.publications?.map(({ name }) => name)).toEqual([
      "Overtopping of Curved Sea Walls in Short Waves",
      "What a Tide Gauge Remembers",
    ]);
  });

  it("gives each position under its employer, without computed durations", () => {
    expect(
      resume.work?.map(({ name, position, startDate, endDate, location }) => [
        name,
        position,
        startDate,
        endDate,
        location,
      ]),
    ).toEqual([
      [
        "Saltmarsh & Pier",
        "Principal Coastal Engineer",
        "2022-01",
        undefined,
        "Cork, County Cork, Ireland",
      ],
      [
        "Saltmarsh & Pier",
        "Senior Coastal Engineer",
        "2019-09",
        "2021-12",
        "Cork, County Cork, Ireland",
      ],
      [
        "Noordwal Waterbouw",
        "Hydraulic Engineer",
        "2015-03",
        "2019-08",
        "Rotterdam, South Holland, Netherlands",
      ],
      [
        "Bantry Harbour Board",
        "Graduate Engineer",
        "2012-10",
        "2015-02",
        "Bantry, County Cork, Ireland",
      ],
      ["Sherkin Survey Company", "Survey Assistant", "2011-06", "2011-09", undefined],
    ]);
    expect(resume.work?.[0]?.highlights).toHaveLength(2);
    expect(resume.work?.[1]?.summary).toMatch(/^Modelled waves .+ tender\.$/);
  });

  it("parts schools, degrees and years", () => {
    expect(resume.education).toEqual([
      {
        institution: "University of Roaringwater Bay",
        studyType: "Master of Engineering",
        area: "Coastal Engineering",
        startDate: "2010",
        endDate: "2012",
      },
      {
        institution: "University of Roaringwater Bay",
        studyType: "Bachelor of Engineering",
        area: "Civil Engineering",
        startDate: "2006",
        endDate: "2010",
      },
      {
        institution: "Skibbereen Community College",
        studyType: "Leaving Certificate",
        startDate: "2000",
        endDate: "2006",
      },
    ]);
  });

  it("drops the pages' feet", () => {
    expect(JSON.stringify(resume)).not.toMatch(/Page \d|\d years|\d months/);
  });
});
