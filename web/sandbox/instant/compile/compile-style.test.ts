import { describe, expect, test } from "vitest";
import { compileStyle, wantsTailwind } from "./compile-style.ts";

const compile = (css: string, others: Record<string, string> = {}) =>
  compileStyle("src/app.css", { "src/app.css": css, ...others });
const cssOf = (css: string, others: Record<string, string> = {}) => {
  const result = compile(css, others);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
};

describe("compileStyle", () => {
  test("puts imported sheets in, with their conditions, and names what it read", () => {
    const { css, read } = cssOf(
      '@import "./base.css" layer(base);\n@import url(print.css) print;\na{}',
      { "src/base.css": "b{}", "src/print.css": "c{}" },
    );
    expect(css).toBe("@layer base{b{}}\n@media print{c{}}\na{}");
    expect(read).toEqual(["src/app.css", "src/base.css", "src/print.css"]);
  });

  test("names assets relative to the sheet that shows them", () => {
    const { css, assets } = cssOf('@import "./deep/x.css";', {
      "src/deep/x.css": "a{background:url('../my pic.png#x')}",
      "src/my pic.png": "",
    });
    expect(css).toContain('url("cv2web-asset:src/my%20pic.png")');
    expect(assets).toEqual(["src/my pic.png"]);
  });

  test("leaves addresses of elsewhere, fragments, strings and comments alone", () => {
    const css = [
      '/* @import "gone.css"; url(gone.png) */',
      'a::after{content:"url(gone.png)"}',
      "b{background:url(https://example.org/x.png),url(data:image/png;base64,AA),url(#f)}",
    ].join("\n");
    expect(cssOf(css)).toEqual({ css, read: ["src/app.css"], assets: [] });
  });

  test("a circle of imports ends", () => {
    expect(cssOf('@import "./b.css";a{}', { "src/b.css": '@import "./app.css";b{}' }).css).toBe(
      "b{}a{}",
    );
  });

  test("a missing sheet is told where it is imported, in the sheet that imports it", () => {
    const result = compile('@import "./b.css";', { "src/b.css": 'x{}\n  @import "./gone.css";' });
    expect(result).toMatchObject({
      ok: false,
      error: {
        path: "src/b.css",
        line: 2,
        column: 3,
        message: expect.stringContaining("gone.css"),
      },
    });
  });

  test("asks for Tailwind only when it is imported", () => {
    expect(wantsTailwind('@import "tailwindcss";')).toBe(true);
    expect(wantsTailwind("@import 'tailwindcss/theme.css' layer(theme);")).toBe(true);
    expect(wantsTailwind(".tailwindcss{}")).toBe(false);
  });
});
