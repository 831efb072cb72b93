/** Letters of 5 × 7 cells: five columns from left to right, the top cell in the lowest bit. */
const LETTERS: Readonly<Record<string, string>> = {
  A: "7e1111117e",
  B: "7f49494936",
  C: "3e41414122",
  D: "7f4141413e",
  E: "7f49494941",
  F: "7f09090901",
  G: "3e4141517a",
  H: "7f0808087f",
  I: "00417f4100",
  J: "2040413f01",
  K: "7f08142241",
  L: "7f40404040",
  M: "7f020c027f",
  N: "7f0408107f",
  O: "3e4141413e",
  P: "7f09090906",
  Q: "3e4151215e",
  R: "7f09192946",
  S: "2649494932",
  T: "01017f0101",
  U: "3f4040403f",
  V: "1f2040201f",
  W: "3f4038403f",
  X: "6314081463",
  Y: "0708700807",
  Z: "6151494543",
  "0": "3e5149453e",
  "1": "00427f4000",
  "2": "4261514946",
  "3": "2141454b31",
  "4": "1814127f10",
  "5": "2745454539",
  "6": "3c4a494930",
  "7": "0171090503",
  "8": "3649494936",
  "9": "064949291e",
  "-": "0808080808",
  ".": "0060600000",
  "'": "0000070000",
  "’": "0000070000",
};

/** Letters that no accent can be taken off. */
const BASES: Readonly<Record<string, string>> = { Ø: "O", Ł: "L", Đ: "D", Ð: "D", Ħ: "H", İ: "I" };

const ROWS = 7;
/** Names with a longer word are set in type: the letters would be too small to see. */
const LONGEST = 16;
const MOST = 40;

export interface BannerWord {
  letters: number;
  /** Seven lines of text, six cells a letter. */
  rows: string[];
}

function columnsOf(letter: string): number[] | null {
  const base = letter.normalize("NFD").replace(/\p{M}/gu, "");
  const code = LETTERS[BASES[base] ?? base];
  return code ? (code.match(/../g) ?? []).map((column) => parseInt(column, 16)) : null;
}

function wordOf(text: string): BannerWord | null {
  const letters = [...text.toUpperCase()];
  const drawn = letters.map(columnsOf);
  if (letters.length > LONGEST || drawn.includes(null)) return null;
  const rows = Array.from({ length: ROWS }, (_, row) =>
    drawn
      .map((columns, i) =>
        (columns ?? []).map((column) => ((column >> row) & 1 ? letters[i] : " ")).join(""),
      )
      .join(" "),
  );
  return { letters: letters.length, rows };
}

/**
 * A name as rows of characters, word by word; `null` when it holds a letter that isn't drawn here
 * or is too long to be read this large.
 */
export function bannerOf(name: string): BannerWord[] | null {
  const words = name.normalize("NFC").split(/\s+/).filter(Boolean).map(wordOf);
  const drawn = words.filter((word) => word !== null);
  const letters = drawn.reduce((sum, word) => sum + word.letters, 0);
  return drawn.length > 0 && drawn.length === words.length && letters <= MOST ? drawn : null;
}
