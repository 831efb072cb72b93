/** A place in a style sheet that names another file. */
export interface StyleReference {
  readonly kind: "import" | "url";
  readonly value: string;
  /** Offsets of the whole `url(…)` or `@import …;`. */
  readonly start: number;
  readonly end: number;
  /** What follows the address of an `@import`: layer, supports and media. */
  readonly condition?: string;
}

/**
 * Comments and strings are matched so that what looks like a reference inside them is passed over
 * (CSS Syntax Level 3, tokens 4.3.2, 4.3.5 and 4.3.6).
 */
const TOKEN =
  /\/\*[\s\S]*?\*\/|@import\s+(?:url\(\s*)?(?:"([^"]*)"|'([^']*)'|([^\s"')(;]+))\s*\)?([^;]*)(?:;|$)|\burl\(\s*(?:"([^"]*)"|'([^']*)'|([^\s"')(]*))\s*\)|"(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\])*'/gi;

/** Every `@import` and `url()` of a style sheet in order. */
export function styleReferences(css: string): StyleReference[] {
  const found: StyleReference[] = [];
  for (const match of css.matchAll(TOKEN)) {
    const [whole, a, b, c, condition, d, e, f] = match;
    const place = { start: match.index, end: match.index + whole.length };
    const imported = a ?? b ?? c;
    if (imported !== undefined) {
      found.push({
        kind: "import",
        value: imported,
        ...place,
        condition: (condition ?? "").trim(),
      });
    } else {
      const url = d ?? e ?? f;
      if (url !== undefined && url !== "") found.push({ kind: "url", value: url, ...place });
    }
  }
  return found;
}

/** 1-based line and column of an offset. */
export function placeOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf("\n") + 1;
  return { line: before.split("\n").length, column: offset - lineStart + 1 };
}

/** Wraps the text of an imported sheet in the conditions of its `@import` (CSS Cascade 5, 2.1). */
export function withCondition(css: string, condition: string): string {
  const match =
    /^(layer(?:\(([^)]*)\))?)?\s*(supports\(((?:[^()]|\([^()]*\))*)\))?\s*([\s\S]*)$/i.exec(
      condition,
    );
  const [, layer, layerName, supports, supportsTest, media] = match ?? [];
  let wrapped = css;
  if (media) wrapped = `@media ${media}{${wrapped}}`;
  if (supports) {
    const test = supportsTest ?? "";
    wrapped = `@supports ${/^\s*(\(|not\b|selector\()/.test(test) ? test : `(${test})`}{${wrapped}}`;
  }
  if (layer) wrapped = `@layer ${layerName ?? ""}{${wrapped}}`;
  return wrapped;
}
