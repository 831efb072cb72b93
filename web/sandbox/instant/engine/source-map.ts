import { originalPositionFor, TraceMap } from "@jridgewell/trace-mapping";

const maps = new WeakMap<object, TraceMap>();
const keys = new Map<string, object>();

/** How many parsed maps are kept; a portfolio has about forty modules. */
const KEPT = 64;

function traceMap(json: string): TraceMap {
  let key = keys.get(json);
  if (!key) {
    if (keys.size >= KEPT) keys.delete(keys.keys().next().value!);
    key = {};
    keys.set(json, key);
  }
  const known = maps.get(key) ?? new TraceMap(json);
  maps.set(key, known);
  return known;
}

/**
 * Where a place of compiled code is in its source.
 * @param place line and column, both 1-based
 * @returns 1-based too; `null` for code that the compiler added
 */
export function readSourceMap(
  json: string,
  place: { readonly line: number; readonly column: number },
): { path: string; line: number; column: number } | null {
  if (place.line < 1) return null;
  const { source, line, column } = originalPositionFor(traceMap(json), {
    line: place.line,
    column: Math.max(0, place.column - 1),
  });
  return source === null || line === null ? null : { path: source, line, column: column + 1 };
}
