import type { KeptLetter } from "../../shared/api/letters.ts";

/** Letters of a message that are quoted: mail programs refuse much longer addresses. */
const MOST_QUOTED = 1_200;

/** A `mailto:` (RFC 6068) that answers a letter and quotes it. */
export function answerLink({ name, email, message }: KeptLetter): string {
  const shown =
    message.length > MOST_QUOTED ? `${message.slice(0, MOST_QUOTED).trimEnd()} …` : message;
  const quoted = shown.split("\n").map((line) => `> ${line}`);
  const body = ["", "", `${name} wrote:`, ...quoted].join("\r\n");
  // An address may hold what a link reads as its own signs; the one between its parts stays.
  const to = encodeURIComponent(email).replace("%40", "@");
  return `mailto:${to}?subject=${encodeURIComponent("Your message")}&body=${encodeURIComponent(body.toWellFormed())}`;
}
