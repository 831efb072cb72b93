import type { FlowLine } from "../../../shared/cv-document.ts";

/** Collects the text of an HTML page into lines; the reader tells it what it meets. */
export class HtmlLines {
  readonly lines: FlowLine[] = [];
  #text = "";
  /** Letters of each cell of the open line, and how many of them are bold. */
  #cells: { letters: number; bold: number }[] = [{ letters: 0, bold: 0 }];
  #links: { text: string; href: string }[] = [];
  #level = 0;
  /** The open list items, each with the lines it holds itself. */
  #items: number[][] = [];
  #boldDepth = 0;
  #piece = { className: "", at: 0 };
  #href = "";

  text(text: string): void {
    const letters = text.trim().length;
    // Tabs and line breaks of the source are only spaces.
    this.#text += text.replace(/\s+/g, " ");
    const cell = this.#cells.at(-1)!;
    cell.letters += letters;
    if (this.#boldDepth > 0) cell.bold += letters;
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
    this.#cells.push({ letters: 0, bold: 0 });
  }
  /**
   * A piece of text with a class of its own ends. The next of the same class, with nothing but space
   * between them, is another of a row: tags, skills, keywords.
   */
  pieceEnd(className: string): void {
    this.#piece = { className, at: this.#text.length };
  }
  pieceStart(className: string): void {
    const { at, className: before } = this.#piece;
    const between = this.#text.slice(at);
    if (className && className === before && at > 0 && !between.trim()) this.cellEnd();
  }
  /** A block begins or ends: what was open is a line. */
  block(name: string, closing: boolean): void {
    this.flush();
    if (/^h[1-6]$/.test(name)) this.#level = closing ? 0 : Number(name[1]);
    if (name !== "li") return;
    if (!closing) this.#items.push([]);
    else this.#itemEnd(this.#items.pop() ?? []);
  }
  /** A list item of one line is a bullet; one of several lines is an entry of its own, as is one that holds a list. */
  #itemEnd(held: readonly number[]): void {
    const [only, ...more] = held;
    const last = only === this.lines.length - 1;
    if (only !== undefined && more.length === 0 && last && !this.lines[only]!.headingLevel)
      this.lines[only] = { ...this.lines[only]!, bullet: true };
  }
  /** Most of the letters are bold, or one whole cell that is not the shortest of marks. */
  #isBold(): boolean {
    const letters = this.#cells.reduce((sum, cell) => sum + cell.letters, 0);
    const bold = this.#cells.reduce((sum, cell) => sum + cell.bold, 0);
    const last = this.#cells.findLast((cell) => cell.letters > 0);
    return (
      bold * 2 > letters || (last !== undefined && last.letters > 2 && last.bold === last.letters)
    );
  }
  flush(): void {
    const cells = this.#text
      .split("\t")
      .map((cell) => cell.replace(/\s+/g, " ").trim())
      .filter(Boolean);
    if (cells.length) {
      this.#items.at(-1)?.push(this.lines.length);
      this.lines.push({
        text: cells.join("  "),
        line: this.lines.length + 1,
        ...(this.#level ? { headingLevel: this.#level } : {}),
        ...(this.#isBold() ? { bold: true } : {}),
        ...(cells.length > 1 ? { cells } : {}),
        ...(this.#links.length ? { links: this.#links } : {}),
      });
    }
    this.#text = "";
    this.#piece = { className: "", at: 0 };
    this.#cells = [{ letters: 0, bold: 0 }];
    this.#links = [];
  }
}
