import type { ResumeList } from "../../resume.ts";

type Titles = Readonly<Record<ResumeList | "present", string>>;

const KEYS: readonly (ResumeList | "present")[] = [
  "work",
  "projects",
  "education",
  "skills",
  "volunteer",
  "awards",
  "certificates",
  "publications",
  "languages",
  "interests",
  "references",
  "present",
];

/** A CV's own words by language, in the order of `KEYS`, which is the order of the page too. */
const ROWS: Readonly<Record<string, string>> = {
  en: "Experience|Projects|Education|Skills|Volunteering|Awards|Certificates|Publications|Languages|Interests|References|Present",
  de: "Berufserfahrung|Projekte|Ausbildung|Kenntnisse|Ehrenamt|Auszeichnungen|Zertifikate|Publikationen|Sprachen|Interessen|Referenzen|heute",
  fr: "Expérience|Projets|Formation|Compétences|Bénévolat|Distinctions|Certifications|Publications|Langues|Centres d’intérêt|Références|aujourd’hui",
  es: "Experiencia|Proyectos|Formación|Habilidades|Voluntariado|Premios|Certificados|Publicaciones|Idiomas|Intereses|Referencias|actualidad",
  pt: "Experiência|Projetos|Formação|Competências|Voluntariado|Prêmios|Certificados|Publicações|Idiomas|Interesses|Referências|atual",
  it: "Esperienza|Progetti|Istruzione|Competenze|Volontariato|Premi|Certificati|Pubblicazioni|Lingue|Interessi|Referenze|oggi",
  nl: "Werkervaring|Projecten|Opleiding|Vaardigheden|Vrijwilligerswerk|Prijzen|Certificaten|Publicaties|Talen|Interesses|Referenties|heden",
  zh: "工作经历|项目|教育背景|技能|志愿经历|荣誉|证书|出版物|语言|兴趣|推荐人|至今",
  ja: "職歴|プロジェクト|学歴|スキル|ボランティア|受賞|資格|出版物|言語|趣味|推薦者|現在",
};

/** The sections in the order in which a CV prints them. */
export const SECTION_ORDER = KEYS.filter((key): key is ResumeList => key !== "present");

/** Titles in the CV's language (BCP 47); English where we know none. */
export function sectionTitles(language: string): Titles {
  const row = ROWS[language.toLowerCase().split("-")[0] ?? ""] ?? ROWS["en"]!;
  const words = row.split("|");
  return Object.fromEntries(KEYS.map((key, i) => [key, words[i]!])) as Titles;
}
