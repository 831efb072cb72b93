import type { ProjectFiles, ProjectPath } from "../../../shared/project.ts";

export interface FoundLine {
  /** 1-based. */
  readonly line: number;
  /** 1-based. */
  readonly column: number;
  /** The line, cut around the match; `start`–`end` mark it in `text`. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export interface FoundFile {
  readonly path: ProjectPath;
  readonly lines: readonly FoundLine[];
}

export interface FoundText {
  readonly files: readonly FoundFile[];
  readonly count: number;
  /** True when there is more than `SEARCH_LIMIT`. */
  readonly cut: boolean;
}

/** More places than anybody reads; keeps the list quick. */
export const SEARCH_LIMIT = 500;

/** Characters shown before the match; the panel is 360 px wide. */
const BEFORE = 24;
const SHOWN = 160;

function found(text: string, index: number, line: number, length: number): FoundLine {
  const indent = text.length - text.trimStart().length;
  const from = index - indent > BEFORE ? index - BEFORE : Math.min(indent, index);
  const lead = from > indent ? "…" : "";
  const start = index - from + lead.length;
  return {
    line,
    column: index + 1,
    text: lead + text.slice(from, from + SHOWN),
    start,
    end: start + length,
  };
}

function linesWith(content: string, needle: string, caseSensitive: boolean): FoundLine[] {
  const result: FoundLine[] = [];
  for (const [at, raw] of content.split("\n").entries()) {
    const line = caseSensitive ? raw : raw.toLowerCase();
    const index = line.indexOf(needle);
    if (index >= 0) result.push(found(raw.trimEnd(), index, at + 1, needle.length));
  }
  return result;
}

/** Finds plain text in all text files: the first place on each line, at most `SEARCH_LIMIT` lines. */
export function searchFiles(files: ProjectFiles, query: string, caseSensitive = false): FoundText {
  const needle = caseSensitive ? query : query.toLowerCase();
  if (needle.trim() === "") return { files: [], count: 0, cut: false };
  const result: FoundFile[] = [];
  let count = 0;
  for (const path of Object.keys(files).sort()) {
    const content = files[path];
    if (typeof content !== "string") continue;
    const lines = linesWith(content, needle, caseSensitive).slice(0, SEARCH_LIMIT + 1 - count);
    if (lines.length > 0) result.push({ path, lines });
    count += lines.length;
    if (count > SEARCH_LIMIT) return { files: result, count: SEARCH_LIMIT, cut: true };
  }
  return { files: result, count, cut: false };
}
