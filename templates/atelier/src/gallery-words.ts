import { language } from "./resume";

/** What the gallery's own controls are called. */
interface GalleryWords {
  all: string;
  filter: string;
  close: string;
  seenIn: string;
}

const en: GalleryWords = {
  all: "Everything",
  filter: "Show only",
  close: "Close",
  seenIn: "Seen in",
};

const table: Record<string, GalleryWords> = {
  en,
  de: { all: "Alles", filter: "Nur zeigen", close: "Schließen", seenIn: "Zu sehen in" },
  fr: { all: "Tout", filter: "Ne montrer que", close: "Fermer", seenIn: "À voir dans" },
  es: { all: "Todo", filter: "Mostrar solo", close: "Cerrar", seenIn: "Se ve en" },
  pt: { all: "Tudo", filter: "Mostrar apenas", close: "Fechar", seenIn: "Visto em" },
  it: { all: "Tutto", filter: "Mostra solo", close: "Chiudi", seenIn: "Si vede in" },
  nl: { all: "Alles", filter: "Toon alleen", close: "Sluiten", seenIn: "Te zien in" },
  zh: { all: "全部", filter: "只显示", close: "关闭", seenIn: "见于" },
  ja: { all: "すべて", filter: "絞り込み", close: "閉じる", seenIn: "使った仕事" },
  ar: { all: "الكل", filter: "إظهار فقط", close: "إغلاق", seenIn: "يظهر في" },
};

export const galleryWords: GalleryWords = table[language.split("-")[0] ?? "en"] ?? en;
