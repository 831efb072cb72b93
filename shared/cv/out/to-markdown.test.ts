import { describe, expect, test } from "vitest";
import { fullResume } from "../../../tests/templates/full-resume.ts";
import { dateText, safeHref, shownUrl } from "./outline-cv.ts";
import { toMarkdown } from "./to-markdown.ts";
import { toPrintHtml } from "./to-html.ts";

const { resume, leaves } = fullResume(2);
const asPrinted = (form: string): string =>
  form.startsWith("datetime=") ? dateText(form.slice(10, -1), "en") : shownUrl(form);

describe("every leaf of a full résumé", () => {
  const markdown = toMarkdown(resume);
  test("is in the Markdown", () => {
    expect(leaves.length).toBeGreaterThan(100);
    const missing = leaves.filter(
      ({ forms }) => !forms.some((form) => markdown.includes(asPrinted(form))),
    );
    expect(missing.map(({ path }) => path)).toEqual([]);
  });
  test("is on the page to print, the picture apart", () => {
    const html = toPrintHtml(resume);
    const missing = leaves.filter(
      ({ forms }) => !forms.some((form) => html.includes(asPrinted(form))),
    );
    expect(missing.map(({ path }) => path)).toEqual(["basics.image"]);
  });
});

describe("a CV's text is data", () => {
  const evil = {
    basics: {
      name: "<script>alert(1)</script> **Ada** [x](javascript:alert(1))",
      url: "javascript:alert(1)",
      image: "https://tracker.example/p.png",
      summary: "# not a heading\n- not a list",
      profiles: [{ network: '"><img src=x onerror=alert(1)>', url: "data:text/html,x" }],
    },
    meta: { language: '"><script>' },
  };
  test("in Markdown no sign of it is read as one", () => {
    const markdown = toMarkdown(evil);
    expect(markdown).toContain("\\<script\\>");
    expect(markdown).toContain("\\*\\*Ada\\*\\* \\[x\\](javascript:alert(1))");
    expect(markdown).toContain("\n\\# not a heading\n\n\\- not a list\n");
    expect(markdown).not.toMatch(/\]\(<(?:javascript|data)/);
  });
  test("in HTML no tag, attribute or address of it comes alive", () => {
    const html = toPrintHtml(evil);
    expect(html).not.toMatch(/<script|<img|href="(?:javascript|data)|tracker/);
    expect(html).toContain("&lt;script&gt;");
    expect(html).toContain("default-src 'none'");
  });
});

test("nothing makes no page of empty headings", () => {
  expect(toMarkdown({})).toBe("\n");
  expect(toMarkdown({ work: [{}], skills: [] })).toBe("\n");
  expect(toPrintHtml({ work: [{}] })).not.toContain("<h2>");
});

test("addresses and dates", () => {
  expect(safeHref("ada.example/x")).toBe("https://ada.example/x");
  expect(safeHref("javascript:alert(1)")).toBeUndefined();
  expect(safeHref("./portrait.webp")).toBeUndefined();
  expect(dateText("2020-03", "de")).toBe("März 2020");
  expect(dateText("2020-13", "en")).toBe("2020-13");
  expect(dateText("Summer 2019", "en")).toBe("Summer 2019");
});
