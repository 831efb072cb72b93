import { describe, expect, test } from "vitest";
import { resumeSchema } from "../resume.ts";
import {
  linkProblem,
  NO_ANSWERS,
  NO_ENTRY,
  resumeOfAnswers,
  timeProblem,
} from "./resume-of-answers.ts";

const ANA = {
  ...NO_ANSWERS,
  name: " Ana Sousa ",
  role: "Wedding photographer",
  place: "Porto, Portugal",
  about: "I take pictures of the quiet minutes of loud days.",
  work: [
    {
      what: "Photographer",
      where: "Own studio",
      when: "2016 – now",
      told: "- 140 weddings in eleven countries\n\n• Two exhibitions",
    },
    { what: "Assistant", where: "Foto Lapa", when: "Mar 2012 - Jun 2016", told: "" },
    NO_ENTRY,
  ],
  study: [{ what: "Photography", where: "Escola das Artes", when: "2011", told: "" }],
  skills: "Portraits, Lightroom\nDarkroom printing",
  languages: "Portuguese, English (fluent), French: basic",
  links: "anasousa.example https://www.instagram.com/anasousa/\nblog.example/ana",
  email: "ana@example.org",
  phone: "+351 22 200 0000",
};

test("every answer stands where it was asked for, as it was written", () => {
  const resume = resumeOfAnswers(ANA);
  expect(resumeSchema.safeParse(resume).success).toBe(true);
  expect(resume).toEqual({
    basics: {
      name: "Ana Sousa",
      label: "Wedding photographer",
      email: "ana@example.org",
      phone: "+351 22 200 0000",
      url: "https://anasousa.example",
      summary: "I take pictures of the quiet minutes of loud days.",
      location: { city: "Porto", region: "Portugal" },
      profiles: [
        { network: "Instagram", username: "anasousa", url: "https://www.instagram.com/anasousa/" },
        { network: "blog.example", url: "https://blog.example/ana" },
      ],
    },
    work: [
      {
        position: "Photographer",
        name: "Own studio",
        startDate: "2016",
        highlights: ["140 weddings in eleven countries", "Two exhibitions"],
      },
      { position: "Assistant", name: "Foto Lapa", startDate: "2012-03", endDate: "2016-06" },
    ],
    education: [{ area: "Photography", institution: "Escola das Artes", endDate: "2011" }],
    skills: [{ name: "Portraits" }, { name: "Lightroom" }, { name: "Darkroom printing" }],
    languages: [
      { language: "Portuguese" },
      { language: "English", fluency: "fluent" },
      { language: "French", fluency: "basic" },
    ],
    meta: { language: "en" },
  });
});

test("what wasn't answered leaves no trace", () => {
  expect(resumeOfAnswers({ ...NO_ANSWERS, name: "Ana" })).toEqual({
    basics: { name: "Ana" },
    meta: { language: "en" },
  });
});

test("the language of what was written chooses the site's own words", () => {
  const about =
    "Ich fotografiere Hochzeiten und Familien, die sich nicht gern fotografieren lassen.";
  expect(resumeOfAnswers({ ...NO_ANSWERS, name: "Ana", about }).meta?.language).toBe("de");
});

describe("a time", () => {
  test.each(["", "2016 – now", "since 2020", "03/2020 – 04/2021", "2019", "Mar 2020 – Jun 2023"])(
    "%j is read",
    (when) => expect(timeProblem(when)).toBeNull(),
  );
  test.each(["last year", "a long time", "2016 – now, on and off again"])(
    "%j is asked for again, and never half understood",
    (when) => {
      expect(timeProblem(when)).toContain("Write it like");
      const [job] = resumeOfAnswers({
        ...NO_ANSWERS,
        name: "Ana",
        work: [{ ...NO_ENTRY, what: "Cook", when }],
      }).work!;
      expect(job).toEqual({ position: "Cook" });
    },
  );
});

test.each([
  ["", null],
  ["github.com/ana https://ana.example, www.foto.example:8080/a?b=c", null],
  ["müller.example", null],
  ["github.com/ana, my blog", "“my” is no address"],
  ["ana@example.org", "“ana@example.org” is no address"],
  ["javascript:alert(1)", "“javascript:alert(1)” is no address"],
  ["ftp://ana.example", "“ftp://ana.example” is no address"],
])("links %j: %j", (links, problem) => {
  if (problem === null) expect(linkProblem(links)).toBeNull();
  else expect(linkProblem(links)).toContain(problem);
});
