/**
 * The style of the printed CV: one column of text with dates beside it, in the reader's own serif.
 * Margins are the page's; sizes in points, so that A4 and Letter differ only in where pages break.
 */
export const PRINT_STYLE = `
@page { margin: 18mm 19mm 17mm; }
* { box-sizing: border-box; margin: 0; padding: 0; }
html { color: #1c1a17; background: #fff; font: 10pt/1.45 "Charter", "Iowan Old Style", "Source Serif 4", "Palatino Linotype", "Noto Serif", Georgia, serif; font-variant-numeric: oldstyle-nums; hyphens: auto; overflow-wrap: break-word; }
a { color: inherit; text-decoration: none; }
header { padding-bottom: 10pt; border-bottom: .6pt solid #1c1a17; }
h1 { font-size: 25pt; line-height: 1.1; font-weight: 400; letter-spacing: -.01em; }
.label { margin-top: 3pt; font-size: 12pt; font-style: italic; color: #55504a; }
.contacts { display: flex; flex-wrap: wrap; gap: 1pt 14pt; margin-top: 8pt; list-style: none; font-size: 9pt; font-variant-numeric: lining-nums; }
.summary { margin-top: 11pt; max-width: 125mm; font-size: 11pt; }
.summary p + p { margin-top: 4pt; }
section { margin-top: 15pt; }
h2 { margin-bottom: 6pt; font-size: 10.5pt; font-weight: 600; letter-spacing: .02em; color: #a3361c; break-after: avoid; }
article { display: grid; grid-template-columns: 33mm 1fr; column-gap: 6mm; break-inside: auto; }
article + article { margin-top: 8pt; }
.aside { font-size: 8.8pt; line-height: 1.55; color: #55504a; }
h3 { font-size: 10.2pt; font-weight: 400; }
/* As the last of an entry it would hold the next entry too, and short ones would all go to a new page. */
h3:not(:last-child) { break-after: avoid; }
h3 strong { font-weight: 600; }
.fact, h3 a, .dot { color: #55504a; }
.body > p { margin-top: 2pt; orphans: 3; widows: 3; }
.body > ul { margin: 3pt 0 0 10pt; }
.body li { padding-left: 2pt; orphans: 2; widows: 2; }
.body li + li { margin-top: 1.5pt; }
.tags { color: #55504a; font-size: 9.2pt; }
.skills article, .languages article, .interests article { grid-template-columns: 1fr; }
.skills .aside, .languages .aside, .interests .aside { display: none; }
.skills article + article, .languages article + article, .interests article + article { margin-top: 2pt; }
.skills .body, .interests .body { display: flex; flex-wrap: wrap; gap: 0 8pt; align-items: baseline; }
.skills .body > p, .interests .body > p { margin: 0; }
@media screen { body { max-width: 210mm; margin: 0 auto; padding: 18mm 19mm; } }
`;
