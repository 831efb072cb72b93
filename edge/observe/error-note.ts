/** What may be logged or reported of an error: never its message, which may carry what a person wrote. */
export interface ErrorNote {
  readonly name: string;
  /** A system's or Postgres' code, `ECONNREFUSED` or `23505` for example. */
  readonly code?: string;
  readonly table?: string;
  readonly constraint?: string;
  /** What workerd says of a Durable Object that failed (retryable, overloaded, durableObjectReset). */
  readonly flags?: readonly string[];
  /** The SQL of a failed query, its values and literals taken out. */
  readonly query?: string;
  /** Where it was thrown, without the message before it. */
  readonly stack?: readonly string[];
  readonly cause?: ErrorNote;
}

/** Names and codes as programs write them; anything longer or with other characters may be somebody's. */
const WORD = /^[\w.:-]{1,64}$/;
const FLAGS = ["retryable", "overloaded", "durableObjectReset", "remote"] as const;
const CAUSES = 3;
const STACK_LINES = 20;
const QUERY_LENGTH = 1_000;

/**
 * Turns whatever was thrown into what may be logged. Messages stay out: those of drizzle hold a query's
 * parameters, Postgres' the row that clashed, JSON.parse's the text that it read (R5.9).
 */
export function errorNote(error: unknown, depth = CAUSES): ErrorNote {
  if (!isRecord(error)) return { name: typeof error };
  const code = wordOf(error.code);
  const table = wordOf(error.table_name);
  const constraint = wordOf(error.constraint_name);
  const flags = FLAGS.filter((flag) => error[flag] === true);
  const stack = typeof error.stack === "string" ? stackOf(error.stack) : [];
  return {
    name: wordOf(error.name) ?? "Error",
    ...(code === undefined ? {} : { code }),
    ...(table === undefined ? {} : { table }),
    ...(constraint === undefined ? {} : { constraint }),
    ...(flags.length === 0 ? {} : { flags }),
    ...(typeof error.query === "string" ? { query: withoutValues(error.query) } : {}),
    ...(stack.length === 0 ? {} : { stack }),
    ...(isRecord(error.cause) && depth > 0 ? { cause: errorNote(error.cause, depth - 1) } : {}),
  };
}

/** The same in a few words, `DrizzleQueryError < PostgresError 23505` for example. */
export function errorLine(error: unknown): string {
  const words: string[] = [];
  for (let note: ErrorNote | undefined = errorNote(error); note; note = note.cause) {
    words.push([note.name, note.code].filter(Boolean).join(" "));
  }
  return words.join(" < ");
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

function wordOf(value: unknown): string | undefined {
  const text = typeof value === "number" ? String(value) : value;
  return typeof text === "string" && WORD.test(text) ? text : undefined;
}

/** A stack's places; a message's own lines can't pass for one without ending in `file:line:column`. */
const stackOf = (stack: string): readonly string[] =>
  stack
    .split("\n")
    .filter((line) => /^ {4}at \S.*:\d+:\d+\)?$/.test(line))
    .map((line) => line.trim().replace(/\?[^:)]*/, ""))
    .slice(0, STACK_LINES);

const withoutValues = (query: string): string =>
  query.replaceAll(/'(?:[^']|'')*'/g, "'?'").slice(0, QUERY_LENGTH);
