import type { Resume } from "../../shared/resume.ts";

const WORD =
  "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaftsvorsitz".padEnd(
    90,
    "e",
  );
const URL = `https://www.${"long-".repeat(11)}name.example/${"deeper/".repeat(24)}`;
const SENTENCE =
  "A sentence like any other, with a beginning, a middle and, at long last, an end. ";

const times = <Entry>(count: number, entry: (index: number) => Entry): Entry[] =>
  Array.from({ length: count }, (_, index) => entry(index));

/** What breaks pages: 90-letter words, addresses without a space, 40 jobs, 200 skills. */
export const longResume: Resume = {
  basics: {
    name: `Maximiliane ${WORD}`,
    label: `${WORD} and several other things besides`,
    email: `${"someone.".repeat(7)}somebody@${"long-".repeat(10)}name.example`,
    phone: "+44 131 496 0155 extension 20384",
    url: URL,
    summary: `${WORD} ${SENTENCE.repeat(20)}`,
    location: {
      address: WORD,
      postalCode: "EH99 4QT",
      city: WORD,
      region: WORD,
      countryCode: "VC",
    },
    profiles: times(12, () => ({ network: "Longnetworkname", username: WORD, url: URL })),
  },
  work: times(40, (index) => ({
    name: index % 2 ? WORD : "Firm",
    position: index % 3 ? "Clerk" : WORD,
    url: URL,
    location: WORD,
    description: SENTENCE,
    startDate: `${1980 + index}-09`,
    ...(index === 0 ? {} : { endDate: "Whenever the last of the long paperwork is finished" }),
    summary: SENTENCE.repeat(8),
    highlights: times(6, () => `${WORD} ${SENTENCE}`),
  })),
  education: times(6, () => ({
    institution: WORD,
    studyType: WORD,
    area: WORD,
    score: WORD,
    courses: times(20, () => WORD),
  })),
  skills: times(200, (index) => ({
    name: index % 10 ? `Skill ${index}` : WORD,
    level: index % 7 ? "Fluent" : WORD,
    keywords: times(index % 5, () => (index % 20 ? "word" : WORD)),
  })),
  languages: times(15, () => ({ language: WORD, fluency: WORD })),
  projects: times(30, () => ({
    name: WORD,
    url: URL,
    entity: WORD,
    type: WORD,
    roles: [WORD, WORD],
    keywords: times(30, () => WORD),
    description: SENTENCE.repeat(5),
  })),
  publications: times(60, () => ({
    name: SENTENCE.repeat(3),
    publisher: WORD,
    url: URL,
    releaseDate: "2020",
  })),
  interests: [{ name: WORD, keywords: times(40, () => "word") }],
  references: [{ name: WORD, reference: `${WORD} ${SENTENCE.repeat(12)}` }],
};
