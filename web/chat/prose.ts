/** A stretch of a line: words as they are, or set apart. */
export type Inline =
  | { readonly kind: "text" | "code" | "strong" | "emphasis"; readonly text: string }
  | { readonly kind: "link"; readonly text: string; readonly to: string };

export type Block =
  | { readonly kind: "paragraph" | "heading"; readonly inside: readonly Inline[] }
  | { readonly kind: "code"; readonly text: string }
  | {
      readonly kind: "list";
      readonly isOrdered: boolean;
      readonly items: readonly (readonly Inline[])[];
    };

const FENCE = /^\s*(```|~~~)/;
const ITEM = /^\s*(?:[-*+•]|(\d{1,3})[.)])\s+(.*)$/;
const HEADING = /^#{1,6}\s+(.*?)\s*#*$/;

/**
 * The part of Markdown that models write: paragraphs, headings, lists, fenced code, and in a line code,
 * strong, emphasis and links to http(s). Everything else stays the text it is, HTML too. A text that is
 * still being written is read as far as it goes: an open fence is code to its end.
 */
export function readProse(text: string): readonly Block[] {
  const lines = text.replaceAll("\r\n", "\n").split("\n");
  const blocks: Block[] = [];
  for (let at = 0; at < lines.length;) {
    const line = lines[at]!;
    const [block, next] = FENCE.test(line)
      ? fenced(lines, at)
      : ITEM.test(line)
        ? listed(lines, at)
        : line.trim() === ""
          ? [null, at + 1]
          : paragraph(lines, at);
    if (block) blocks.push(block);
    at = next;
  }
  return blocks;
}

type Read = readonly [Block | null, number];

function fenced(lines: readonly string[], from: number): Read {
  const fence = FENCE.exec(lines[from]!)![1]!;
  const end = lines.findIndex((line, at) => at > from && line.trimStart().startsWith(fence));
  const inside = lines.slice(from + 1, end === -1 ? undefined : end);
  return [{ kind: "code", text: inside.join("\n") }, end === -1 ? lines.length : end + 1];
}

function listed(lines: readonly string[], from: number): Read {
  const items: string[] = [];
  let at = from;
  for (; at < lines.length; at += 1) {
    const line = lines[at]!;
    const item = ITEM.exec(line);
    if (item) items.push(item[2]!);
    // An item goes on in lines that are set in.
    else if (/^\s+\S/.test(line) && !FENCE.test(line)) items.push(`${items.pop()} ${line.trim()}`);
    else break;
  }
  const isOrdered = ITEM.exec(lines[from]!)?.[1] !== undefined;
  return [{ kind: "list", isOrdered, items: items.map(readInline) }, at];
}

function paragraph(lines: readonly string[], from: number): Read {
  const heading = HEADING.exec(lines[from]!);
  if (heading) return [{ kind: "heading", inside: readInline(heading[1]!) }, from + 1];
  let at = from + 1;
  const goesOn = (line: string | undefined) =>
    line !== undefined && line.trim() !== "" && ![FENCE, ITEM, HEADING].some((of) => of.test(line));
  while (goesOn(lines[at])) at += 1;
  return [{ kind: "paragraph", inside: readInline(lines.slice(from, at).join("\n")) }, at];
}

const INLINE =
  /`([^`\n]+)`|\*\*([^*\n]+)\*\*|(?<![\p{L}\d*])\*([^*\s][^*\n]*)\*(?![\p{L}\d*])|\[([^\]\n]+)\]\((https?:\/\/[^\s()]+)\)/gu;

/** A line's stretches. */
export function readInline(text: string): readonly Inline[] {
  const found: Inline[] = [];
  let end = 0;
  for (const match of text.matchAll(INLINE)) {
    const [whole, code, strong, emphasis, words, to] = match;
    if (match.index > end) found.push({ kind: "text", text: text.slice(end, match.index) });
    if (code !== undefined) found.push({ kind: "code", text: code });
    else if (strong !== undefined) found.push({ kind: "strong", text: strong });
    else if (emphasis !== undefined) found.push({ kind: "emphasis", text: emphasis });
    else found.push({ kind: "link", text: words!, to: to! });
    end = match.index + whole.length;
  }
  if (end < text.length) found.push({ kind: "text", text: text.slice(end) });
  return found;
}
