import { found, type Found, type FoundTree } from "../found.ts";
import type { Item } from "../items.ts";
import { textOf, type Line } from "../line.ts";
import { canBePlace, findAddress } from "./addresses.ts";
import { findContacts, withoutContacts } from "./contacts.ts";
import { isPlace } from "./places.ts";
import { positionScore } from "./role-words.ts";

export interface BasicsInput {
  /** What stands before the first heading of the main column. */
  readonly top: readonly Item[];
  /** Everything that may hold contacts: the top, a column's top, a contact section. */
  readonly contact: readonly Item[];
  readonly summary: readonly Item[];
  /** For what stands at a page's foot or nowhere near the top. */
  readonly everywhere: readonly Line[];
  readonly countryHint: string;
}

/** Name, what they call themselves, ways to reach them, where they live, and the few words about them. */
export function readBasics(input: BasicsInput): FoundTree {
  const contacts = findContacts(input.contact, input.everywhere, input.countryHint);
  const rest = input.top.filter((item) => item.text && !DOCUMENT_NAME.test(item.text.trim()));
  const nameItem = findName(rest, sizeOfMost(input.everywhere));
  const after = nameItem
    ? rest.filter((item) => !nameItem.items.includes(item) || item.cells.length > 1)
    : rest;
  const labelItem = findLabelItem(after);
  const labelText = labelItem ? withoutPlace(labelItem.text) : "";
  const label =
    nameItem?.label ??
    (labelItem ? found(labelText, labelItem.lines, 0.75, "line under the name") : undefined);
  const prose = input.summary.length
    ? input.summary
    : rest.filter(
        (item) => !nameItem?.items.includes(item) && item !== labelItem && isProse(item.text),
      );
  return {
    name: nameItem?.name,
    label,
    email: contacts.email,
    phone: contacts.phone,
    url: contacts.url,
    location: findAddress(
      input.contact.filter(
        (item) =>
          !nameItem?.items.includes(item) &&
          (item !== labelItem || item.text !== labelText) &&
          !DOCUMENT_NAME.test(item.text),
      ),
    ),
    profiles: contacts.profiles,
    summary: found(
      prose.map((item) => item.text).join("\n"),
      prose.flatMap((item) => item.lines),
      input.summary.length ? 0.9 : 0.7,
      input.summary.length ? "section about the person" : "prose before the first heading",
    ),
  };
}

/** “Analyst / Leeds” is what somebody is, and where. */
function withoutPlace(text: string): string {
  const parts = text.split(/\s+[/|·•]\s+/);
  const [first, last] = [parts.slice(0, -1).join(" / "), parts.at(-1)!];
  return first && canBePlace(last) ? first : text;
}

const NAME = /^[\p{Lu}\p{Lo}][\p{L}\p{M}.'’\- ,()]{1,60}$/u;
const TITLE_LINE =
  /last updated|zuletzt aktualisiert|^page \d|curriculum vitae|^cv$|^résumé$|^resume$|lebenslauf|履歴書|个人简历|^简历$/i;

/** What a CV calls itself; it says nothing about the person. */
const DOCUMENT_NAME =
  /^(?:curriculum(?: vitae)?|cv|c\.v\.|vita|vitae|résumé|resume|lebenslauf|tabellarischer lebenslauf|currículum(?: vitae| vítae)?|hoja de vida|currículo|europass(?: curriculum vitae| cv)?|levensloop|meritförteckning|履歴書|職務経歴書|个人简历|個人簡歷|简历|求职简历)$/iu;

/** A word that forms print before a name. */
const NAME_LABEL =
  /^(?:name|full name|vor- und nachname|nom(?: et prénom)?|nombre(?: y apellidos)?|nome(?: e cognome)?|naam|namn|氏名|姓名|名前|お名前)\s*[:：]\s*/iu;

/** Letters from which on a line is prose; with the full stop of a sentence, fewer do. */
const isProse = (text: string): boolean =>
  !/@|:\/\//.test(text) &&
  (text.length > 110 ||
    (text.length > 50 && text.split(/\s+/).length > 7 && /\p{Ll}{2}[.!?]$|。$/u.test(text)));

interface NameCell {
  readonly item: Item;
  readonly text: string;
  readonly fontSize: number;
}

/** The size of type, in points, in which the middle one of a document's lines is set. */
const sizeOfMost = (lines: readonly Line[]): number =>
  lines.map((line) => line.fontSize).toSorted((a, b) => a - b)[Math.floor(lines.length / 2)] ?? 0;

/** The largest words before the first heading that can be a name; a name set in two lines is joined. */
function findName(
  items: readonly Item[],
  body: number,
): { items: readonly Item[]; name: Found | undefined; label?: Found | undefined } | null {
  const cells = items.slice(0, 24).flatMap((item) =>
    item.cells.flatMap((cell): NameCell[] => {
      const text = textOf(cell).replace(NAME_LABEL, "");
      return [{ item, text, fontSize: Math.max(...cell.map((part) => part.fontSize)) }];
    }),
  );
  const candidates = cells.filter(({ text }) => canBeName(text));
  const largest = Math.max(0, ...candidates.map((cell) => cell.fontSize));
  const at = cells.findIndex((cell) => candidates.includes(cell) && cell.fontSize >= largest - 0.3);
  const first = cells[at];
  if (!first) return null;
  const all = [first];
  for (const next of cells.slice(at + 1, at + 3)) {
    if (largest < 1.3 * body || Math.abs(next.fontSize - first.fontSize) > 0.3) break;
    if (!/^[\p{L}\p{M}.'’\-, ]+$/u.test(next.text)) break;
    all.push(next);
  }
  const [name, label] = splitNameAndLabel(all.map((cell) => cell.text).join(" "));
  const lines = all.flatMap((cell) => cell.item.lines);
  return {
    items: all.map((cell) => cell.item),
    name: found(name, lines, largest > 13 ? 0.95 : 0.75, "largest line at the top"),
    ...(label ? { label: found(label, lines, 0.75, "what follows the name") } : {}),
  };
}

function canBeName(raw: string): boolean {
  const text = withoutContacts(raw).split(/\s{2,}|\||·|•/)[0] ?? "";
  if (text.length < 2 || text.length > 110 || TITLE_LINE.test(text)) return false;
  return NAME.test(text.split(",")[0]!.trim()) && !/@|\d{3}/.test(text) && !isPlace(text);
}

const CREDENTIAL =
  /^(?:ph\.?d\.?|m\.?d\.?|msn|rn|bsn|ccrn|mba|msc|ma|jr\.?|sr\.?|ii|iii|iv|esq\.?|cpa|pe|p\.e\.|dipl|llm|jd|aia|pmp|dr\.?)\b/i;

/** “Name, PhD, Assistant Professor” holds a name with its letters, and a label. */
function splitNameAndLabel(text: string): [string, string] {
  const parts = text.split(/,\s+/);
  let count = 1;
  while (count < parts.length && CREDENTIAL.test(parts[count]!) && parts[count]!.length < 12)
    count += 1;
  const label = parts.slice(count).join(", ");
  return label && (positionScore(label) > 0 || label.length > 14)
    ? [parts.slice(0, count).join(", "), label]
    : [text, ""];
}

/** The line under the name, or the first near the top that names what somebody does. */
function findLabelItem(items: readonly Item[]): Item | undefined {
  const near = items.slice(0, 8).filter((item) => {
    const { text } = item;
    const short = text.length >= 3 && text.length <= 110 && !/[.!?]$/.test(text);
    return (
      short && withoutContacts(text) === text && !/\d{3,}|@|:\/\//.test(text) && !isPlace(text)
    );
  });
  const first = near.find((item) => item === items[0]);
  const isPlain = (item: Item): boolean =>
    item.cells.length === 1 && !/,\s*\p{Lu}{2}\b|[|•]/u.test(item.text);
  return (
    near.find((item) => positionScore(item.text) > 0) ??
    (first && isPlain(first) && first.text.length <= 60 && first.text.length > 4
      ? first
      : undefined) ??
    near.find((item) => isPlain(item) && item.fontSize > 11.5)
  );
}
