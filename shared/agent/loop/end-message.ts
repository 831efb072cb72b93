import type { Failure } from "../../failure.ts";
import { AGENT_LIMITS } from "../../limits.ts";
import type { AgentEvent, Fact, LastEvent } from "./events.ts";
import type { MessageRun } from "./message-run.ts";

/** Why no more turns are taken. */
export type Ending =
  | { readonly kind: "done"; readonly facts: readonly Fact[] }
  | { readonly kind: "stopped" }
  | { readonly kind: "not-mended"; readonly why: string }
  | { readonly kind: "failed"; readonly failure: Failure };

export const TOO_LONG: Failure = {
  kind: "too-large",
  message: `It wasn’t finished in ${AGENT_LIMITS.turns} steps.`,
  nextStep: "What works of it was kept; ask for the rest in another message, or undo this one.",
  retryable: false,
};

const notMended = (why: string): Failure => ({
  kind: "build-failed",
  message: `The change didn’t work and couldn’t be mended. ${why}`,
  nextStep: "The site is as it last worked. Ask for it in other words, or for less at once.",
  retryable: true,
});

/** Leaves a site that works: takes back what isn’t known to, keeps the rest as a version, says what came of it. */
export async function* finish(
  ending: Ending,
  run: MessageRun,
): AsyncGenerator<AgentEvent, LastEvent> {
  const { journal } = run;
  if (ending.kind !== "done") yield* takeBackAndSay(ending, run);
  const changes = [...journal.changes];
  const kept = changes.length > 0 ? await run.workspace.keep(labelOf(run.message.text)) : null;
  const isKept = kept?.ok ?? false;
  switch (ending.kind) {
    case "done":
      return { type: "done", facts: [...ending.facts], changes, isKept };
    case "stopped":
      return { type: "stopped", changes, isKept };
    case "not-mended":
      return { type: "failed", failure: shown(notMended(ending.why)), changes, isKept };
    case "failed":
      return { type: "failed", failure: shown(ending.failure), changes, isKept };
  }
}

/** The same when nobody listens any more. */
export async function leave({ repairs, journal, workspace, message }: MessageRun): Promise<void> {
  await repairs.takeBack();
  if (journal.changes.length > 0) await workspace.keep(labelOf(message.text));
}

async function* takeBackAndSay(ending: Ending, run: MessageRun): AsyncGenerator<AgentEvent, void> {
  const { paths, left } = await run.repairs.takeBack();
  if (paths.length === 0 && left.length === 0) return;
  const why = ending.kind === "not-mended" || ending.kind === "stopped" ? ending.kind : "failed";
  const files = (list: readonly string[]) =>
    list.length === 1 ? list[0]! : `${list.length} files`;
  const said = [
    ...(paths.length > 0 ? [`What wasn’t finished in ${files(paths)} was taken back.`] : []),
    ...(left.length > 0 ? [`${files(left)} changed meanwhile and stayed as you left it.`] : []),
  ].join(" ");
  yield { type: "rolled-back", paths: [...paths], left: [...left], why, said };
}

const shown = ({ kind, message, nextStep, retryable, retryAfterMs }: Failure) => ({
  kind,
  message,
  nextStep,
  retryable,
  ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
});

/** What the version is called: the request, on one line and not too long. */
function labelOf(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > 60 ? `${line.slice(0, 59).trimEnd()}…` : line;
}
