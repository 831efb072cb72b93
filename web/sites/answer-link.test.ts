import { expect, test } from "vitest";
import { answerLink } from "./answer-link.ts";

const LETTER = {
  id: "l",
  publicationId: "p",
  name: "Grace",
  email: "grace+x@example.org",
  message: "Hello\nthere",
  sentAt: 0,
  isRead: false,
  isArchived: false,
};

test("an answer goes to whoever wrote and quotes what they wrote", () => {
  const link = new URL(answerLink(LETTER));
  expect(link.protocol).toBe("mailto:");
  expect(decodeURIComponent(link.pathname)).toBe("grace+x@example.org");
  expect(link.searchParams.get("body")).toBe("\r\n\r\nGrace wrote:\r\n> Hello\r\n> there");
});

test("nothing that was written becomes another header, and a long or broken text is no failure", () => {
  const evil = answerLink({
    ...LETTER,
    email: "a?bcc=all@example.org",
    message: `${"x".repeat(5_000)}&cc=b@example.org \ud800`,
  });
  expect([...new URL(evil).searchParams.keys()]).toEqual(["subject", "body"]);
  expect(evil.length).toBeLessThan(3_000);
  expect(() => answerLink({ ...LETTER, message: "\ud800" })).not.toThrow();
});
