import { language } from "./resume";

/** What the facts are called where no section of the page lends its title. */
interface FactWords {
  since: string;
  employers: string;
  place: string;
}

const en: FactWords = { since: "At work since", employers: "Employers", place: "Based in" };

const table: Record<string, FactWords> = {
  en,
  de: { since: "Im Beruf seit", employers: "Arbeitgeber", place: "Ort" },
  fr: { since: "En activité depuis", employers: "Employeurs", place: "Ville" },
  es: { since: "En activo desde", employers: "Empresas", place: "Ciudad" },
  pt: { since: "Em atividade desde", employers: "Empresas", place: "Cidade" },
  it: { since: "Al lavoro dal", employers: "Datori di lavoro", place: "Città" },
  nl: { since: "Aan het werk sinds", employers: "Werkgevers", place: "Plaats" },
  zh: { since: "从业始于", employers: "任职机构", place: "所在城市" },
  ja: { since: "就業開始", employers: "勤務先", place: "拠点" },
  ar: { since: "في العمل منذ", employers: "جهات العمل", place: "المدينة" },
};

export const factWords: FactWords = table[language.split("-")[0] ?? "en"] ?? en;
