import { describe, expect, it } from "vitest";
import { extractResume } from "../extract-resume.ts";
import { flowOf } from "../test-documents.ts";
import { splitTrailingPlace } from "./places.ts";

const read = (text: string) => extractResume(flowOf(`# Ottilie Fenwright\n${text}`)).resume;

describe("references", () => {
  it("are read name first", () => {
    const { references } = read(`## References
**Prof. Ada Birdwhistle, University of Tamar**
She has never lost a boat, nor a crew.
**Tom Reedcutter**
I would sail with her again.`);
    expect(references).toEqual([
      {
        name: "Prof. Ada Birdwhistle, University of Tamar",
        reference: "She has never lost a boat, nor a crew.",
      },
      { name: "Tom Reedcutter", reference: "I would sail with her again." },
    ]);
  });

  it("are read with the name under what is said", () => {
    const { references } = read(`## References
“She has never lost a boat, nor a crew.”
Ada Birdwhistle
“I would sail with her again.”
Tom Reedcutter`);
    expect(references?.map((reference) => reference.name)).toEqual([
      "Ada Birdwhistle",
      "Tom Reedcutter",
    ]);
  });

  it("don't take a role for a name", () => {
    const { references } = read(`## References
Ada Birdwhistle
Head Teacher, Saltash Primary School
Tom Reedcutter
Station Manager, Looe`);
    expect(references?.map((reference) => reference.name)).toEqual([
      "Ada Birdwhistle",
      "Tom Reedcutter",
    ]);
  });
});

describe("interests", () => {
  it("keep a comma where most are one item each, and split a single list", () => {
    const each = read("## Interests\n- Knots\n- Rowing\n- Bagpipes, softly").interests;
    expect(each?.map((interest) => interest.name)).toEqual(["Knots", "Rowing", "Bagpipes, softly"]);
    const one = read("## Interests\nKnots, rowing, bagpipes").interests;
    expect(one?.map((interest) => interest.name)).toEqual(["Knots", "rowing", "bagpipes"]);
  });

  it("take what stands in square brackets for keywords", () => {
    expect(read("## Interests\nKnots [ bowline , sheet bend ], Rowing").interests).toEqual([
      { name: "Knots", keywords: ["bowline", "sheet bend"] },
      { name: "Rowing" },
    ]);
  });
});

describe("publications", () => {
  it("don't take authors for the publisher", () => {
    const { publications } = read(`## Publications
**Eelgrass and the slack tide**
Ada Birdwhistle, Ottilie Fenwright, Tom Reedcutter

Journal of Estuaries, 2019
**A short theory of fog**
Tom Reedcutter, Ottilie Fenwright

Weather Letters, 2021`);
    expect(publications?.map((publication) => publication.publisher)).toEqual([
      "Journal of Estuaries",
      "Weather Letters",
    ]);
  });
});

describe("certificates", () => {
  it("keep small letters after a comma in the title", () => {
    const { certificates } = read(
      "## Certificates\n- Fire warden, level two\n- Rope access, basic",
    );
    expect(certificates?.map((certificate) => certificate.name)).toEqual([
      "Fire warden, level two",
      "Rope access, basic",
    ]);
  });
});

describe("languages", () => {
  it.each([
    [
      "English (fluent), isiXhosa (conversational)",
      [
        { language: "English", fluency: "fluent" },
        { language: "isiXhosa", fluency: "conversational" },
      ],
    ],
    [
      "Tok Pisin (native); English (C1); te reo (a little)",
      [
        { language: "Tok Pisin", fluency: "native" },
        { language: "English", fluency: "C1" },
        { language: "te reo", fluency: "a little" },
      ],
    ],
    ["English: fluent, spoken daily", [{ language: "English", fluency: "fluent, spoken daily" }]],
    [
      "English (fluent, ten years in Leeds)",
      [{ language: "English", fluency: "fluent, ten years in Leeds" }],
    ],
    [
      "Danish (native), English\n(fluent), isiZulu\n(conversational)",
      [
        { language: "Danish", fluency: "native" },
        { language: "English", fluency: "fluent" },
        { language: "isiZulu", fluency: "conversational" },
      ],
    ],
    [
      "German (native), English (C1 by\ncertificate), te reo (a little)",
      [
        { language: "German", fluency: "native" },
        { language: "English", fluency: "C1 by certificate" },
        { language: "te reo", fluency: "a little" },
      ],
    ],
  ])("%s", (line, languages) => {
    expect(read(`## Languages\n${line}`).languages).toEqual(languages);
  });
});

describe("groups of skills", () => {
  it("may be called Languages where no language follows", () => {
    const resume = read("## Skills\n### Languages\n- COBOL\n- Forth\n### Tools\n- Lathe");
    expect(resume.languages).toBeUndefined();
    expect(resume.skills?.map((skill) => skill.name)).toContain("Languages");
  });
});

describe("splitTrailingPlace", () => {
  it("parts a place that touches the name before it", () => {
    expect(splitTrailingPlace("Tamar Freight Ltd.Leeds, England")).toEqual({
      name: "Tamar Freight Ltd.",
      place: "Leeds, England",
    });
    expect(splitTrailingPlace("JavaScript Weekly")).toBeNull();
  });
});
