import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { extractResume } from "../../../shared/cv/extract-resume.ts";
import { readLinkedIn } from "./read-linkedin.ts";

const NOTES = 'Notes:\n"Some rows, among others, may be missing."\n\n';
/** The tables of an export that make a résumé, and two that don't. */
const TABLES: Readonly<Record<string, string>> = {
  Profile: `First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary,Industry,Zip Code,Geo Location,Twitter Handles,Websites,Instant Messengers
Özge,Lindqvist-Barros,,,Mar 3,"Ceramicist, teacher","I throw pots.

And fire them.",Design,4050-262,"Porto, Porto District, Portugal",[ozgepots],"[PORTFOLIO:https://github.com/ozge-lb,PERSONAL:ozge.example]",
`,
  Positions: `Company Name,Title,Description,Location,Started On,Finished On
Olaria do Norte,Head Ceramicist,"Runs the studio.
- Cut kiln losses by 12%
- Trained five apprentices","Porto, Portugal",Jan 2020,
"Barro, Lda",Ceramicist,,Aveiro,Sep 2016,Dec 2019
`,
  Education: `School Name,Start Date,End Date,Notes,Degree Name,Activities
Universidade do Barro,2012,2016,Grade: 17/20,"Bachelor of Arts - BA, Ceramics",Student union
`,
  Skills: "Name\nWheel throwing\nGlaze chemistry\n",
  Languages: "Name,Proficiency\nTurkish,Native or bilingual proficiency\nSwedish,\n",
  Certifications: `Name,Url,Authority,Started On,Finished On,License Number
Kiln Safety,https://kiln.example/c/9,Kiln Board,May 2018,May 2023,KS-99
`,
  Projects: `Title,Description,Url,Started On,Finished On
City tiles,Restored 3000 tiles.,https://tiles.example,Feb 2021,Jun 2022
`,
  Honors: "Title,Description,Issued On\nYoung Potter of the Year,By the guild,Jun 2019\n",
  Publications: `Name,Published On,Description,Publisher,Url
Ash glazes,"Mar 4, 2022",A survey.,Ceramics Quarterly,https://cq.example/ash
`,
  Volunteering: `Company Name,Role,Cause,Started On,Finished On,Description
River Clean-up,Organiser,ENVIRONMENT,Apr 2017,,Two Saturdays a month
`,
  Recommendations_Received: `First Name,Last Name,Company,Job Title,Text,Creation Date,Status
Rui,Tavares,Olaria do Norte,Owner,"Özge is ""the"" best.","12/01/22, 10:00 AM",VISIBLE
Ana,Oculta,Barro,Owner,Not for the public,"12/01/22, 10:00 AM",HIDDEN
`,
  "Email Addresses": `Email Address,Confirmed,Primary,Updated On
old@mail.example,Yes,No,1/1/20
ozge@mail.example,Yes,Yes,1/1/21
`,
  PhoneNumbers: "Extension,Number,Type\n,+351 912 345 678,Mobile\n",
  Connections: `${NOTES}First Name,Last Name,URL,Email Address\nX,Y,,x@y.example\n`,
  Recommendations_Given: "First Name,Last Name,Text,Status\nA,B,C,VISIBLE\n",
};

const RESUME = {
  basics: {
    name: "Özge Lindqvist-Barros",
    label: "Ceramicist, teacher",
    email: "ozge@mail.example",
    phone: "+351 912 345 678",
    url: "https://ozge.example",
    summary: "I throw pots.\n\nAnd fire them.",
    location: { city: "Porto", region: "Porto District", postalCode: "4050-262" },
    profiles: [
      { network: "Twitter", username: "ozgepots" },
      { network: "GitHub", username: "ozge-lb", url: "https://github.com/ozge-lb" },
    ],
  },
  work: [
    {
      name: "Olaria do Norte",
      position: "Head Ceramicist",
      location: "Porto, Portugal",
      startDate: "2020-01",
      summary: "Runs the studio.",
      highlights: ["Cut kiln losses by 12%", "Trained five apprentices"],
    },
    {
      name: "Barro, Lda",
      position: "Ceramicist",
      location: "Aveiro",
      startDate: "2016-09",
      endDate: "2019-12",
    },
  ],
  volunteer: [
    {
      organization: "River Clean-up",
      position: "Organiser",
      startDate: "2017-04",
      summary: "Two Saturdays a month",
    },
  ],
  education: [
    {
      institution: "Universidade do Barro",
      studyType: "Bachelor of Arts - BA",
      area: "Ceramics",
      startDate: "2012",
      endDate: "2016",
      score: "17/20",
    },
  ],
  awards: [{ title: "Young Potter of the Year", date: "2019-06", summary: "By the guild" }],
  certificates: [
    { name: "Kiln Safety", issuer: "Kiln Board", url: "https://kiln.example/c/9", date: "2018-05" },
  ],
  publications: [
    {
      name: "Ash glazes",
      publisher: "Ceramics Quarterly",
      releaseDate: "2022-03-04",
      url: "https://cq.example/ash",
      summary: "A survey.",
    },
  ],
  skills: [{ name: "Wheel throwing" }, { name: "Glaze chemistry" }],
  languages: [
    { language: "Turkish", fluency: "Native or bilingual proficiency" },
    { language: "Swedish" },
  ],
  references: [{ name: "Rui Tavares", reference: 'Özge is "the" best.' }],
  projects: [
    {
      name: "City tiles",
      description: "Restored 3000 tiles.",
      url: "https://tiles.example",
      startDate: "2021-02",
      endDate: "2022-06",
    },
  ],
};

const exportOf = (write: (name: string, table: string) => [string, string]): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(TABLES).map(([name, table]) => {
        const [path, text] = write(name, table);
        return [path, strToU8(text)];
      }),
    ),
  );

describe("LinkedIn's data export", () => {
  it.each([
    ["as it comes", exportOf((name, table) => [`${name}.csv`, table])],
    [
      "in a folder, with notes over each table and Windows line ends",
      exportOf((name, table) => [
        `Basic_LinkedInDataExport_11-21-2026/${name}.csv`,
        (table.startsWith(NOTES) ? table : NOTES + table).replaceAll("\n", "\r\n"),
      ]),
    ],
    [
      "with the marks a Mac puts into archives",
      zipSync({
        ...Object.fromEntries(
          Object.entries(TABLES).map(([name, table]) => [`a/${name}.csv`, strToU8(table)]),
        ),
        "__MACOSX/a/._Profile.csv": strToU8("\0\u0005Mac OS X"),
      }),
    ],
  ])("fills every list, %s", async (_, zip) => {
    const read = await readLinkedIn(zip);
    if (!read.ok) throw new Error(read.failure.message);
    const { meta, ...resume } = extractResume(read.value).resume;
    expect(resume).toEqual(RESUME);
    expect(meta?.language).toBe("en");
  });
});
