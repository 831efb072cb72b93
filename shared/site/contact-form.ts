import { LETTER_LIMITS } from "../limits.ts";
import { DESK } from "./desk-paths.ts";
import { contactWords, type ContactWords } from "./contact-words.ts";
import { escapeHtml } from "./escape-html.ts";
import { EMPTY_FORM, HONEYPOT, type LetterField, type LetterForm } from "./letter.ts";

/** What a form says of itself beside its fields. */
export interface FormState {
  readonly form: LetterForm;
  readonly problems: Readonly<Partial<Record<LetterField, string>>>;
}
const EMPTY: FormState = { form: EMPTY_FORM, problems: {} };

/**
 * The form’s look, from the site’s own colours and type: every template has these names, and a page
 * without them gets the browser’s. Nothing in it needs a script.
 */
export const CONTACT_STYLE = `.cv2web-contact{box-sizing:border-box;max-width:38rem;margin:0 auto;padding:3rem 1.25rem 4rem;font-family:var(--font-text,system-ui,sans-serif);font-size:1rem;line-height:1.5;color:var(--ink,CanvasText)}.cv2web-contact *{box-sizing:border-box}.cv2web-contact h1,.cv2web-contact h2{font:400 1.75rem/1.2 var(--font-display,inherit);margin:0 0 1.25rem}.cv2web-contact p{margin:0 0 1rem}.cv2web-contact label{display:block;margin:0 0 .25rem;font-size:.875rem}.cv2web-contact input,.cv2web-contact textarea{display:block;width:100%;margin:0 0 1rem;padding:.625rem .75rem;border:1px solid var(--muted,GrayText);border-radius:4px;background:var(--paper,Canvas);color:inherit;font:inherit}.cv2web-contact textarea{min-height:9rem;resize:vertical}.cv2web-contact button{padding:.625rem 1.25rem;border:1px solid var(--accent,ButtonBorder);border-radius:4px;background:var(--accent,ButtonFace);color:var(--on-accent,ButtonText);font:inherit;cursor:pointer}.cv2web-contact :is(input,textarea,button,a):focus-visible{outline:2px solid var(--accent,Highlight);outline-offset:2px}.cv2web-contact a{color:inherit}.cv2web-contact .cv2web-problem{margin:-.75rem 0 1rem;font-size:.875rem;font-weight:600}.cv2web-contact blockquote{margin:0 0 1.25rem;padding:0 0 0 1rem;border-inline-start:2px solid var(--line,GrayText);white-space:pre-wrap;overflow-wrap:anywhere}.cv2web-apart{position:absolute;inset-inline-start:-9999px;width:1px;height:1px;overflow:hidden}@media print{.cv2web-contact{display:none}}`;

/** The contact form as a part of a page, at its end. */
export function contactSection(pageLanguage: string): string {
  const { words, language } = contactWords(pageLanguage);
  return `<section class="cv2web-contact" id="write" lang="${language}" aria-labelledby="cv2web-write"><h2 id="cv2web-write">${words.title}</h2>${contactForm(words)}</section>`;
}

/** The form with what was written and what is wrong with it. */
export function contactForm(words: ContactWords, { form, problems }: FormState = EMPTY): string {
  const { nameLetters, emailLetters, messageLetters } = LETTER_LIMITS;
  const about = (field: LetterField) =>
    problems[field] === undefined
      ? ""
      : ` aria-invalid="true" aria-describedby="cv2web-${field}-problem"`;
  const problem = (field: LetterField) =>
    problems[field] === undefined
      ? ""
      : `<p class="cv2web-problem" id="cv2web-${field}-problem">${escapeHtml(problems[field])}</p>`;
  const label = (field: LetterField) => `<label for="cv2web-${field}">${words[field]}</label>`;
  return [
    `<form method="post" action="${DESK.letter}" data-cv2web-wait="${escapeHtml(words.wait)}">`,
    label("name"),
    `<input id="cv2web-name" name="name" required maxlength="${nameLetters}" autocomplete="name" value="${escapeHtml(form.name)}"${about("name")}>`,
    problem("name"),
    label("email"),
    `<input id="cv2web-email" name="email" type="email" required maxlength="${emailLetters}" autocomplete="email" value="${escapeHtml(form.email)}"${about("email")}>`,
    problem("email"),
    label("message"),
    // A line break right after the tag is the parser’s; the one that was written stays.
    `<textarea id="cv2web-message" name="message" required maxlength="${messageLetters}"${about("message")}>\n${escapeHtml(form.message)}</textarea>`,
    problem("message"),
    `<div class="cv2web-apart" aria-hidden="true"><label for="cv2web-${HONEYPOT}">${words.leaveEmpty}</label><input id="cv2web-${HONEYPOT}" name="${HONEYPOT}" tabindex="-1" autocomplete="off"></div>`,
    `<input type="hidden" name="challenge" value=""><input type="hidden" name="answer" value="">`,
    `<button type="submit">${words.send}</button></form>`,
  ].join("");
}
