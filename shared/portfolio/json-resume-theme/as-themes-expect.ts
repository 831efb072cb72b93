/**
 * `as-themes-expect.js` of a project that shows a JSON Resume theme. Themes are of two ages: those made
 * for JSON Resume 0.0 read `picture`, `website`, `company`; those for 1.0 `image`, `url`, `name`. A
 * résumé gets both names of each. Sections that a theme goes through without asking are there, empty.
 */
export const AS_THEMES_EXPECT = `// Themes made for JSON Resume 0.0 read other names than those for 1.0: both are given.
const OLD_NAMES = {
  basics: { image: "picture", url: "website" },
  work: { name: "company", url: "website" },
  volunteer: { url: "website" },
  publications: { url: "website" },
  projects: { url: "website" },
  education: { url: "website" },
};

const LISTS = [
  "work",
  "volunteer",
  "education",
  "awards",
  "certificates",
  "publications",
  "skills",
  "languages",
  "interests",
  "references",
  "projects",
];

/** Lists within an entry that themes go through without asking. */
const INNER = {
  work: ["highlights"],
  volunteer: ["highlights"],
  education: ["courses"],
  skills: ["keywords"],
  interests: ["keywords"],
  projects: ["highlights", "keywords", "roles"],
};

const isThing = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

function withOldNames(section, entry) {
  const made = { ...entry };
  for (const [name, old] of Object.entries(OLD_NAMES[section] ?? {})) {
    if (made[old] === undefined && made[name] !== undefined) made[old] = made[name];
  }
  for (const list of INNER[section] ?? []) {
    if (!Array.isArray(made[list])) made[list] = [];
  }
  return made;
}

/** Some cut the year out of a date without asking whether there is one. */
const withDates = (entry) =>
  "startDate" in entry || "endDate" in entry ? { startDate: "", ...entry } : entry;

/** The résumé as themes of both ages read it; its own values stay as they are. */
export function asThemesExpect(resume) {
  const made = { ...resume };
  const basics = withOldNames("basics", isThing(resume.basics) ? resume.basics : {});
  made.basics = {
    name: "",
    label: "",
    summary: "",
    ...basics,
    location: isThing(basics.location) ? basics.location : {},
    profiles: (Array.isArray(basics.profiles) ? basics.profiles : [])
      .filter(isThing)
      .map((profile) => ({ network: "", username: "", url: "", ...profile })),
  };
  for (const section of LISTS) {
    made[section] = (Array.isArray(resume[section]) ? resume[section] : [])
      .filter(isThing)
      .map((entry) => withDates(withOldNames(section, entry)));
  }
  return made;
}
`;
