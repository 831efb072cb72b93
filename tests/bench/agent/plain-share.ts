import { readdir, readFile } from "node:fs/promises";
import { isDeepStrictEqual } from "node:util";
import { fromRoot } from "../../../scripts/paths.ts";
import { offersFor } from "../../../shared/agent/plain/near/offers.ts";
import type { PlainContext, PlainStep } from "../../../shared/agent/plain/plain-kind.ts";
import { context } from "../../../shared/agent/plain/test-site.ts";
import { understand, type UnderstoodPart } from "../../../shared/agent/plain/understand.ts";
import type { Resume } from "../../../shared/resume.ts";
import { templateManifestSchema, type TemplateManifest } from "../../../shared/template.ts";
import { DANIEL, MIRA, PRIYA } from "./people.ts";

/** Lists of requests by people, each with whose CV it is about; none: the small site of the grammar’s own tests. */
export const REQUEST_LISTS = [
  "first-hundred",
  "second-hundred",
  "third-hundred",
  "fourth-hundred",
  "fifth-hundred",
  "sixth-hundred",
  "seventh-hundred",
  "eighth-hundred",
  "pastry-chef",
  "data-engineer",
  "social-worker",
  "bookbinder",
  "land-surveyor",
  "head-gardener",
  "transport-coordinator",
] as const;
export type RequestList = (typeof REQUEST_LISTS)[number];

const ABOUT: Partial<Record<RequestList, Resume>> = {
  "sixth-hundred": MIRA,
  "seventh-hundred": DANIEL,
  "eighth-hundred": PRIYA,
};

/** A request in a person's own words, and what is done about it without a model. */
export interface PlainOutcome {
  readonly request: string;
  /** The right answer at once, as somebody judged it; `null` where none is given at once. */
  readonly right: string | null;
  /** What the site answers at once. */
  readonly said: string | null;
  /** Plain requests of which any does what was meant, as somebody judged it; none: a model is needed. */
  readonly meant: readonly string[];
  /** What is offered for one press. */
  readonly offers: readonly string[];
  /** Whether the offers are shown before a model is asked. */
  readonly isAsked: boolean;
  /** Which of the offers does what was meant; -1: none. */
  readonly offeredAt: number;
}

const isSameStep = (one: PlainStep, other: PlainStep): boolean => isDeepStrictEqual(one, other);

/** Whether two requests do the same: the same look and content in the end, or the same answer. */
function isSameDone(one: readonly UnderstoodPart[], other: readonly UnderstoodPart[]): boolean {
  const last = (parts: readonly UnderstoodPart[], kind: PlainStep["kind"]) =>
    parts.findLast(({ step }) => step.kind === kind)?.step;
  const kinds = ["theme", "resume", "template", "command"] as const;
  const changes = kinds.some((kind) => last(one, kind) ?? last(other, kind));
  if (!changes) return one.map(({ said }) => said).join() === other.map(({ said }) => said).join();
  return kinds.every((kind) => {
    const [a, b] = [last(one, kind), last(other, kind)];
    return a && b ? isSameStep(a, b) : a === b;
  });
}

/** The templates as they are; the older lists were judged on three of them. */
async function allTemplates(): Promise<readonly TemplateManifest[]> {
  const folders = await readdir(fromRoot("templates"), { withFileTypes: true });
  const texts = await Promise.all(
    folders
      .filter((one) => one.isDirectory())
      .map((one) => readFile(fromRoot("templates", one.name, "template.json"), "utf8")),
  );
  return texts.map((text) => templateManifestSchema.parse(JSON.parse(text)));
}

const OF_HUNDREDS = /-hundred$/u;

/** The site that a list is about; its CV lies beside it where it isn’t one of the older ones. */
async function siteOf(name: RequestList): Promise<PlainContext> {
  if (OF_HUNDREDS.test(name)) return { ...context, resume: ABOUT[name] ?? context.resume };
  const cv = await readFile(fromRoot(`tests/bench/requests/${name}.json`), "utf8");
  return { ...context, resume: JSON.parse(cv) as Resume, templates: await allTemplates() };
}

/**
 * A list’s requests and what is done about each. A line has the request, the right answer at once (`-`: none)
 * and, where it has a third column, the plain requests that do what was meant, joined by `||`.
 */
export async function plainOutcomes(name: RequestList): Promise<readonly PlainOutcome[]> {
  const site = await siteOf(name);
  const text = await readFile(fromRoot(`tests/bench/requests/${name}.txt`), "utf8");
  return text
    .trim()
    .split("\n")
    .map((line) => outcomeOf(line, site));
}

export function outcomeOf(line: string, site: PlainContext): PlainOutcome {
  const [request = "", right = "-", wanted = "-"] = line.split("\t");
  const answers = understand(request, site);
  const meant = wanted === "-" ? [] : wanted.split("||").map((one) => one.trim());
  const nearly = answers ? null : offersFor(request, site);
  const offers = nearly?.offers.map((one) => one.request) ?? [];
  const wantedParts = meant.flatMap((one) => {
    const parts = understand(one, site);
    return parts ? [parts] : [];
  });
  const offeredAt = offers.findIndex((one) => {
    const parts = understand(one, site);
    return parts !== null && wantedParts.some((other) => isSameDone(parts, other));
  });
  return {
    request,
    right: right === "-" ? null : right,
    said: answers?.map(({ said }) => said).join(" ") ?? null,
    meant,
    offers,
    isAsked: nearly?.isLikely ?? false,
    offeredAt,
  };
}
