import { DrizzleQueryError } from "drizzle-orm";
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { createLog } from "../log.ts";
import { errorLine, errorNote } from "./error-note.ts";

const clash = () =>
  Object.assign(new Error("Key (email)=(ada@example.org) already exists."), {
    name: "PostgresError",
    code: "23505",
    table_name: "people",
    constraint_name: "people_email_unique",
    detail: "Key (email)=(ada@example.org) already exists.",
  });
const query = () =>
  new DrizzleQueryError(
    "insert into people (email, name) values ($1, 'Ada Lovelace')",
    ["ada@example.org"],
    clash(),
  );

describe("what may be logged of an error", () => {
  test("a failed query tells its SQL, code and place, and none of its values", () => {
    const note = errorNote(query());
    expect(note.query).toBe("insert into people (email, name) values ($1, '?')");
    expect(note.cause).toMatchObject({
      name: "PostgresError",
      code: "23505",
      table: "people",
      constraint: "people_email_unique",
    });
    expect(note.stack![0]).toContain("error-note.test.ts");
    expect(JSON.stringify(note)).not.toMatch(/ada|params/i);
  });

  test("neither a message over several lines nor a thrown text gets through", () => {
    const crash = new Error("CV of\n    at Ada Lovelace\n0123 456 789");
    expect(JSON.stringify(errorNote(crash))).not.toMatch(/Ada|0123/);
    expect(errorNote("ada@example.org")).toEqual({ name: "string" });
    expect(errorNote(Object.assign(new Error("x"), { code: "ada@example.org" })).code).toBe(
      undefined,
    );
  });

  test("causes that go round end", () => {
    const crash = new Error("round");
    crash.cause = crash;
    expect(errorLine(crash)).toBe("Error < Error < Error < Error");
  });

  test("the log writes notes, whatever it is given", () => {
    const lines: string[] = [];
    const log = createLog("info", { requestId: "one" }, (line) => lines.push(line));
    log({ event: "one", error: query() });
    log({ event: "two", error: "ada@example.org" });
    log({ event: "three", inner: { why: new Error("ada@example.org") } });
    expect(lines).toHaveLength(3);
    expect(lines.join("\n")).not.toMatch(/ada/i);
    expect(JSON.parse(lines[0]!)).toMatchObject({ error: { cause: { code: "23505" } } });
  });
});

test("no source of the edge writes an error’s own words, nor to the console beside the log", () => {
  const edge = new URL("../", import.meta.url);
  const sources = readdirSync(edge, { recursive: true, encoding: "utf8" }).filter(
    (path) => path.endsWith(".ts") && !path.endsWith(".test.ts") && !path.startsWith("db/migra"),
  );
  const found = sources.flatMap((path) => {
    const text = readFileSync(new URL(path, edge), "utf8");
    const hits = text.match(/String\((?:error|failure|one\.reason)\)|error\.(?:message|stack)\b/g);
    const console = path === "log.ts" ? null : text.match(/console\.\w+\(/g);
    return [...(hits ?? []), ...(console ?? [])].map((hit) => `${path}: ${hit}`);
  });
  // What a compiler says of a person's own source goes to that person, in the answer.
  expect(
    found.filter((one) => !/^(observe\/error-note|portfolio\/transform-source)/.test(one)),
  ).toEqual([]);
});
