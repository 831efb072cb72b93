import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
export function chanceFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export interface FuzzSource {
  readonly name: string;
  readonly bytes: Uint8Array;
}

type Chance = () => number;
type Change = (bytes: Uint8Array, chance: Chance, other: Uint8Array) => Uint8Array;

/** Bytes; a CV isn't larger, and a larger one is refused before it is read. */
const MOST_BYTES = 2_000_000;

const below = (chance: Chance, n: number): number => Math.floor(chance() * n);

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** What programs and people do to files, and what nobody does. */
const BYTE_CHANGES: readonly Change[] = [
  (bytes, chance) => {
    const changed = bytes.slice();
    const count = 1 + below(chance, 30);
    for (let i = 0; i < count; i += 1) changed[below(chance, changed.length)] = below(chance, 256);
    return changed;
  },
  (bytes, chance) => bytes.slice(0, below(chance, bytes.length)),
  (bytes, chance) => {
    const from = below(chance, bytes.length);
    return joined(bytes.slice(0, from), bytes.slice(from + 1 + below(chance, 400)));
  },
  (bytes, chance) => {
    const from = below(chance, bytes.length);
    const part = bytes.slice(from, from + 1 + below(chance, 4000));
    const times = 1 + below(chance, 6);
    return joined(
      bytes.slice(0, from),
      ...Array.from({ length: times }, () => part),
      bytes.slice(from),
    );
  },
  (bytes, chance, other) => {
    const from = below(chance, bytes.length);
    const start = below(chance, other.length);
    return joined(
      bytes.slice(0, from),
      other.slice(start, start + below(chance, 5000)),
      bytes.slice(from),
    );
  },
];

const STRANGE = [
  "\u0000",
  "\u202e",
  "\ud83d",
  "￿",
  "\t\t\t",
  "(((((((((((((((((((((((",
  "01/2019 - 02/2020 ".repeat(40),
  "a,".repeat(400),
  "@@@@.example.",
  "http://".repeat(60),
  "99999999999999999999",
  "-".repeat(500),
  "Work Experience\n",
  "Experience\nEducation\nSkills\n",
  "  |  ",
  "至今 2019年13月",
  "<b><i><ul><li>",
  "]]>&amp;&#0;",
  "e\u0301".repeat(80),
  "__proto__",
];

/** Changes that keep text text: what rules and their patterns must stand. */
const TEXT_CHANGES: readonly Change[] = [
  (bytes, chance) => {
    const text = strFromU8(bytes);
    const at = below(chance, text.length);
    const strange = STRANGE[below(chance, STRANGE.length)]!;
    return strToU8(text.slice(0, at) + strange + text.slice(at));
  },
  (bytes, chance) => {
    const lines = strFromU8(bytes).split("\n");
    for (let i = lines.length - 1; i > 0; i -= 1) {
      const j = below(chance, i + 1);
      [lines[i], lines[j]] = [lines[j]!, lines[i]!];
    }
    return strToU8(lines.join("\n"));
  },
  (bytes, chance) => {
    const lines = strFromU8(bytes).split("\n");
    const line = lines[below(chance, lines.length)]!;
    return strToU8(
      [...lines, ...Array.from({ length: below(chance, 200) }, () => line)].join("\n"),
    );
  },
  (bytes, chance) =>
    strToU8(strFromU8(bytes).replace(/\d+/g, () => String(below(chance, 10 ** below(chance, 12))))),
  (bytes) => strToU8(strFromU8(bytes).replaceAll("\n", " ")),
  (bytes) => strToU8(strFromU8(bytes).replaceAll(" ", "\n")),
];

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;
const isText = (bytes: Uint8Array): boolean =>
  !isZip(bytes) && !bytes.subarray(0, 1000).some((byte) => byte === 0 || byte === 0x25);

/** Changes the inside of a file of a ZIP, so that the archive itself stays whole. */
function changeInsideZip(bytes: Uint8Array, chance: Chance, other: Uint8Array): Uint8Array {
  const files = unzipSync(bytes);
  const names = Object.keys(files).filter((name) => /\.(?:xml|csv)$/.test(name));
  const name = names[below(chance, names.length)];
  if (name === undefined || files[name]!.length === 0) return bytes;
  const list = chance() < 0.6 ? TEXT_CHANGES : BYTE_CHANGES;
  const changed = list[below(chance, list.length)]!(files[name]!, chance, other);
  return zipSync({ ...files, [name]: changed }, { level: 0 });
}

/**
 * The input number `index` of a run: one source with one to three changes. The same seed and index give
 * the same bytes, so what fails can be had again by its number alone.
 */
export function mutantOf(
  sources: readonly FuzzSource[],
  seed: number,
  index: number,
): { readonly name: string; readonly bytes: Uint8Array } {
  const chance = chanceFrom(Math.imul(seed, 2_654_435_761) ^ Math.imul(index + 1, 40_503));
  const pick = (): FuzzSource => sources[below(chance, sources.length)]!;
  const source = pick();
  let { bytes } = source;
  const times = 1 + below(chance, 3);
  for (let i = 0; i < times && bytes.length > 1; i += 1) {
    const other = pick().bytes;
    const inside = i === 0 && isZip(bytes) && bytes.length < 100_000 && chance() < 0.7;
    const list = isText(bytes) && chance() < 0.75 ? TEXT_CHANGES : BYTE_CHANGES;
    bytes = inside
      ? changeInsideZip(bytes, chance, other)
      : list[below(chance, list.length)]!(bytes, chance, other);
  }
  return { name: source.name, bytes: bytes.slice(0, MOST_BYTES) };
}
