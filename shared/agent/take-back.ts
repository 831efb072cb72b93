import type { TextChange } from "../conversation.ts";
import { formatJson } from "../portfolio/format-json.ts";
import type { FileChange, ProjectFiles } from "../project.ts";

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

const isRecord = (value: Json | undefined): value is { readonly [key: string]: Json } =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const same = (one: Json | undefined, other: Json | undefined) =>
  JSON.stringify(one) === JSON.stringify(other);

const CLASH = Symbol("changed since");

/** `now` with what turned `before` into `after` turned back; `CLASH` where that was changed again since. */
function turnedBack(
  before: Json | undefined,
  after: Json | undefined,
  now: Json | undefined,
): Json | undefined | typeof CLASH {
  if (same(before, after)) return now;
  if (same(now, after)) return before;
  if (!isRecord(before) || !isRecord(after) || !isRecord(now)) return CLASH;
  const back: Record<string, Json> = {};
  // The order of keys is the present one; what comes back comes where it was, at the end.
  for (const key of new Set([...Object.keys(now), ...Object.keys(before)])) {
    const value = turnedBack(before[key], after[key], now[key]);
    if (value === CLASH) return CLASH;
    if (value !== undefined) back[key] = value;
  }
  return back;
}

function parsed(text: string | null): Json | undefined {
  if (text === null) return undefined;
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

/**
 * What takes an earlier change back and leaves alone all that came after it; `null` where something
 * that came after stands on it. JSON is compared value by value, other texts as a whole.
 */
export function takeBack(
  files: ProjectFiles,
  changes: readonly TextChange[],
): readonly FileChange[] | null {
  const back: FileChange[] = [];
  for (const { path, before, after } of changes) {
    const now = files[path];
    if ((now ?? null) === after) {
      back.push({ path, content: before });
      continue;
    }
    if (typeof now !== "string" || !path.endsWith(".json")) return null;
    const [was, became, is] = [parsed(before), parsed(after), parsed(now)];
    if (was === undefined || became === undefined || is === undefined) return null;
    const value = turnedBack(was, became, is);
    if (value === CLASH || value === undefined) return null;
    back.push({ path, content: formatJson(value) });
  }
  return back;
}
