import { findDates } from "../../cv/fields/dates.ts";

/** A text with its dates taken out. */
export interface Dated {
  readonly text: string;
  readonly startDate?: string;
  readonly endDate?: string;
  /** The one date there is, when it isn't said to be a start or an end. */
  readonly date?: string;
}

const BEFORE =
  /[\s,(]*\b(?:from|since|between|in|on|until|till|to|as of|started|starting|beginning)?(?: (?:in|on))?\s*$/iu;

/** “Engineer at Acme from May 2020 to 2022” without “from …”, and the dates as JSON Resume writes them. */
export function takeDates(said: string): Dated {
  const text = said.replace(/\bbetween (.{4,20}?) and (?=.*\d{4})/iu, "from $1 to ");
  const found = findDates(text);
  if (!found) return { text: text.trim() };
  const head = text.slice(0, found.index);
  const tail = text.slice(found.index + found.length).replace(/^[\s,)]+/, "");
  const word = /\b(from|since|as of|until|till)\s*$/iu.exec(head)?.[1]?.toLowerCase();
  const rest = [
    head.replace(BEFORE, "").trim(),
    tail.replace(/^(?:to|until|till)?\s*(?:now|today|present)\b/i, "").trim(),
  ]
    .filter(Boolean)
    .join(" ");
  if (word === "until" || word === "till")
    return { text: rest, ...(found.start ? { endDate: found.start } : {}) };
  if (found.isRange || word) {
    return {
      text: rest,
      ...(found.start ? { startDate: found.start } : {}),
      ...(found.end ? { endDate: found.end } : {}),
    };
  }
  return { text: rest, ...(found.start ? { date: found.start } : {}) };
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH =
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$/;

/** The last such month, this one included. */
function latest(month: number, today: string): string {
  const [year, now] = today.split("-").map(Number);
  return `${month > now! ? year! - 1 : year}-${String(month).padStart(2, "0")}`;
}

/** The date that a few words say: “May 2024”, “2024”, “today”. @param today `2026-11-21` */
export function dateOf(words: string, today: string): string | null {
  const plain = words.trim().toLowerCase();
  if (/^(?:today|now|this month)$/.test(plain)) return today.slice(0, 7);
  if (/^this year$/.test(plain)) return today.slice(0, 4);
  if (/^last year$/.test(plain)) return String(Number(today.slice(0, 4)) - 1);
  if (/^last month$/.test(plain)) {
    const [year, month] = today.split("-").map(Number);
    return month === 1 ? `${year! - 1}-12` : `${year}-${String(month! - 1).padStart(2, "0")}`;
  }
  const month = MONTHS.indexOf(plain.slice(0, 3)) + 1;
  if (month > 0 && /^[a-z]+$/.test(plain) && MONTH.test(plain)) return latest(month, today);
  const found = findDates(words);
  return found?.start && found.length >= words.trim().length - 1 ? found.start : null;
}
