import type { Kind } from "./publications/kinds";
import { language } from "./resume";

/** The words that only an academic's page needs. */
type ScholarWords = Record<Kind, string> & {
  /** Before the choice of kinds. */
  show: string;
  all: string;
  /** Over publications without a date, as bibliographies abbreviate it. */
  undated: string;
  teaching: string;
  grants: string;
};

const en: ScholarWords = {
  article: "Journal articles",
  conference: "Conference papers",
  preprint: "Preprints",
  book: "Books",
  thesis: "Theses",
  talk: "Talks",
  other: "Other writing",
  show: "Show",
  all: "All",
  undated: "n.d.",
  teaching: "Teaching",
  grants: "Grants and fellowships",
};

/** In the order of `en`'s keys. */
const table: Record<string, string> = {
  de: "Zeitschriftenartikel|Konferenzbeiträge|Preprints|Bücher|Abschlussarbeiten|Vorträge|Weitere Texte|Zeigen|Alle|o. J.|Lehre|Förderungen und Stipendien",
  fr: "Articles de revue|Actes de colloque|Prépublications|Livres|Thèses|Conférences|Autres écrits|Afficher|Tout|s. d.|Enseignement|Financements et bourses",
  es: "Artículos|Ponencias publicadas|Preprints|Libros|Tesis|Charlas|Otros textos|Mostrar|Todo|s. f.|Docencia|Ayudas y becas",
  pt: "Artigos|Trabalhos em anais|Preprints|Livros|Teses|Palestras|Outros textos|Mostrar|Tudo|s.d.|Ensino|Financiamentos e bolsas",
  it: "Articoli|Atti di convegno|Preprint|Libri|Tesi|Interventi|Altri scritti|Mostra|Tutto|s.d.|Didattica|Finanziamenti e borse",
  nl: "Tijdschriftartikelen|Conferentiebijdragen|Preprints|Boeken|Proefschriften|Voordrachten|Overige teksten|Toon|Alles|z.j.|Onderwijs|Beurzen en subsidies",
  zh: "期刊论文|会议论文|预印本|著作|学位论文|报告|其他文章|显示|全部|日期不详|教学|基金与资助",
  ja: "学術論文|会議論文|プレプリント|書籍|学位論文|講演|その他|表示|すべて|刊行年不明|教育|研究助成",
  ar: "مقالات محكّمة|أوراق مؤتمرات|مسودات منشورة|كتب|رسائل جامعية|محاضرات|كتابات أخرى|عرض|الكل|د.ت.|التدريس|المنح والزمالات",
};

function inLanguage(): ScholarWords {
  const row = table[language.split("-")[0] ?? "en"]?.split("|");
  if (!row) return en;
  return Object.fromEntries(Object.keys(en).map((key, at) => [key, row[at]])) as ScholarWords;
}

export const scholarWords = inLanguage();
