import type { Failure } from "../../../shared/failure.ts";

/** Bytes; a CV is a few pages, and larger files are pictures of one (R1.7). */
export const MOST_BYTES = 10 * 1024 * 1024;
/** Pages (R1.7). */
export const MOST_PAGES = 50;

/** Characters; fifty pages set as densely as pages are (R1.7), for files that have none. */
export const MOST_CHARACTERS = 300_000;

const failure = (
  kind: Failure["kind"],
  message: string,
  nextStep: string,
  detail?: string,
  retryable = false,
): Failure => ({ kind, message, nextStep, retryable, ...(detail ? { detail } : {}) });

/** Every way in which a CV can't be read, each with what happened and what to do (R1.7). App and command line share these words. */
export const WRONG = {
  empty: () =>
    failure("empty", "This file is empty.", "Save the CV again and choose the new file."),
  emptyText: () => failure("empty", "There is no text yet.", "Paste the text of the CV."),
  tooLarge: (bytes: number) =>
    failure(
      "too-large",
      `This file has ${Math.ceil(bytes / 1024 / 1024)} MB; the limit is 10 MB.`,
      "Save the CV with smaller pictures, or as a plain PDF, and choose it again.",
    ),
  tooManyPages: (pages: number) =>
    failure(
      "too-many-pages",
      `This file has ${pages} pages; a CV may have up to ${MOST_PAGES}.`,
      "Keep the pages with the CV and choose the file again.",
    ),
  tooMuchText: () =>
    failure(
      "too-many-pages",
      `This is more text than ${MOST_PAGES} pages hold; a CV may have up to that.`,
      "Keep the pages with the CV and choose the file again.",
    ),
  corrupt: (what: string, detail?: string) =>
    failure(
      "corrupt",
      `This ${what} is damaged and can't be opened.`,
      "Save or export the CV again and choose the new file; nothing else was changed.",
      detail,
    ),
  encrypted: (what: string) =>
    failure(
      "encrypted",
      `This ${what} is locked with a password.`,
      "Open it with the password, save a copy without one, and choose the copy.",
    ),
  noText: () =>
    failure(
      "no-text",
      "This PDF is a picture of a CV: it holds no text.",
      "Choose the file the scan was made from, or paste the text of the CV.",
    ),
  zipBomb: () =>
    failure(
      "zip-bomb",
      "This file unpacks to far more than a CV can hold, so it was not opened.",
      "Save the CV again from the program it was written in and choose the new file.",
    ),
  picture: (what: string) =>
    failure(
      "wrong-type",
      `This is a picture (${what}); it holds no text to read.`,
      "Choose the CV as PDF, Word or text file, or paste its text.",
    ),
  oldWord: () =>
    failure(
      "wrong-type",
      "This is a document of an old Office version (.doc).",
      "Open it, save it as .docx or PDF, and choose the new file.",
    ),
  openDocument: () =>
    failure(
      "wrong-type",
      "This is an OpenDocument file (.odt).",
      "Save it as PDF or .docx and choose the new file.",
    ),
  pages: () =>
    failure(
      "wrong-type",
      "This is a Pages document.",
      "Export it as PDF or Word from Pages (File, Export to) and choose the new file.",
    ),
  spreadsheet: (what: string) =>
    failure(
      "wrong-type",
      `This is a ${what}, not a CV.`,
      "Choose the CV as PDF, Word or text file.",
    ),
  rtf: () =>
    failure(
      "wrong-type",
      "This is a rich text file (.rtf).",
      "Save it as PDF or .docx and choose the new file.",
    ),
  program: () =>
    failure(
      "wrong-type",
      "This is a program, not a CV.",
      "Choose the CV as PDF, Word or text file.",
    ),
  archive: () =>
    failure(
      "wrong-type",
      "This is an archive without a CV that can be read.",
      "Unpack it and choose the CV inside; of LinkedIn, choose the data export or the profile’s PDF.",
    ),
  notAResume: () =>
    failure(
      "wrong-type",
      "This is JSON, but not a résumé.",
      "Choose a file in the JSON Resume format, or the CV as PDF, Word or text file.",
    ),
  unknown: () =>
    failure(
      "wrong-type",
      "This file is not a CV that can be read.",
      "Choose the CV as PDF, Word, Markdown, text or JSON Resume, or paste its text.",
    ),
  timedOut: () =>
    failure(
      "timed-out",
      "This file held the reader up for over 10 seconds, so reading was stopped.",
      "Save the CV as a plain PDF and choose it again, or paste its text.",
      undefined,
      true,
    ),
  cancelled: () =>
    failure(
      "cancelled",
      "Reading was stopped.",
      "Choose the CV again whenever you like.",
      undefined,
      true,
    ),
  readerFailed: (detail: string) =>
    failure(
      "unavailable",
      "The reader stopped before it was done.",
      "Choose the file again; if it stops again, paste the text of the CV.",
      detail,
      true,
    ),
} as const;
