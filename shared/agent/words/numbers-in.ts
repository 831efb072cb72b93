import { numberOfWord, scaleOf } from "./number-words.ts";

/** A number as a text states it. */
export interface StatedNumber {
  readonly value: number;
  /** `%`, a currency's code, or empty. */
  readonly unit: string;
  readonly index: number;
  readonly length: number;
}

const CURRENCIES: Readonly<Record<string, string>> = {
  "€": "EUR",
  eur: "EUR",
  euro: "EUR",
  euros: "EUR",
  $: "USD",
  us$: "USD",
  usd: "USD",
  dollar: "USD",
  dollars: "USD",
  "£": "GBP",
  gbp: "GBP",
  pound: "GBP",
  pounds: "GBP",
  "¥": "JPY",
  jpy: "JPY",
  yen: "JPY",
  chf: "CHF",
};
const PERCENT =
  /^\s?(?:[%٪％]|(?:percent|per cent|prozent|pour cent|por ciento|por cento|per cento|procent)(?!\p{L}))/iu;
/** Written with a dot: “1,5 Mio. €”. */
const SHORTENED = /^(?:tsd|mio|mrd)$/i;
const AFTER = /^[\s-]?(\p{L}+|[€$£¥])/u;
const BEFORE = /(US\$|[€$£¥]|(?<!\p{L})(?:EUR|USD|GBP|JPY|CHF))\s?$/iu;
/** Digits with the signs that group them or open their fraction; spaces group threes only. */
const DIGITS = /(?<![\p{L}\p{N}])\d+(?:[.,’'٬٫]\d+|[\s\u00a0\u202f]\d{3}(?!\d))*/gu;
const WORD = /\p{L}+/gu;

/** Every digit as 0–9, one character for one, so that places stay. */
const plainDigits = (text: string): string =>
  text.replaceAll(/\p{Nd}/gu, (digit) => {
    if (digit <= "9" || digit.length > 1) return digit;
    // The ten digits of a script follow one another; the first is the last that no digit stands before.
    let zero = digit.codePointAt(0)!;
    for (let steps = 0; steps < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1)); steps += 1) {
      zero -= 1;
    }
    return String(digit.codePointAt(0)! - zero);
  });

/**
 * The numbers that a text states, in digits of any script or in words of its language, with their
 * thousands, percent and currency: “40.000”, “40 000”, “40k” and “forty thousand” are one number.
 * @param language BCP 47
 */
export function numbersIn(text: string, language: string): readonly StatedNumber[] {
  const plain = plainDigits(text);
  const spoken = language.split("-")[0]!.toLowerCase();
  const found = [...plain.matchAll(DIGITS)].map((match) =>
    withUnit(plain, match.index, match[0], valueOf(match[0]), spoken),
  );
  const isTaken = (index: number): boolean =>
    found.some((number) => index >= number.index && index < number.index + number.length);
  const words = [...plain.matchAll(WORD)].filter(({ index }) => !isTaken(index));
  for (let at = 0; at < words.length; at += 1) {
    const { 0: word, index } = words[at]!;
    const value = numberOfWord(word, spoken);
    if (value === null || isTaken(index)) continue;
    const next = words[at + 1];
    const unit = next && numberOfWord(next[0], spoken);
    // “twenty-five”
    const isJoined = next && plain.slice(index + word.length, next.index) === "-";
    const isPair = unit != null && unit < 10 && value >= 20 && value < 100 && isJoined;
    const whole = isPair ? plain.slice(index, next!.index + next![0].length) : word;
    found.push(withUnit(plain, index, whole, isPair ? value + unit : value, spoken));
    if (isPair) at += 1;
  }
  return found.toSorted((a, b) => a.index - b.index);
}

/**
 * A sign before exactly three digits groups, but for a leading zero; any other opens a fraction. So
 * “1.500” and “1,500” are the same in every language, and “0.125” is an eighth.
 */
function valueOf(digits: string): number {
  const parts = digits.split(/[^\d]+/);
  const [whole = "", ...rest] = parts;
  const isGrouped = (part: string) => part.length === 3 && whole.length <= 3 && whole !== "0";
  const last = rest.at(-1);
  // Two digits between the signs: lakh and crore.
  if (last === undefined || isGrouped(last)) return Number(parts.join(""));
  return Number(`${[whole, ...rest.slice(0, -1)].join("")}.${last}`);
}

function withUnit(
  text: string,
  index: number,
  stated: string,
  base: number,
  language: string,
): StatedNumber {
  let end = index + stated.length;
  let value = base;
  const scale = AFTER.exec(text.slice(end));
  const times = scale ? scaleOf(scale[1]!, language) : 1;
  if (scale && times > 1) {
    value *= times;
    end += scale[0].length;
    if (SHORTENED.test(scale[1]!) && text[end] === ".") end += 1;
  }
  const percent = PERCENT.exec(text.slice(end));
  const after = AFTER.exec(text.slice(end));
  const before = BEFORE.exec(text.slice(0, index));
  const currency = CURRENCIES[(before?.[1] ?? after?.[1] ?? "").toLowerCase()] ?? "";
  if (percent) return { value, unit: "%", index, length: end + percent[0].length - index };
  const start = currency && before ? index - before[0].length : index;
  if (currency && !before && after) end += after[0].length;
  return { value, unit: currency, index: start, length: end - start };
}
