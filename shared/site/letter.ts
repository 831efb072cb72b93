import { z } from "zod";
import { LETTER_LIMITS } from "../limits.ts";

const { nameLetters, emailLetters, messageLetters } = LETTER_LIMITS;

const most = (letters: number) => `Use at most ${letters.toLocaleString("en")} letters.`;

/** What somebody writes through a site’s contact form. A name is one line: it stands in the subject of an e-mail. */
export const letterSchema = z.object({
  name: z
    .string()
    .max(nameLetters, most(nameLetters))
    .transform((name) => name.replace(/[\s\p{Cc}]+/gu, " ").trim())
    .pipe(z.string().min(1, "Write your name.")),
  email: z
    .string()
    .trim()
    .max(emailLetters, most(emailLetters))
    .pipe(z.email("Write an e-mail address that an answer can be sent to.")),
  message: z.string().trim().min(1, "Write a message.").max(messageLetters, most(messageLetters)),
});
export type Letter = z.infer<typeof letterSchema>;

/** A field that people don’t see: what is written into it wasn’t written by one. */
export const HONEYPOT = "website";

/** What a form holds as it was sent: nothing of it is checked yet. */
export interface LetterForm {
  readonly name: string;
  readonly email: string;
  readonly message: string;
  readonly website: string;
  /** Of the service, good for one letter; empty: none yet. */
  readonly challenge: string;
  /** The proof of work over it; empty: none. */
  readonly answer: string;
}

export const EMPTY_FORM: LetterForm = {
  name: "",
  email: "",
  message: "",
  website: "",
  challenge: "",
  answer: "",
};

export type LetterField = keyof Letter;

/** A letter that can be kept, or what is wrong with each field, in words for whoever wrote it. */
export type ReadLetter =
  | { readonly ok: true; readonly letter: Letter }
  | { readonly ok: false; readonly problems: Readonly<Partial<Record<LetterField, string>>> };

export function readLetter(form: Pick<LetterForm, LetterField>): ReadLetter {
  const parsed = letterSchema.safeParse(form);
  if (parsed.success) return { ok: true, letter: parsed.data };
  const problems: Partial<Record<LetterField, string>> = {};
  for (const { path, message } of parsed.error.issues) {
    problems[path[0] as LetterField] ??= message;
  }
  return { ok: false, problems };
}
