import { expect, test } from "vitest";
import { judgeLink, linksOf } from "./links.ts";

test.each([
  ["https://example.org/a", null],
  ["//example.org", null],
  ["http://93.184.216.34/", null],
  ["http://[2606:4700::1111]/", null],
  ["mailto:ada@example.org", null],
  ["tel:+44207946", null],
  ["javascript:alert(1)", "scheme"],
  ["java\nscript:alert(1)", "scheme"],
  ["  JavaScript:alert(1)", "scheme"],
  ["data:text/html,<script>", "scheme"],
  ["vbscript:x", "scheme"],
  ["file:///etc/passwd", "scheme"],
  ["blob:https://example.org/1", "scheme"],
  ["http://", "scheme"],
  ["http://localhost:3000", "private"],
  ["http://app.localhost", "private"],
  ["http://printer.local/", "private"],
  ["http://intranet/", "private"],
  ["http://10.1.2.3", "private"],
  ["http://172.31.0.1", "private"],
  ["http://192.168.1.1/admin", "private"],
  ["http://169.254.169.254/latest", "private"],
  ["http://100.64.0.1", "private"],
  ["http://2130706433/", "private"],
  ["http://0x7f.1/", "private"],
  ["http://0177.0.0.1", "private"],
  ["http://127.1", "private"],
  ["http://[::1]/", "private"],
  ["http://[::ffff:10.0.0.1]/", "private"],
  ["http://[fd00::1]/", "private"],
  ["http://[fe80::1]/", "private"],
  ["http://[2002:7f00:1::]/", "private"],
] as const)("%s: %s", (link, problem) => {
  expect(judgeLink(link)).toMatchObject({ problem });
});

test.each(["#work", "?page=2", "/about", "./cv.pdf", "talks.html", ""])("%s is within", (link) => {
  expect(judgeLink(link)).toBeNull();
});

test("finds each link of a page once, entities decoded, and asks only for those on the web", () => {
  const html = `<a class="x" href="https://a.example/?a=1&amp;b=2">A</a> <a href='mailto:x@a.example'>
    <a href=https://b.example>B</a><a href="https://b.example">again</a><a href="#top">
    <a href="&#106;avascript:alert(1)">x</a><img src="https://c.example/x.png">`;
  expect(linksOf(html)).toEqual([
    { url: "https://a.example/?a=1&b=2", problem: null, isWeb: true },
    { url: "mailto:x@a.example", problem: null, isWeb: false },
    { url: "https://b.example", problem: null, isWeb: true },
    { url: "javascript:alert(1)", problem: "scheme", isWeb: false },
  ]);
});
