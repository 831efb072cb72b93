/** Where a published site’s host takes reports of abuse. */
export const REPORT_PATH = "/report-abuse";
export const PDF_PATH = "cv.pdf";

/** By language: the CV’s link, and that of reports. */
const WORDS: Readonly<Record<string, readonly [pdf: string, report: string]>> = {
  en: ["CV as PDF", "Report this site"],
  de: ["Lebenslauf als PDF", "Diese Seite melden"],
  fr: ["CV en PDF", "Signaler ce site"],
  es: ["CV en PDF", "Denunciar este sitio"],
  pt: ["Currículo em PDF", "Denunciar este site"],
  it: ["CV in PDF", "Segnala questo sito"],
  nl: ["Cv als pdf", "Deze site melden"],
};

const STYLE =
  ".site-foot{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;justify-content:center;padding:1.5rem 1rem;font:400 .8125rem/1.5 var(--font-text,system-ui),sans-serif;color:var(--muted,GrayText);background:var(--paper,Canvas)}.site-foot a{display:inline-block;min-height:24px;color:inherit;text-decoration:underline;text-decoration-thickness:1px;text-underline-offset:.2em}.site-foot a:focus-visible{outline:2px solid var(--accent,Highlight);outline-offset:2px}@media print{.site-foot{display:none}}";

/**
 * A finished page with the quiet line below it that a published page has: the CV as PDF, where there
 * is one, and where to report abuse. It stands after what the template renders and takes its colours.
 * @param places addresses as the page has them; `null`: there is no such thing
 */
export function withFoot(
  html: string,
  places: { readonly pdf: string | null; readonly report: string | null },
): string {
  const language = /<html\b[^>]*\blang\s*=\s*["']?([a-z]+)/i.exec(html)?.[1]?.toLowerCase() ?? "en";
  const own = Object.hasOwn(WORDS, language);
  const [pdf, report] = WORDS[own ? language : "en"]!;
  const lang = own ? "" : ' lang="en" dir="ltr"';
  const links = [
    ...(places.pdf ? [`<a href="${places.pdf}" type="application/pdf">${pdf}</a>`] : []),
    ...(places.report ? [`<a href="${places.report}" rel="nofollow">${report}</a>`] : []),
  ];
  if (links.length === 0) return html;
  const foot = `<footer class="site-foot"${lang}>${links.join("")}</footer>`;
  return html
    .replace(/<\/head>/i, (end) => `<style>${STYLE}</style>${end}`)
    .replace(/<\/body>/i, (end) => `${foot}${end}`);
}
