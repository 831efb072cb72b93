import json from "./data/resume.json";

/** JSON Resume 1.0.0 (https://jsonresume.org/schema): every field may be missing. */
export interface Resume {
  basics?: Basics;
  work?: Work[];
  volunteer?: Volunteer[];
  education?: Education[];
  awards?: Award[];
  certificates?: Certificate[];
  publications?: Publication[];
  skills?: Skill[];
  languages?: Language[];
  interests?: Interest[];
  references?: Reference[];
  projects?: Project[];
  meta?: { language?: string };
}

export interface Basics {
  name?: string;
  label?: string;
  image?: string;
  email?: string;
  phone?: string;
  url?: string;
  summary?: string;
  location?: {
    address?: string;
    postalCode?: string;
    city?: string;
    countryCode?: string;
    region?: string;
  };
  profiles?: { network?: string; username?: string; url?: string }[];
}

interface Dated {
  startDate?: string;
  endDate?: string;
}

export interface Work extends Dated {
  name?: string;
  position?: string;
  location?: string;
  description?: string;
  url?: string;
  summary?: string;
  highlights?: string[];
}

export interface Volunteer extends Dated {
  organization?: string;
  position?: string;
  url?: string;
  summary?: string;
  highlights?: string[];
}

export interface Education extends Dated {
  institution?: string;
  url?: string;
  area?: string;
  studyType?: string;
  score?: string;
  courses?: string[];
}

export interface Award {
  title?: string;
  date?: string;
  awarder?: string;
  summary?: string;
}

export interface Certificate {
  name?: string;
  date?: string;
  issuer?: string;
  url?: string;
}

export interface Publication {
  name?: string;
  publisher?: string;
  releaseDate?: string;
  url?: string;
  summary?: string;
}

export interface Skill {
  name?: string;
  level?: string;
  keywords?: string[];
}

export interface Language {
  language?: string;
  fluency?: string;
}

export interface Interest {
  name?: string;
  keywords?: string[];
}

export interface Reference {
  name?: string;
  reference?: string;
}

export interface Project extends Dated {
  name?: string;
  description?: string;
  highlights?: string[];
  keywords?: string[];
  url?: string;
  roles?: string[];
  entity?: string;
  type?: string;
}

// Not checked against the type: a null or a number in somebody's résumé must not stop the build.
export const resume = json as unknown as Resume;

/** BCP 47 tag of the language this page is written in; English when the résumé names none. */
export const language = languageTag(resume.meta?.language ?? "");

export const direction = /^(ar|ckb|dv|fa|he|ps|sd|ug|ur|yi)\b/.test(language) ? "rtl" : "ltr";

/** "pt_br" → "pt-BR"; what is no tag ("English") → "en". */
function languageTag(text: string): string {
  const tag = text.trim().replace(/_/g, "-");
  try {
    return (/^[a-z]{2,3}(-|$)/i.test(tag) && Intl.getCanonicalLocales(tag)[0]) || "en";
  } catch {
    return "en";
  }
}
