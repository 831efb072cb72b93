import { describe, expect, it } from "vitest";
import { canFormat, formatCode } from "./format-code.ts";

describe("formatCode", () => {
  it.each([
    ["src/App.tsx", "const a  = <p>x</p>", "const a = <p>x</p>;\n"],
    ["src/a.css", "a{color:red}", "a {\n  color: red;\n}\n"],
    ["a.json", '{"a":1}', '{ "a": 1 }\n'],
  ])("formats %s", async (path, text, formatted) => {
    expect(await formatCode(path, text)).toEqual({ ok: true, value: formatted });
  });
  it("says why when the text has a mistake", async () => {
    const result = await formatCode("a.ts", "const = ;");
    expect(result).toMatchObject({ ok: false, failure: { kind: "invalid", retryable: true } });
  });
  it("leaves unknown kinds alone", async () => {
    expect(canFormat("LICENSE")).toBe(false);
    expect(await formatCode("LICENSE", "x")).toMatchObject({ failure: { kind: "wrong-type" } });
  });
});
