import { found, trimSeparators, type Found, type FoundTree } from "../found.ts";
import type { Item } from "../items.ts";
import { textOf, type Line } from "../line.ts";
import { findAddress } from "./addresses.ts";
import { findContacts, withoutContacts } from "./contacts.ts";
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
  const rest = input.top.filter((item) => item.text);
  const nameItem = findName(rest);
  const after = nameItem ? rest.filter((item) => item !== nameItem.item) : rest;
  const label = nameItem?.label ?? findLabel(after);
  const prose = input.summary.length
    ? input.summary
    : rest.filter(
        (item) => item !== nameItem?.item && item.text.length > 110 && !/@/.test(item.text),
      );
  return {
    name: nameItem?.name,
    label,
    email: contacts.email,
    phone: contacts.phone,
    url: contacts.url,
    location: findAddress(input.contact.filter((item) => item !== nameItem?.item)),
    profiles: contacts.profiles,
    summary: found(
      prose.map((item) => item.text).join("\n"),
      prose.flatMap((item) => item.lines),
      input.summary.length ? 0.9 : 0.7,
      input.summary.length ? "section about the person" : "prose before the first heading",
    ),
  };
}

const NAME = /^[\p{Lu}\p{Lo}][\p{L}\p{M}.'’\- ,()]{1,60}$/u;
const TITLE_LINE = /curriculum vitae|^cv$|^résumé$|^resume$|lebenslauf|履歴書|个人简历|^简历$/i;

/** The largest line near the top that can be a name; two lines of it when it wraps. */
function findName(
  items: readonly Item[],
): { item: Item; name: Found | undefined; label?: Found | undefined } | null {
  const candidates = items.slice(0, 14).filter((item) => {
    const text = withoutContacts(item.text).split(/\s{2,}|\||·|•/)[0] ?? "";
    return (
      text.length >= 2 &&
      text.length <= 110 &&
      NAME.test(text.split(",")[0]!.trim()) &&
      !TITLE_LINE.test(text) &&
      !/@|\d{3}/.test(text)
    );
  });
  const largest = Math.max(...candidates.map((item) => item.fontSize), 0);
  const item = candidates.find((candidate) => candidate.fontSize >= largest - 0.3);
  if (!item) return null;
  const cell = textOf(item.cells[0] ?? []);
  const [name, label] = splitNameAndLabel(cell);
  return {
    item,
    name: found(name, item.lines, largest > 13 ? 0.95 : 0.75, "largest line at the top"),
    ...(label ? { label: found(label, item.lines, 0.75, "what follows the name") } : {}),
  };
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

function findLabel(items: readonly Item[]): Found | undefined {
  const item = items.slice(0, 8).find((candidate) => {
    const text = withoutContacts(candidate.text);
    return (
      text === candidate.text &&
      text.length >= 3 &&
      text.length <= 110 &&
      !/\d{3,}|@|:\/\//.test(text) &&
      !/[.!?]$/.test(text) &&
      (positionScore(text) > 0 ||
        (candidate.cells.length === 1 &&
          !/,\s*\p{Lu}{2}\b|[|•]/u.test(text) &&
          candidate.fontSize > 11.5))
    );
  });
  return item
    ? found(trimSeparators(item.text), item.lines, 0.75, "line under the name")
    : undefined;
}
