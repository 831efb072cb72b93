import { found, trimSeparators, type FoundTree } from "../found.ts";
import type { Item } from "../items.ts";
import { textOf } from "../line.ts";
import { labelStyle, splitList } from "./skills.ts";

/** Interests: one an item, cell or piece of a list; “Name: a, b” and “Name [a, b]” keep their keywords. */
export function readInterests(items: readonly Item[]): FoundTree[] {
  const labels = labelStyle(items);
  if (labels !== null && items[0]?.style === labels) return underLabels(items, labels);
  const listed = items.filter((item) => splitList(item.text).length > 1).length;
  const whole = items.length > 1 && 2 * listed <= items.length;
  return items.flatMap((item) =>
    item.cells.flatMap((cell): FoundTree[] => {
      const text = textOf(cell);
      const colon = /^([^:：,]{2,50})[:：]\s*(\S.*)$/su.exec(text);
      if (colon) return interest(colon[1]!, colon[2]!, item);
      // Where most items are one interest each, a comma inside one belongs to it: “Bread, badly”.
      const pieces = whole || (item.bullet && !text.includes(",")) ? [text] : splitList(text);
      return pieces.flatMap((piece) => {
        const bracket = /^(.{2,}?)\s*\[\s*(.+?)\s*\]$/u.exec(piece);
        return bracket ? interest(bracket[1]!, bracket[2]!, item) : interest(piece, "", item);
      });
    }),
  );
}

function interest(text: string, list: string, item: Item): FoundTree[] {
  const name = found(trimSeparators(text), item.lines, 0.8, "piece of a list");
  const keywords = splitList(list).flatMap(
    (k) => found(k, item.lines, 0.8, "piece of a list") ?? [],
  );
  return name ? [{ name, ...(keywords.length ? { keywords } : {}) }] : [];
}

/** Names in a style of their own, each with its keywords in plainer lines under it. */
function underLabels(items: readonly Item[], labels: string): FoundTree[] {
  const groups: { name: Item; list: string[] }[] = [];
  for (const item of items)
    if (item.style === labels) groups.push({ name: item, list: [] });
    else groups.at(-1)?.list.push(...item.cells.map(textOf));
  return groups.flatMap(({ name, list }) => interest(name.text, list.join(", "), name));
}
