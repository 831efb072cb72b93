import { expect, test } from "vitest";
import { compileScript } from "../compile/compile-script.ts";
import { locateStack, readStack, runtimeProblem } from "./locate-stack.ts";
import { readSourceMap } from "./source-map.ts";

const STACKS = {
  V8: [
    "Error: Boom",
    "    at Counter (cv2web:///src/Counter.tsx?v=3:9:5)",
    "    at renderWithHooks (cv2web:///react-dom/client?v=1:4000:12)",
  ].join("\n"),
  SpiderMonkey: "Counter@cv2web:///src/Counter.tsx?v=3:9:5\nrun@http://x.localhost/frame.js:1:1",
  JavaScriptCore: "Counter@cv2web:///src/Counter.tsx?v=3:9:5\n[native code]",
};

test.each(Object.entries(STACKS))(
  "reads our modules' places in a stack of %s",
  (_engine, stack) => {
    const [top] = readStack(stack);
    // The frame puts one line before a module's code.
    expect(top).toEqual({ functionName: "Counter", id: "src/Counter.tsx", line: 8, column: 5 });
  },
);

test("ids keep their query, and escaped letters", () => {
  const stack = "at f (cv2web:///src/a%20b.svg?raw&v=12:3:4)";
  expect(readStack(stack)).toEqual([
    { functionName: "f", id: "src/a b.svg?raw", line: 2, column: 4 },
  ]);
});

const SOURCE = "export function Boom() {\n  // why\n  throw new Error(`x`);\n}\n";

test("a run-time error is placed in the source, with the lines around it", async () => {
  const compiled = compileScript("src/Boom.tsx", SOURCE);
  if (!compiled.ok) throw new Error(compiled.error.message);
  const lines = compiled.value.code.split("\n");
  const line = lines.findIndex((text) => text.includes("throw")) + 1;
  const column = lines[line - 1]!.indexOf("new") + 1;
  const stack = `Error: x\n at Boom (cv2web:///src/Boom.tsx?v=1:${line + 1}:${column})`;
  const problem = await runtimeProblem(
    { message: "x", stack },
    async (place) => readSourceMap(compiled.value.map!, place),
    { "src/Boom.tsx": SOURCE },
  );
  expect(problem).toMatchObject({
    kind: "runtime",
    path: "src/Boom.tsx",
    line: 3,
    column: 9,
    excerpt: { start: 1, lines: SOURCE.split("\n") },
  });
});

test("packages and unknown places are left out", async () => {
  expect(await locateStack(STACKS.V8, async () => null)).toEqual([]);
});
