import { z } from "zod";
import { detectLanguage } from "../../cv/detect-language.ts";
import { ok, type Result } from "../../failure.ts";
import { NO_ENTRY, type AnsweredEntry, type FewAnswers } from "../../cv/resume-of-answers.ts";
import type { ModelPort } from "../../ports/model.ts";
import type { StopSignal } from "../../ports/stop-signal.ts";
import { askForJson } from "./ask-for-json.ts";
import { keptFacts } from "./kept-facts.ts";

/** What a description told, sorted into the form's answers. */
export interface DescribedAnswers {
  readonly answers: FewAnswers;
  /** What the model gave and the description doesn't say: left out of the answers, and shown. */
  readonly leftOut: readonly string[];
}

const line = z.string().max(2_000).default("");
const entry = z.object({ what: line, where: line, when: line, told: line });
const answerSchema = z.object({
  name: line,
  role: line,
  place: line,
  about: line,
  work: z.array(entry).max(20).default([]),
  study: z.array(entry).max(20).default([]),
  skills: line,
  languages: line,
  links: line,
  email: line,
  phone: line,
});

const TASK = `Sort what a person tells of themselves into a form. Use their own words, in their language. Leave out what they don't tell: an empty string, an empty list. Invent no employer, date, place, skill, figure or link.
“about” is one or two sentences in the first person. “when” is written like “2016 – now”, “Mar 2020 – Jun 2023” or “2019”. “told” has one thing a line. Skills and languages have commas between them, links spaces.`;
const SHAPE =
  '{"name":"","role":"","place":"","about":"","work":[{"what":"role","where":"company","when":"","told":""}],"study":[{"what":"subject","where":"school","when":"","told":""}],"skills":"","languages":"","links":"","email":"","phone":""}';

/**
 * A free description as the form's answers (R1.11): the person looks at them and makes the site. A line
 * with a number, name, date or address that the description doesn't hold is left out, and named (R1.9).
 * Fails as `askForJson` does.
 */
export async function answersOfDescription(asked: {
  readonly model: ModelPort;
  readonly signal: StopSignal;
  readonly description: string;
}): Promise<Result<DescribedAnswers>> {
  const { model, signal, description } = asked;
  const answer = await askForJson({
    model,
    signal,
    purpose: "describe",
    task: TASK,
    texts: { description },
    schema: answerSchema,
    shape: SHAPE,
  });
  return answer.ok ? ok(onlyTold(answer.value, description)) : answer;
}

type Given = z.output<typeof answerSchema>;

/** What of an answer the description holds, and what it doesn't. */
function onlyTold(given: Given, description: string): DescribedAnswers {
  const leftOut: string[] = [];
  const language = detectLanguage(description);
  const kept = (isKept: boolean, text: string): boolean => {
    if (!isKept) leftOut.push(text);
    return isKept;
  };
  /** Sentences: their facts must be there. */
  const told = (text: string): string =>
    text
      .split("\n")
      .filter((one) => {
        const spoken = { source: language, answer: language };
        return kept(keptFacts(description, one, spoken).isKept, one.trim());
      })
      .join("\n")
      .trim();
  /** Names and short words, however they are written: each must be there. */
  const pieces = (text: string, between: RegExp, joint: string): string =>
    text
      .split(between)
      .map((piece) => piece.trim())
      .filter((piece) => piece !== "" && kept(holds(description, piece), piece))
      .join(joint);
  const whole = (text: string): string => pieces(text, /\n/, " ");
  const entries = (all: readonly AnsweredEntry[]): readonly AnsweredEntry[] =>
    all.length === 0
      ? [NO_ENTRY]
      : all.map((one) => ({
          what: told(one.what),
          where: whole(one.where),
          when: told(one.when),
          told: told(one.told),
        }));
  const answers: FewAnswers = {
    name: whole(given.name),
    role: told(given.role),
    place: pieces(given.place, /\s*,\s*/, ", "),
    about: told(given.about),
    work: entries(given.work),
    study: entries(given.study),
    skills: pieces(given.skills, /[,;\n]/, ", "),
    languages: pieces(given.languages, /[,;\n]/, ", "),
    links: pieces(given.links, /[\s,;]+/, " "),
    email: whole(given.email),
    phone: whole(given.phone),
  };
  return { answers, leftOut };
}

const squeezed = (text: string): string =>
  text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/https?:\/\/(www\.)?/g, "")
    .replaceAll(/[^\p{L}\p{N}+#]/gu, "");

/** Its letters and digits stand there in one piece, or each of its words does. */
function holds(description: string, piece: string): boolean {
  if (squeezed(description).includes(squeezed(piece))) return true;
  const there = new Set(description.toLowerCase().split(/[^\p{L}\p{N}+#]+/u));
  return piece
    .toLowerCase()
    .split(/[^\p{L}\p{N}+#]+/u)
    .every((word) => word === "" || there.has(word));
}
