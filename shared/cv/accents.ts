/**
 * Accents drawn as glyphs of their own beside their letter, as TeX's old fonts do: “F ¨uhrung”, “caf ´e”.
 * What a reader gives for the glyph is the accent alone, or a space and a combining mark.
 */
const SPACING: Readonly<Record<string, string>> = {
  "\u00a8": "\u0308",
  "\u00b4": "\u0301",
  "\u02c6": "\u0302",
  "\u02dc": "\u0303",
  "\u02da": "\u030a",
  "\u02c7": "\u030c",
  "\u02dd": "\u030b",
  "\u02d8": "\u0306",
};
/** A mark that stands after no letter of its own, and the letter it belongs over. */
const LOOSE = / ?([\u0300-\u030c\u00a8\u00b4\u02c6\u02dc\u02da\u02c7\u02dd\u02d8]) ?(\p{L})/gu;

/** Puts loose accents over the letters they were drawn for; what composes to no letter stays. */
export function composeAccents(text: string): string {
  if (!/[\u0300-\u030c\u00a8\u00b4\u02c6-\u02dd]/u.test(text)) return text;
  return text.replace(LOOSE, (whole, accent: string, letter: string, at: number) => {
    const before = text[at - 1] ?? "";
    // A combining mark right after a letter is over that letter already.
    if (!whole.startsWith(" ") && /\p{M}/u.test(accent) && /\p{L}/u.test(before)) return whole;
    // People type an acute accent for an apostrophe: “it´s”, “don´t”.
    if ("\u00b4\u0301".includes(accent) && /[^aeiouyı]/i.test(letter)) return whole;
    const base = letter === "ı" ? "i" : letter;
    const composed = (base + (SPACING[accent] ?? accent)).normalize("NFC");
    return composed.length === 1 ? composed : whole;
  });
}
