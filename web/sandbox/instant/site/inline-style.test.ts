import { expect, test } from "vitest";
import { isInlined, styleElement } from "./inline-style.ts";

test("addresses are the page's own", () => {
  expect(styleElement('a{src:url(./x.woff2)}b{src:url("./y.png")}c{src:url(data:,)}')).toBe(
    '<style>a{src:url(./assets/x.woff2)}b{src:url("./assets/y.png")}c{src:url(data:,)}</style>',
  );
});

test("no text in the style sheet ends the element", () => {
  const html = styleElement('a::after{content:"</style><script>alert(1)</script>"}');
  expect(html.match(/<\/style>/g)).toHaveLength(1);
  expect(html.endsWith("</style>")).toBe(true);
});

test("a very large style sheet stays a file", () => {
  expect(isInlined("a{}")).toBe(true);
  expect(isInlined("a{}".repeat(50_000))).toBe(false);
});
