import type { AgentRun, BuildStep, RunCost, RunStep, ToolStep } from "../../shared/agent-run.ts";
import { openOffers, type Message } from "../../shared/conversation.ts";

/** What a tool does, while it runs and when it has. */
const ACTS: Readonly<Record<string, readonly [string, string]>> = {
  read_file: ["Reading", "Read"],
  write_file: ["Writing", "Wrote"],
  edit_file: ["Editing", "Edited"],
  delete_file: ["Deleting", "Deleted"],
  rename_file: ["Renaming", "Renamed"],
  list_files: ["Looking at the files", "Looked at the files"],
  search_files: ["Searching", "Searched for"],
  check_logs: ["Checking the preview", "Checked the preview"],
  run_command: ["Running", "Ran"],
};

const fileName = (path: string) => path.slice(path.lastIndexOf("/") + 1);

/** The one line of a tool call: “Edited Hero.tsx”. Paths are shown by their last part. */
export function toolWords({ name, about, state }: ToolStep): {
  readonly did: string;
  readonly target: string;
} {
  const [running, done] = ACTS[name] ?? [name, name];
  const isFile = name.endsWith("_file");
  const target = name === "list_files" || name === "check_logs" ? "" : about;
  return {
    did: state === "running" ? running : state === "done" ? done : `${running} failed:`,
    target: isFile ? target.split(" → ").map(fileName).join(" → ") : target,
  };
}

/** Lines added and removed by a call, of all its files; `null` where it changed none. */
export function lineCount({ name, files }: ToolStep): string | null {
  if (files.length === 0 || name === "rename_file") return null;
  const sum = (of: "addedLines" | "removedLines") =>
    files.reduce((so, file) => so + file[of], 0).toLocaleString();
  return `+${sum("addedLines")} −${sum("removedLines")}`;
}

const LOCKED = /^The owner has locked (.+) against changes by you\./;

/** Why a call failed, in a line for the person: a lock of theirs first of all; `null` where it didn't. */
export function failureReason({ state, result }: ToolStep): string | null {
  if (state !== "failed" || !result) return null;
  const lock = LOCKED.exec(result)?.[1];
  return lock ? `You have locked ${lock} against the agent.` : (result.split("\n")[0] ?? null);
}

/** How the build stands, and which repair it is. */
export function buildWords({ state, repair, of, problems }: BuildStep): string {
  const which = repair === 0 ? "" : `Repair ${repair} of ${of}: `;
  const count = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
  const what = {
    checking: "checking that the site still builds",
    good: "the site builds",
    bad: problems.length === 0 ? "the site doesn’t build" : `${count} found`,
    unknown: "the build couldn’t be checked here",
  }[state];
  return which + (which === "" ? what[0]!.toUpperCase() + what.slice(1) : what);
}

/** Whether a later line says of the build what this one says: then that one is enough. */
export const isSaidAgain = (steps: readonly RunStep[], at: number): boolean => {
  const step = steps[at];
  return (
    step?.kind === "build" &&
    step.state === "good" &&
    steps
      .slice(at + 1)
      .some((later) => later.kind === "build" && buildWords(later) === buildWords(step))
  );
};

/** What was found true of the finished site, but for what the line of the last build says already. */
export function goodFacts({ steps, facts }: AgentRun): readonly string[] {
  const isBuildSaid = steps.findLast((step) => step.kind === "build")?.state === "good";
  return facts.flatMap(({ id, holds, said }) =>
    holds === true && !(isBuildSaid && id === "builds") ? [said] : [],
  );
}

/** What couldn’t be looked at, or found out, of the finished site. */
export const unknownFacts = ({ facts }: AgentRun): readonly string[] =>
  facts.flatMap(({ holds, said }) => (holds === null ? [said] : []));

const tokens = (count: number, language?: string) =>
  count < 1_000
    ? `${count} tokens`
    : `${(count / 1_000).toLocaleString(language, { maximumFractionDigits: 1 })}k tokens`;

/** US cents: “0.4 ¢”; below a tenth it says so. */
export const centsWords = (cents: number, language?: string): string =>
  cents > 0 && cents < 0.1
    ? "under 0.1 ¢"
    : `${cents.toLocaleString(language, { maximumFractionDigits: 1 })} ¢`;

/** What an answer cost: “4.2k tokens, 81 % from cache, 0.4 ¢”. */
export function costWords(cost: RunCost, language?: string): string {
  const { inputTokens, cachedTokens, outputTokens, cents } = cost;
  const share = inputTokens === 0 ? 0 : Math.round((cachedTokens / inputTokens) * 100);
  return [
    tokens(inputTokens + outputTokens, language),
    ...(share > 0 ? [`${share} % from cache`] : []),
    ...(cents === undefined ? [] : [centsWords(cents, language)]),
  ].join(", ");
}

/** How an answer ended, where that isn't plain from what stands there. */
export function endWords({ state, steps }: AgentRun): string | null {
  if (state === "stopped") return "Stopped by you. The site works as it stands.";
  if (state === "cut") {
    return steps.some((step) => step.kind === "tool" && step.files.length > 0)
      ? "Cut off when the page was left. Look at the site, or go back to before it."
      : "Cut off when the page was left. Nothing was changed.";
  }
  return null;
}

/** What a message offers, as it is told: numbered where there is a choice, as its buttons are. */
function offerWords(message: Message): string {
  const { choices = [] } = openOffers(message) ?? {};
  if (message.offers?.chosen !== undefined) return "";
  return choices.length === 1
    ? choices[0]!.label
    : choices.map(({ label }, at) => `${at + 1}: ${label}.`).join(" ");
}

/**
 * What a screen reader is told of the last message: plain answers whole, a model's answer step by step
 * and whole once it is there. Text that is still coming isn't read word by word.
 */
export function announcement(message: Message | undefined): string {
  if (message === undefined || message.from === "person") return "";
  const { run, text } = message;
  if (!run) return `${text} ${offerWords(message)}`.trim();
  const last = run.steps.at(-1);
  if (run.state === "running") {
    if (last?.kind === "tool") {
      const { did, target } = toolWords(last);
      return `${did} ${target}`.trim();
    }
    if (last?.kind === "build") return buildWords(last);
    if (last?.kind === "ask") return `Your answer is needed. ${last.said} ${last.about}`;
    if (last?.kind === "back") return last.said;
    return last?.kind === "text" ? "Answering" : (run.doing ?? "Thinking");
  }
  const failure = run.failure ? `${run.failure.message} ${run.failure.nextStep}` : null;
  const said = run.steps.flatMap((step) =>
    step.kind === "text" ? step.text : step.kind === "back" ? step.said : [],
  );
  return [...said, failure ?? endWords(run) ?? ""].join(" ").trim();
}
