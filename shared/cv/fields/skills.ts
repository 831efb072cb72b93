import { found, trimSeparators, type Found, type FoundTree } from "../found.ts";
import type { Item } from "../items.ts";
import { textOf } from "../line.ts";
import { plain, wordsPattern } from "../words.ts";

const LEVELS = wordsPattern(
  "master|expert|advanced|intermediate|beginner|basic|basics|proficient|experienced|good|very good|excellent|novice|professional|sehr gut|gut|grundkenntnisse|experte|fortgeschritten|fortgeschrittene|erfahren|expertenkenntnisse|avancé|intermédiaire|débutant|confirmé|courant|avanzado|intermedio|básico|experto|alto|medio|avançado|intermediário|básico|especialista|avanzato|base|esperto|buono|ottimo|gevorderd|basis|精通|熟练|熟悉|了解|掌握|中级|高级|上級|中級|初級",
);
const levelAlone = new RegExp(`^(?:${LEVELS.source})$`, "u");
const isLevel = (text: string): boolean => levelAlone.test(plain(text));

/** Splits a list at its signs, never inside brackets: “Excel (pivot tables, macros), SQL” is two. */
export function splitList(text: string): string[] {
  const pieces: string[] = [];
  let depth = 0;
  let from = 0;
  for (let i = 0; i < text.length; i += 1) {
    const c = text[i]!;
    if ("([（".includes(c)) depth += 1;
    if (")]）".includes(c)) depth = Math.max(0, depth - 1);
    const decimal = c === "," && /\d/.test(text[i - 1] ?? "") && /\d/.test(text[i + 1] ?? "");
    const sign = /[,;、，；|•·・∙]/.test(c) && !decimal;
    if (!sign || depth > 0) continue;
    pieces.push(text.slice(from, i));
    from = i + 1;
  }
  pieces.push(text.slice(from));
  return pieces
    .map((piece) =>
      trimSeparators(piece)
        .replace(/^\{\s*/, "")
        .replace(/(?<=\p{L}{3})\.$/u, ""),
    )
    .filter(Boolean);
}

interface Group {
  name: Found | undefined;
  level: Found | undefined;
  keywords: Found[];
}

/** Skills as groups of keywords: “Name: a, b”, a bold name over or before its list, or a bare list. */
export function readSkills(items: readonly Item[]): FoundTree[] {
  const groups: Group[] = [];
  const labels = labelStyle(items);
  for (const item of items) {
    const labelled = labelOf(item);
    if (labelled) {
      groups.push({
        ...nameAndLevel(labelled.name, item),
        keywords: keywordsOf(labelled.list, item),
      });
      continue;
    }
    const alone = item.cells.length === 1 && splitList(item.text).length === 1;
    if (labels !== null && item.style === labels && !item.bullet && alone) {
      groups.push({ ...nameAndLevel(item.text, item), keywords: [] });
      continue;
    }
    const keywords = item.cells.flatMap((cell) => keywordsOf(textOf(cell), item));
    const open = groups.at(-1);
    if (open?.name && (labels !== null || open.keywords.length === 0))
      open.keywords.push(...keywords);
    else if (open && !open.name) open.keywords.push(...keywords);
    else groups.push({ name: undefined, level: undefined, keywords });
  }
  return groups.flatMap(treeOf);
}

function treeOf(group: Group): FoundTree[] {
  if (group.name)
    return [
      {
        name: group.name,
        level: group.level,
        ...(group.keywords.length ? { keywords: group.keywords } : {}),
      },
    ];
  return group.keywords.map((keyword) => ({ name: keyword }));
}

/** The style of lines that name groups: bold or larger lines with plainer lines under them. */
export function labelStyle(items: readonly Item[]): string | null {
  const plainer = (a: Item, b: Item): boolean =>
    (a.bold && !b.bold) ||
    a.fontSize > b.fontSize + 0.6 ||
    (!a.bullet && b.bullet) ||
    a.lines[0]!.headingLevel > b.lines[0]!.headingLevel;
  const votes = new Map<string, number>();
  items.forEach((item, i) => {
    const next = items[i + 1];
    if (next && item.style !== next.style && plainer(item, next))
      votes.set(item.style, (votes.get(item.style) ?? 0) + 1);
    else if (next && !item.bullet && next.bullet)
      votes.set(item.style, (votes.get(item.style) ?? 0) + 1);
  });
  return [...votes].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

/** “Name: list”, or a name set apart from its list by style or by a gap. */
function labelOf(item: Item): { name: string; list: string } | null {
  const colon = /^([^:：,;]{2,60})[:：]\s*(\S.*)$/su.exec(item.text);
  if (colon) return { name: colon[1]!, list: colon[2]! };
  const dash = /^([^,;–—]{2,40})\s[–—]\s(.*,.*)$/su.exec(item.text);
  if (dash) return { name: dash[1]!, list: dash[2]! };
  const parts = item.cells[0] ?? [];
  const rest = item.cells.slice(1).flat();
  const boldFirst = parts.findIndex((part) => !part.bold && /[\p{L}\p{N}]/u.test(part.text));
  if (parts[0]?.bold && boldFirst > 0)
    return {
      name: textOf(parts.slice(0, boldFirst)),
      list: textOf([...parts.slice(boldFirst), ...rest]),
    };
  const listed = item.cells.slice(1).map(textOf).join(", ");
  if (
    item.cells.length === 2 &&
    splitList(listed).length > 1 &&
    splitList(textOf(parts)).length === 1
  )
    return { name: textOf(parts), list: listed };
  return null;
}

function nameAndLevel(
  text: string,
  item: Item,
): { name: Found | undefined; level: Found | undefined } {
  const bracket = /^(.*?)\s*[(（]([^()（）]+)[)）]$/u.exec(trimSeparators(text));
  const level = bracket && isLevel(bracket[2]!) ? bracket[2]! : "";
  return {
    name: found(level ? bracket![1]! : text, item.lines, 0.85, "name of a group of skills"),
    level: found(level, item.lines, 0.8, "level in brackets"),
  };
}

function keywordsOf(list: string, item: Item): Found[] {
  return splitList(list).flatMap((piece) => {
    if (isLevel(piece)) return [];
    return found(piece, item.lines, piece.length > 60 ? 0.5 : 0.88, "piece of a list") ?? [];
  });
}
