import { language } from "./resume";

/** The words that only a timeline needs. */
interface PathWords {
  timeline: string;
  /** Over what has no date. */
  undated: string;
  /** Before the choice of kinds. */
  show: string;
  all: string;
  /** Opens what is folded. */
  more: string;
}

const table: Record<string, PathWords> = {
  en: {
    timeline: "Timeline",
    undated: "Without a date",
    show: "Show",
    all: "Everything",
    more: "More",
  },
  de: { timeline: "Werdegang", undated: "Ohne Datum", show: "Zeigen", all: "Alles", more: "Mehr" },
  fr: { timeline: "Parcours", undated: "Sans date", show: "Afficher", all: "Tout", more: "Plus" },
  es: { timeline: "Trayectoria", undated: "Sin fecha", show: "Mostrar", all: "Todo", more: "Más" },
  pt: { timeline: "Trajetória", undated: "Sem data", show: "Mostrar", all: "Tudo", more: "Mais" },
  it: { timeline: "Percorso", undated: "Senza data", show: "Mostra", all: "Tutto", more: "Altro" },
  nl: { timeline: "Tijdlijn", undated: "Zonder datum", show: "Toon", all: "Alles", more: "Meer" },
  zh: { timeline: "时间线", undated: "日期不详", show: "显示", all: "全部", more: "更多" },
  ja: { timeline: "年表", undated: "日付なし", show: "表示", all: "すべて", more: "続き" },
  ar: { timeline: "المسيرة", undated: "بلا تاريخ", show: "عرض", all: "الكل", more: "المزيد" },
};

export const pathWords: PathWords = table[language.split("-")[0] ?? "en"] ?? table["en"]!;
