import type { Resume } from "../../shared/resume.ts";

/** What must be found on a page: one leaf of the résumé, and the forms it may have there. */
export interface Leaf {
  readonly path: string;
  readonly forms: readonly string[];
}

export interface FullResume {
  readonly resume: Resume;
  readonly leaves: readonly Leaf[];
}

/** Four figures between letters, so that no leaf is a part of another. */
const mark = (count: number) => `q${String(count).padStart(4, "0")}z`;

/**
 * A résumé in which every leaf of the standard is there, each with a value of its own.
 * @param perList how many entries every list section has
 */
export function fullResume(perList: number): FullResume {
  const leaves: Leaf[] = [];
  let count = 0;
  const note = (path: string, value: string, ...otherForms: string[]) => {
    leaves.push({ path, forms: [value, ...otherForms] });
    return value;
  };
  const text = (path: string) => note(path, `Word ${mark(++count)}`);
  const url = (path: string) => note(path, `https://${mark(++count)}.example/page`);
  const texts = (path: string) => [text(`${path}[0]`), text(`${path}[1]`)];
  const month = (path: string) => {
    count += 1;
    const date = `${1950 + Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, "0")}`;
    return note(path, `datetime="${date}"`).slice(10, -1);
  };
  const list = <Entry>(path: string, entry: (path: string) => Entry): Entry[] =>
    Array.from({ length: perList }, (_, index) => entry(`${path}[${index}]`));
  const stretch = (path: string) => ({
    startDate: month(`${path}.startDate`),
    endDate: month(`${path}.endDate`),
  });

  const resume: Resume = {
    basics: {
      name: text("basics.name"),
      label: text("basics.label"),
      image: url("basics.image"),
      email: note("basics.email", `${mark(++count)}@mail.example`),
      phone: note("basics.phone", "+44 131 496 0173"),
      url: url("basics.url"),
      summary: text("basics.summary"),
      location: {
        address: text("basics.location.address"),
        postalCode: text("basics.location.postalCode"),
        city: text("basics.location.city"),
        region: text("basics.location.region"),
        countryCode: note("basics.location.countryCode", "PT", "Portugal"),
      },
      profiles: list("basics.profiles", (path) => ({
        network: text(`${path}.network`),
        username: text(`${path}.username`),
        url: url(`${path}.url`),
      })),
    },
    work: list("work", (path) => ({
      name: text(`${path}.name`),
      position: text(`${path}.position`),
      location: text(`${path}.location`),
      description: text(`${path}.description`),
      url: url(`${path}.url`),
      ...stretch(path),
      summary: text(`${path}.summary`),
      highlights: texts(`${path}.highlights`),
    })),
    volunteer: list("volunteer", (path) => ({
      organization: text(`${path}.organization`),
      position: text(`${path}.position`),
      url: url(`${path}.url`),
      ...stretch(path),
      summary: text(`${path}.summary`),
      highlights: texts(`${path}.highlights`),
    })),
    education: list("education", (path) => ({
      institution: text(`${path}.institution`),
      url: url(`${path}.url`),
      area: text(`${path}.area`),
      studyType: text(`${path}.studyType`),
      ...stretch(path),
      score: text(`${path}.score`),
      courses: texts(`${path}.courses`),
    })),
    awards: list("awards", (path) => ({
      title: text(`${path}.title`),
      date: month(`${path}.date`),
      awarder: text(`${path}.awarder`),
      summary: text(`${path}.summary`),
    })),
    certificates: list("certificates", (path) => ({
      name: text(`${path}.name`),
      date: month(`${path}.date`),
      issuer: text(`${path}.issuer`),
      url: url(`${path}.url`),
    })),
    publications: list("publications", (path) => ({
      name: text(`${path}.name`),
      publisher: text(`${path}.publisher`),
      releaseDate: month(`${path}.releaseDate`),
      url: url(`${path}.url`),
      summary: text(`${path}.summary`),
    })),
    skills: list("skills", (path) => ({
      name: text(`${path}.name`),
      level: text(`${path}.level`),
      keywords: texts(`${path}.keywords`),
    })),
    languages: list("languages", (path) => ({
      language: text(`${path}.language`),
      fluency: text(`${path}.fluency`),
    })),
    interests: list("interests", (path) => ({
      name: text(`${path}.name`),
      keywords: texts(`${path}.keywords`),
    })),
    references: list("references", (path) => ({
      name: text(`${path}.name`),
      reference: text(`${path}.reference`),
    })),
    projects: list("projects", (path) => ({
      name: text(`${path}.name`),
      description: text(`${path}.description`),
      highlights: texts(`${path}.highlights`),
      keywords: texts(`${path}.keywords`),
      ...stretch(path),
      url: url(`${path}.url`),
      roles: texts(`${path}.roles`),
      entity: text(`${path}.entity`),
      type: text(`${path}.type`),
    })),
    meta: { language: "en" },
  };
  return { resume, leaves };
}
