import type { Failure } from "../../shared/failure.ts";
import { contactForm, CONTACT_STYLE } from "../../shared/site/contact-form.ts";
import { DESK } from "../../shared/site/desk-paths.ts";
import { contactWords } from "../../shared/site/contact-words.ts";
import { escapeHtml } from "../../shared/site/escape-html.ts";
import type { Letter, LetterField, LetterForm } from "../../shared/site/letter.ts";
import { NOTE_SLOT } from "../../shared/site/site-desk.ts";

const { words } = contactWords("en");
const BACK = '<p><a href="/">Back to the page</a></p>';

/** What a visitor is told of a letter, as it stands in a page of the site’s look. */
export const NOTES = {
  sent: () =>
    `<h1>Thank you</h1><p role="status">Your message was sent. An answer comes by e-mail.</p>${BACK}`,
  /** Without a script: read it through, and send it by a second step. */
  check: ({ name, email, message }: Letter, challenge: string) =>
    [
      "<h1>Send this message?</h1>",
      `<p>From ${escapeHtml(name)}, ${escapeHtml(email)}</p>`,
      `<blockquote>${escapeHtml(message)}</blockquote>`,
      `<form method="post" action="${DESK.letter}">`,
      ...Object.entries({ name, email, message, challenge }).map(
        ([field, value]) =>
          `<input type="hidden" name="${field}" value="${lineBreaksKept(escapeHtml(value))}">`,
      ),
      "<p>Read it through: it can be sent after a few seconds, which keeps programs away.</p>",
      `<button type="submit">${words.send}</button></form>`,
      BACK,
    ].join(""),
  wrong: (form: LetterForm, problems: Readonly<Partial<Record<LetterField, string>>>) =>
    `<h1>Not sent yet</h1><p role="alert">Something is missing.</p>${contactForm(words, { form, problems })}`,
  /** What was written stays in the form, to be sent again. */
  failed: ({ message, nextStep }: Failure, form: LetterForm, again: boolean) =>
    `<h1>Not sent</h1><p role="alert">${escapeHtml(message)} ${escapeHtml(nextStep)}</p>${
      again ? contactForm(words, { form, problems: {} }) : BACK
    }`,
} as const;

/** An attribute’s line breaks are the parser’s to change; as references they stay. */
const lineBreaksKept = (escaped: string) =>
  escaped.replaceAll("\r\n", "\n").replaceAll("\n", "&#10;");

/**
 * A note in the site’s own look.
 * @param page the build’s page with a place for notes; `null`: it has none, and a plain one is used
 */
export const inLookOf = (page: string | null, note: string): string =>
  (page ?? PLAIN).replace(NOTE_SLOT, () => note);

const PLAIN = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Message</title><style>:root{color-scheme:light dark}body{margin:0}${CONTACT_STYLE}</style><body><main class="cv2web-contact">${NOTE_SLOT}</main></html>`;
