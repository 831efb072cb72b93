import { expect, test } from "vitest";
import { wholeFileTokens } from "./whole-files.ts";

const file = "x".repeat(7_100);
const edit = { path: "src/a.css", old: "o".repeat(50), new: "n".repeat(50) };
const json = JSON.stringify(edit);
const read = [
  {
    role: "assistant" as const,
    content: [
      { type: "tool_use", id: "r", name: "read_file", input: { path: "src/a.css" } } as const,
    ],
  },
  {
    role: "user" as const,
    content: [{ type: "tool_result", tool_use_id: "r", content: file } as const],
  },
];
const edited = (isError: boolean) => [
  ...read,
  {
    role: "assistant" as const,
    content: [{ type: "tool_use", id: "e", name: "edit_file", input: edit } as const],
  },
  {
    role: "user" as const,
    content: [
      { type: "tool_result", tool_use_id: "e", content: "written", is_error: isError } as const,
    ],
  },
];

test("a block stands for the file as it was read: written once, and read again in later calls", () => {
  expect(wholeFileTokens(read, [{ name: "edit_file", json }])).toEqual({ input: 0, output: 2_000 });
  expect(wholeFileTokens(edited(false), [])).toEqual({ input: 2_000, output: 0 });
});

test("what isn't known, was refused or isn't an edit adds nothing", () => {
  const none = { input: 0, output: 0 };
  expect(wholeFileTokens([], [{ name: "edit_file", json }])).toEqual(none);
  expect(wholeFileTokens(edited(true), [])).toEqual(none);
  expect(wholeFileTokens(read, [{ name: "edit_file", json: json.slice(0, 9) }])).toEqual(none);
  expect(wholeFileTokens(read, [{ name: "write_file", json }])).toEqual(none);
});
