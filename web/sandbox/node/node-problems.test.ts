import { expect, it } from "vitest";
import { buildProblem, pageProblem, sentenceOf } from "./node-problems.ts";

const OXC = [
  "Transform failed with 1 error:",
  "",
  "\u001b[31m[PARSE_ERROR] \u001b[0mUnexpected token",
  "   \u001b[38;5;246m╭\u001b[0m\u001b[38;5;246m─[\u001b[0m src/App.tsx:1:14 ]",
  " 1 │ export const = 1;",
].join("\n");
const files = { "src/App.tsx": "export const = 1;\n" };

it("finds the sentence in a compiler's drawing", () => {
  expect(sentenceOf(OXC)).toBe("Unexpected token");
  expect(sentenceOf("Error: no such thing")).toBe("no such thing");
});

it("gives a build problem its place and the lines around it", () => {
  const raw = { kind: "build", message: OXC, path: "src/App.tsx", line: 1, column: 14 } as const;
  expect(buildProblem(raw, files)).toEqual({
    kind: "build",
    message: "Unexpected token",
    path: "src/App.tsx",
    line: 1,
    column: 14,
    excerpt: { start: 1, lines: ["export const = 1;", ""] },
  });
});

it("says how a package that isn't installed is got, by its name alone", () => {
  const message =
    'Failed to resolve import "@visx/axis/lib" from "src/App.tsx". Does the file exist?';
  const raw = { kind: "missing-package", message, specifier: "@visx/axis/lib" } as const;
  expect(buildProblem(raw, files)).toMatchObject({
    message: "The package “@visx/axis” isn’t installed.",
    hint: "Type “npm install @visx/axis” in the terminal.",
  });
});

it("ties what the page threw to the first of the person's own files", () => {
  const stack = [{ functionName: "App", path: "src/App.tsx", line: 1, column: 3 }];
  expect(pageProblem({ message: "Uncaught Error: Boom", stack: "" }, stack, files)).toMatchObject({
    kind: "runtime",
    message: "Boom",
    path: "src/App.tsx",
    line: 1,
    stack,
  });
  expect(pageProblem({ message: "Boom", stack: "" }, [], files)).toEqual({
    kind: "runtime",
    message: "Boom",
  });
});
