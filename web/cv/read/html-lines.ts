import type { FlowLine } from "../../../shared/cv-document.ts";

/** Collects the text of an HTML page into lines; the reader tells it what it meets. */
export class HtmlLines {
  readonly lines: FlowLine[] = [];
  #text = "";
  #bold = 0;
  #letters = 0;
  #links: { text: string; href: string }[] = [];
  #level = 0;
  #bullet = false;
  #boldDepth = 0;
  #href = "";

  text(text: string): void {
    const letters = text.trim().length;
    this.#text += text;
    this.#letters += letters;
    if (this.#boldDepth > 0) this.#bold += letters;
    if (this.#href && letters) this.#links.push({ text: text.trim(), href: this.#href });
  }
  bold(step: 1 | -1): void {
    this.#boldDepth = Math.max(0, this.#boldDepth + step);
  }
  link(href: string): void {
    this.#href = href;
  }
  /** The end of a table cell: what follows on the row stands apart. */
  cellEnd(): void {
    this.#text += "\t";
  }
  /** A block begins or ends: what was open is a line. */
  block(name: string, closing: boolean): void {
    this.flush();
    if (/^h[1-6]$/.test(name)) this.#level = closing ? 0 : Number(name[1]);
    if (name === "li") this.#bullet = !closing;
  }
  flush(): void {
    const cells = this.#text
      .split("\t")
      .map((cell) => cell.replace(/\s+/g, " ").trim())
      .filter(Boolean);
    if (cells.length)
      this.lines.push({
        text: cells.join("  "),
        line: this.lines.length + 1,
        ...(this.#level ? { headingLevel: this.#level } : {}),
        ...(this.#bullet ? { bullet: true } : {}),
        ...(this.#bold * 2 > this.#letters ? { bold: true } : {}),
        ...(cells.length > 1 ? { cells } : {}),
        ...(this.#links.length ? { links: this.#links } : {}),
      });
    this.#text = "";
    this.#bold = this.#letters = 0;
    this.#links = [];
  }
}
