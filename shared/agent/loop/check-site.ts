import { decodeHTML } from "entities/decode";
import type { Problem } from "../../build.ts";
import { ok, type Result } from "../../failure.ts";
import { readResume } from "../../portfolio/read-resume.ts";
import { RESUME_PATH } from "../../project.ts";
import type { StopSignal } from "../../ports/stop-signal.ts";
import type { BuildCheck, Workspace } from "../../ports/workspace.ts";
import { hostsLoadedBy } from "../walls/outside-requests.ts";
import type { Fact } from "./events.ts";

/** What was wrong before the message began: not the agent’s, and not a reason to take its work back. */
export type Baseline = ReadonlySet<string>;

const keyOf = ({ kind, message, path }: Problem) => `${kind} ${path ?? ""} ${message}`;

export const baselineOf = ({ problems, consoleErrors }: BuildCheck): Baseline =>
  new Set([...problems.map(keyOf), ...consoleErrors]);

/** What is wrong since, in an order that doesn’t depend on chance. */
export function newlyWrong(check: BuildCheck, baseline: Baseline) {
  const problems = check.problems.filter((problem) => !baseline.has(keyOf(problem)));
  const consoleErrors = check.consoleErrors.filter((text) => !baseline.has(text));
  return {
    problems,
    consoleErrors,
    key: [...problems.map(keyOf), ...consoleErrors].sort().join("\n"),
  };
}

/** Words that stand where something should. */
const PLACEHOLDERS = [
  /\blorem ipsum\b/i,
  /\[(?:your|my|insert|add)\b[^\]]{0,40}\]/i,
  /\byour (?:name|title|job title|company) here\b/i,
  /\{\{\s*\w+\s*\}\}/,
  /\b(?:john|jane) doe\b/i,
  /\bexample@(?:example|email)\.com\b/i,
];

/**
 * Looks at the finished page (R4.10): it renders, the owner’s name is on it, nothing of the sample and
 * no placeholder is, and it loads from nowhere but hosts that were allowed. Fails as `cancelled` only.
 * @param allowed what the person said yes to, as it was asked
 */
export async function lookAtPage(
  workspace: Pick<Workspace, "read" | "render" | "sampleTexts">,
  signal: StopSignal,
  allowed: readonly string[],
): Promise<Result<readonly Fact[]>> {
  // Both are asked for at once: what is written from now on belongs to neither.
  const [rendered, owner] = await Promise.all([workspace.render(signal), ownerOf(workspace)]);
  if (!rendered.ok) {
    const { kind, message, detail } = rendered.failure;
    if (kind === "cancelled") return rendered;
    if (kind === "unavailable" || kind === "timed-out") {
      return ok([
        { id: "renders", holds: null, said: `The finished page couldn’t be looked at: ${message}` },
      ]);
    }
    const said = `The finished page can’t be made. ${detail ?? message}`;
    return ok([{ id: "renders", holds: false, said }]);
  }
  const { html } = rendered.value;
  const text = textOf(html);
  return ok([
    rendersFact(text, html, allowed),
    ...(owner === "" ? [] : [nameFact(text, owner)]),
    placeholderFact(text, owner, workspace.sampleTexts),
  ]);
}

async function ownerOf(workspace: Pick<Workspace, "read">): Promise<string> {
  const resume = readResume({ [RESUME_PATH]: (await workspace.read(RESUME_PATH)) ?? "" });
  return resume.ok ? (resume.value.basics?.name ?? "").trim() : "";
}

/** Letters a page has at least: a blank one has none, a crashed one a few. */
const LEAST_LETTERS = 20;

function rendersFact(text: string, html: string, allowed: readonly string[]): Fact {
  if (text.length < LEAST_LETTERS)
    return { id: "renders", holds: false, said: "The page is blank." };
  const foreign = hostsLoadedBy(html).filter(
    (host) => !allowed.some((about) => about.includes(host)),
  );
  return foreign.length > 0
    ? { id: "renders", holds: false, said: `The page loads from ${foreign.join(", ")}.` }
    : { id: "renders", holds: true, said: "The page renders." };
}

const nameFact = (text: string, owner: string): Fact =>
  squeezed(text).includes(squeezed(owner))
    ? { id: "name", holds: true, said: `${owner} is on it.` }
    : { id: "name", holds: false, said: `The name ${owner} isn’t on the page.` };

function placeholderFact(text: string, owner: string, samples: readonly string[]): Fact {
  const sample = samples.find(
    (one) => squeezed(one) !== squeezed(owner) && squeezed(text).includes(squeezed(one)),
  );
  // The owner may be called John Doe.
  const theirs = text.replaceAll(owner === "" ? "\u0000" : owner, "");
  const found =
    sample ?? PLACEHOLDERS.map((one) => one.exec(theirs)?.[0]).find((one) => one !== undefined);
  return found === undefined
    ? { id: "placeholders", holds: true, said: "No placeholder is left." }
    : { id: "placeholders", holds: false, said: `The page still says “${found}”.` };
}

/** Templates set names in capitals or letter by letter. */
const squeezed = (text: string) => text.toLowerCase().replace(/[\s\u00ad]+/g, "");

/** What a document’s body says, without markup. */
function textOf(html: string): string {
  const body = /<body\b[^>]*>([\s\S]*)<\/body>/i.exec(html)?.[1] ?? html;
  const words = body
    .replace(/<(script|style|template|noscript)\b[\s\S]*?<\/\1>/gi, " ")
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(/<[^>]+>/g, " ");
  return decodeHTML(words).replace(/\s+/g, " ").trim();
}
