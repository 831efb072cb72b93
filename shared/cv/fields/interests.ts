import { found, trimSeparators, type FoundTree } from "../found.ts";
import type { Item } from "../items.ts";
import { textOf } from "../line.ts";
import { splitList } from "./skills.ts";

/** Interests: one an item, cell or piece of a list; “Name: a, b” keeps its keywords. */
export function readInterests(items: readonly Item[]): FoundTree[] {
  return items.flatMap((item) =>
    item.cells.flatMap((cell): FoundTree[] => {
      const text = textOf(cell);
      const colon = /^([^:：,]{2,50})[:：]\s*(\S.*)$/su.exec(text);
      if (colon)
        return [
          {
            name: found(colon[1]!, item.lines, 0.85, "name before a colon"),
            keywords: splitList(colon[2]!).flatMap(
              (k) => found(k, item.lines, 0.8, "piece of a list") ?? [],
            ),
          },
        ];
      const pieces = item.bullet && !text.includes(",") ? [text] : splitList(text);
      return pieces.flatMap((piece) => {
        const name = found(trimSeparators(piece), item.lines, 0.8, "piece of a list");
        return name ? [{ name }] : [];
      });
    }),
  );
}

const ON_REQUEST =
  /on request|auf anfrage|sur demande|a petición|sob consulta|su richiesta|op aanvraag|available upon/i;

/** References: who, and what they say. */
export function readReferences(items: readonly Item[]): FoundTree[] {
  const results: { name: Item | null; quote: Item[] }[] = [];
  for (const item of items) {
    if (ON_REQUEST.test(item.text)) continue;
    const isName =
      item.text.length < 90 && !/^[“"«„'‘]/u.test(item.text) && !/[.!?。]["”»]?$/u.test(item.text);
    const open = results.at(-1);
    if (isName && (!open || open.quote.length > 0 || item.bold)) {
      // A quotation with its author under it rather than over it.
      if (open && !open.name) open.name = item;
      else results.push({ name: item, quote: [] });
    } else if (open) open.quote.push(item);
    else results.push({ name: null, quote: [item] });
  }
  return results.map(({ name, quote }) => ({
    name: name
      ? found(name.text.replace(/^[—–-]\s*/, ""), name.lines, 0.8, "name of a reference")
      : undefined,
    reference: found(
      quote
        .map((item) => item.text)
        .join(" ")
        .replace(/^[“"«„]\s*|\s*[”"»]$/gu, ""),
      quote.flatMap((item) => item.lines),
      0.8,
      "what the reference says",
    ),
  }));
}
