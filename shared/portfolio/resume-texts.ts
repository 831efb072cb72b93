import type { Resume } from "../resume.ts";

/** A text of a résumé that is said in words and so has another form in another language. */
export interface ResumeText {
  /** JSON Pointer. */
  readonly pointer: string;
  readonly text: string;
}

/**
 * What of each part is words; names of people, companies, products and places, dates, addresses and links
 * are the same in every language. A key that ends in `[]` is a list of texts.
 */
const WORDED: Readonly<Record<string, readonly string[]>> = {
  work: ["position", "description", "summary", "highlights[]"],
  volunteer: ["position", "summary", "highlights[]"],
  education: ["area", "studyType", "courses[]"],
  awards: ["title", "summary"],
  certificates: ["name"],
  publications: ["summary"],
  skills: ["name", "level", "keywords[]"],
  languages: ["language", "fluency"],
  interests: ["name", "keywords[]"],
  references: ["reference"],
  projects: ["description", "highlights[]", "keywords[]", "roles[]", "type"],
};

type Json = Readonly<Record<string, unknown>>;

/** Gives each text of a résumé to `change`, and the résumé with what comes back; all else stays. */
export function mapTexts(resume: Resume, change: (text: ResumeText) => string): Resume {
  const said = (pointer: string, value: unknown): unknown =>
    typeof value === "string" && value.trim() !== "" ? change({ pointer, text: value }) : value;
  const part = (pointer: string, value: Json, keys: readonly string[]): Json => {
    const mapped: Record<string, unknown> = { ...value };
    for (const key of keys) {
      const name = key.replace("[]", "");
      const at = `${pointer}/${name}`;
      const found = value[name];
      if (!key.endsWith("[]")) {
        if (found !== undefined) mapped[name] = said(at, found);
      } else if (Array.isArray(found)) {
        mapped[name] = found.map((one, index) => said(`${at}/${index}`, one));
      }
    }
    return mapped;
  };
  const mapped: Record<string, unknown> = { ...resume };
  if (resume.basics) mapped["basics"] = part("/basics", resume.basics, ["label", "summary"]);
  for (const [id, keys] of Object.entries(WORDED)) {
    const list = mapped[id];
    if (!Array.isArray(list)) continue;
    mapped[id] = list.map((entry: unknown, at) =>
      typeof entry === "object" && entry !== null
        ? part(`/${id}/${at}`, entry as Json, keys)
        : entry,
    );
  }
  return mapped as Resume;
}

/** The texts of a résumé, in its own order. */
export function textsOf(resume: Resume): readonly ResumeText[] {
  const texts: ResumeText[] = [];
  mapTexts(resume, (one) => {
    texts.push(one);
    return one.text;
  });
  return texts;
}
