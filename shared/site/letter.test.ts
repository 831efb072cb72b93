import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { contactForm, contactSection } from "./contact-form.ts";
import { contactWords } from "./contact-words.ts";
import { EMPTY_FORM, readLetter } from "./letter.ts";
import { beginsWithZeros, proofText, solve } from "./proof-of-work.ts";
import { NOTE_SLOT, withDesk } from "./site-desk.ts";

const GOOD = { name: "Grace", email: "grace@example.org", message: "Hello" };

test("a letter has a name in one line, an address and a message; each fault is said at its field", () => {
  const read = readLetter({
    ...GOOD,
    name: " Grace\r\nBcc: all@example.org ",
    message: " Hello\n\nthere ",
  });
  expect(read).toEqual({
    ok: true,
    letter: { ...GOOD, name: "Grace Bcc: all@example.org", message: "Hello\n\nthere" },
  });
  const bad = readLetter({ name: " ", email: "grace@", message: "x".repeat(5_001) });
  expect(bad).toMatchObject({
    ok: false,
    problems: {
      name: "Write your name.",
      email: expect.stringContaining("e-mail address"),
      message: "Use at most 5,000 letters.",
    },
  });
});

test("a proof is found and held against the bits that were asked for", async () => {
  const sha256 = async (text: string) => new Uint8Array(createHash("sha256").update(text).digest());
  const answer = await solve("challenge", 9, sha256);
  const hash = await sha256(proofText("challenge", answer!));
  expect(beginsWithZeros(hash, 9)).toBe(true);
  expect(beginsWithZeros(new Uint8Array([0, 0b0111_1111]), 9)).toBe(true);
  expect(beginsWithZeros(new Uint8Array([0, 0b1000_0000]), 9)).toBe(false);
  expect(beginsWithZeros(new Uint8Array([1, 0]), 8)).toBe(false);
  expect(beginsWithZeros(new Uint8Array([0]), 9)).toBe(false);
  expect(await solve("challenge", 300, sha256, () => true)).toBeNull();
});

test("what was written comes back as text, with each fault at its field", () => {
  const evil = `"><img src=x onerror=alert(1)></textarea><script>`;
  const form = { ...EMPTY_FORM, name: evil, message: evil };
  const html = contactForm(contactWords("en").words, { form, problems: { email: "Write <it>." } });
  expect(html).not.toContain("<img");
  expect(html).not.toContain("<script");
  expect(html.match(/<\/textarea>/g)).toHaveLength(1);
  expect(html).toContain('aria-describedby="cv2web-email-problem"');
  expect(html).toContain("Write &lt;it&gt;.");
});

const PAGE = `<!doctype html><html lang="de"><head><title>Ada</title><style>a{src:url(./assets/f.woff2),url("data:,x")}</style><link rel="stylesheet" href="./assets/a.css"><link rel="canonical" href="https://ada.example/"><script type="application/ld+json">{}</script></head><body class="x"><main>Ada</main></body></html>`;

test("a finished site gets the form, the island and a page for notes; without the form where it is off", () => {
  const desk = { island: { path: "assets/visitor-abc123.js", script: "go()" } };
  const files = { "index.html": PAGE, "404.html": PAGE, "resume.json": "{}" };
  const on = withDesk(files, { ...desk, hasForm: true });
  expect(on["index.html"]).toContain(contactSection("de"));
  expect(on["index.html"]).toContain('lang="de" aria-labelledby');
  expect(on["index.html"]).toContain('<script type="module" src="/assets/visitor-abc123.js">');
  expect(on["404.html"]).toBe(PAGE);
  expect(on["assets/visitor-abc123.js"]).toBe("go()");
  const note = String(on["-/note.html"]);
  expect(note).toContain(NOTE_SLOT);
  expect(note).toContain('href="/assets/a.css"');
  expect(note).toContain('src:url(/assets/f.woff2),url("data:,x")');
  expect(note).toContain('<body class="x">');
  expect(note).not.toMatch(/<script|canonical|<main>Ada/);

  const off = withDesk(files, { ...desk, hasForm: false });
  expect(String(off["index.html"])).not.toContain("<form");
  expect(String(off["index.html"])).toContain("visitor-abc123.js");
});
