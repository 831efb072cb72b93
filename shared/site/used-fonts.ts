import type { FileContent } from "../project.ts";

type Files = Readonly<Record<string, FileContent>>;

const FACE = /@font-face\s*\{[^}]*\}/g;

/**
 * A finished site without the font files that no letter of it needs: a face goes whose `unicode-range`
 * holds nothing that stands in a page or a script, and its file where nothing else names it. Visitors
 * never loaded these; now nobody keeps or sends them either.
 */
export function withUsedFonts(files: Files): Files {
  const letters = lettersOf(files);
  const used = (face: string) => {
    const range = /unicode-range:\s*([^;}]+)/i.exec(face)?.[1];
    return (
      range === undefined || rangesIn(range).some(([from, to]) => letters.some(isIn(from, to)))
    );
  };
  const styled = Object.entries(files).map(([path, content]) => [
    path,
    /\.(?:html|css)$/.test(path) && typeof content === "string"
      ? content.replace(FACE, (face) => (used(face) ? face : ""))
      : content,
  ]) as [string, FileContent][];
  const texts = styled.flatMap(([path, content]) =>
    /\.(?:html|css|m?js)$/.test(path) && typeof content === "string" ? [content] : [],
  );
  return Object.fromEntries(
    styled.filter(([path]) => {
      if (!path.endsWith(".woff2")) return true;
      const name = path.slice(path.lastIndexOf("/") + 1);
      return texts.some((text) => text.includes(name));
    }),
  );
}

const isIn = (from: number, to: number) => (letter: number) => letter >= from && letter <= to;

/** Every code point of pages and scripts, those written as escapes or entities too. */
function lettersOf(files: Files): readonly number[] {
  const found = new Set<number>();
  for (const [path, content] of Object.entries(files)) {
    if (!/\.(?:html|m?js)$/.test(path) || typeof content !== "string") continue;
    for (const letter of new Set(content)) found.add(letter.codePointAt(0)!);
    for (const [, hex, decimal] of content.matchAll(
      /(?:\\u\{?|&#x)([0-9a-f]{2,6})|&#(\d{2,7});/gi,
    )) {
      found.add(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16));
    }
  }
  return [...found];
}

/** `U+0-FF, U+4??` as pairs of code points. */
const rangesIn = (text: string): readonly (readonly [number, number])[] =>
  [...text.matchAll(/u\+([0-9a-f?]+)(?:-([0-9a-f]+))?/gi)].map(([, from = "0", to]) => [
    Number.parseInt(from.replace(/\?/g, "0"), 16),
    Number.parseInt(to ?? from.replace(/\?/g, "f"), 16),
  ]);
