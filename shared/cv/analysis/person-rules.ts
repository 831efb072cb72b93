import type { Resume } from "../../resume.ts";
import type { Rule, Spotted } from "./finding.ts";

const missing = (isMissing: boolean, pointer: string, sentence: string): Spotted[] =>
  isMissing ? [{ pointer, sentence }] : [];

const linksOf = ({ basics, projects, publications }: Resume): readonly (string | undefined)[] => [
  basics?.url,
  ...(basics?.profiles ?? []).map(({ url, username }) => url || username),
  ...(projects ?? []).map(({ url }) => url),
  ...(publications ?? []).map(({ url }) => url),
];

const isEmpty = (text: string | undefined): boolean => !text?.trim();

const none = (list: readonly unknown[] | undefined): boolean => !list?.length;

/** Rules about who the person is and how to reach them: what every reader looks for first. */
export const PERSON_RULES: readonly Rule[] = [
  {
    id: "no-name",
    why: "It is the headline of your site.",
    todo: "Add your name.",
    find: ({ basics }) => missing(isEmpty(basics?.name), "/basics/name", "Your name is missing."),
  },
  {
    id: "no-contact",
    why: "Who likes what they read has no way to say so.",
    todo: "Add an e-mail address; it needn’t be shown on the site.",
    find: ({ basics }) =>
      missing(
        isEmpty(basics?.email) && isEmpty(basics?.phone),
        "/basics/email",
        "There is neither an e-mail address nor a telephone number.",
      ),
  },
  {
    id: "no-label",
    why: "The line under the name is read before all else.",
    todo: "Say what you do in a few words.",
    find: ({ basics }) =>
      missing(isEmpty(basics?.label), "/basics/label", "What you do isn’t said beside your name."),
  },
  {
    id: "no-link",
    why: "Work that can be looked at convinces more than work that is told.",
    todo: "Add a profile, a project or a publication with its address.",
    find: (resume) =>
      missing(linksOf(resume).every(isEmpty), "/basics/url", "Nothing of yours is linked to."),
  },
  {
    id: "no-summary",
    why: "A few sentences give all that follows its direction.",
    todo: "Two or three sentences: what you do, for whom, what you look for.",
    find: ({ basics }) =>
      missing(isEmpty(basics?.summary), "/basics/summary", "There are no words about you."),
  },
  {
    id: "no-place",
    why: "Many look for somebody near, or in their time zone.",
    todo: "A city or country is enough; leave the street out.",
    find: ({ basics }) => {
      const { city, region, countryCode } = basics?.location ?? {};
      return missing(
        isEmpty(city) && isEmpty(region) && isEmpty(countryCode),
        "/basics/location",
        "Where you live isn’t said.",
      );
    },
  },
  {
    id: "no-experience",
    why: "A CV without anything done is hard to place.",
    todo: "Add work, voluntary work or projects, small ones too.",
    find: ({ work, volunteer, projects }) =>
      missing(
        none(work) && none(volunteer) && none(projects),
        "/work",
        "No work, voluntary work or project was found.",
      ),
  },
  {
    id: "no-skills",
    why: "People and their search tools look for them by name.",
    todo: "List the six to twelve that you would like to be asked about.",
    find: ({ skills }) => missing(none(skills), "/skills", "No skills are listed."),
  },
];
