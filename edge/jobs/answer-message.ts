import { chooseSize } from "../../shared/agent/context/choose-size.ts";
import { exchangesOf, openingMessages } from "../../shared/agent/context/opening.ts";
import { projectBrief } from "../../shared/agent/context/project-brief.ts";
import { isLastEvent, type LastEvent } from "../../shared/agent/loop/events.ts";
import { runMessage } from "../../shared/agent/loop/run-message.ts";
import { afterEvent } from "../../shared/agent/run-of-events.ts";
import { NEW_RUN, type AgentRun } from "../../shared/agent-run.ts";
import { ok } from "../../shared/failure.ts";
import type { AgentMessageResult } from "../../shared/job-result.ts";
import { AGENT_JOB_LIMITS } from "../../shared/limits.ts";
import { edgeWorkspace } from "../agent/edge-workspace.ts";
import { openEventTeller } from "../agent/event-teller.ts";
import { gatewayModel } from "../agent/gateway-model.ts";
import { keepChanges, readFiles, type FilesNow } from "../agent/kept-files.ts";
import { beginTalk, endTalk, type Talk } from "../agent/kept-talk.ts";
import { readySandbox } from "../agent/ready-sandbox.ts";
import { sampleTextsOf } from "../agent/sample-texts.ts";
import { waitFor } from "../outbound/wait-for.ts";
import { withAccount } from "../with-account.ts";
import { withGateway } from "../with-gateway.ts";
import { answerInputSchema, type AnswerInput } from "./answer-input.ts";
import { assetBytes } from "./asset-bytes.ts";
import type { JobContext, JobWork } from "./job-work.ts";

/** The step that the agent's events are told under. */
const STEP = "agent";
/** What came of it is remembered under this. */
const CAME = "came";
/** Time that is left to write down what came of it, in milliseconds. */
const END_MS = 30_000;

interface Begun {
  readonly talk: Talk;
  readonly before: FilesNow;
}

/**
 * A message to the agent, answered on the server: the browser's loop over the portfolio's files. A try that
 * was cut off begins again from the portfolio as it is, which no unfinished message has changed; what it
 * changed in a sandbox is taken back first.
 */
export const answerMessage: JobWork = async (context) => {
  const input = answerInputSchema.parse(context.input);
  const { env, personId, tier, jobId } = context;
  await sayIfAgain(context);
  const begun = await withAccount(env, { personId, tier }, async (keeping) => {
    const talk = await beginTalk(keeping, { ...input, jobId });
    if (!talk.ok) return talk;
    const before = await readFiles(keeping, input.portfolioId);
    return before.ok ? ok({ talk: talk.value, before: before.value }) : before;
  });
  if (!begun.ok) return begun;
  // Whatever is to be written down again isn't carried out again.
  const known = (await context.recall(CAME)) as Came | null;
  const { run, last } = known ?? (await carryOut(context, input, begun.value));
  if (!known) await context.remember(CAME, { run, last } satisfies Came);
  const version = last.changes.length > 0 && last.isKept ? jobId : null;
  const written = await withAccount(env, { personId, tier }, (keeping) =>
    endTalk(keeping, input.portfolioId, begun.value.talk.answer, {
      run,
      changes: last.changes,
      act: input.text,
      version,
      at: context.now(),
    }),
  );
  return written.ok ? ok(resultOf(input, { run, last, version })) : written;
};

/** A try before this one was cut off: whoever listens forgets what it said. */
async function sayIfAgain(context: JobContext): Promise<void> {
  const tries = Number((await context.recall("tries")) ?? 0);
  await context.remember("tries", tries + 1);
  if (tries > 0) await context.warn(STEP, `It was cut off and begins again (${tries + 1}).`);
}

interface Came {
  readonly run: AgentRun;
  readonly last: LastEvent;
}

async function carryOut(context: JobContext, input: AnswerInput, begun: Begun): Promise<Came> {
  const { personId, tier, jobId } = context;
  const stop = AbortSignal.timeout(AGENT_JOB_LIMITS.tryMs - END_MS);
  const signal = AbortSignal.any([context.signal, stop]);
  const workspace = await workspaceOf(context, input, begun);
  const messages = openingMessages({
    brief: await projectBrief(workspace),
    exchanges: exchangesOf(begun.talk.past),
    request: input.text,
  });
  const { text, keyId } = input;
  return withGateway(context.env, { personId, tier }, context, async (gateway) => {
    const caller = { personId, tier, ...(keyId === undefined ? {} : { keyId }) };
    const events = runMessage(
      { text, size: chooseSize(text), messages },
      {
        model: gatewayModel(gateway, caller, jobId),
        workspace,
        // Nobody is here who could give leave.
        ask: async () => false,
        wait: (ms) => waitFor(ms, signal),
      },
      signal,
    );
    const teller = openEventTeller((event) => context.tell(STEP, event));
    let run = NEW_RUN;
    let last: LastEvent | null = null;
    for await (const event of events) {
      run = afterEvent(run, event);
      teller.tell(event);
      if (isLastEvent(event)) last = event;
    }
    await teller.told();
    if (last === null) throw new Error("A message ended without its last event.");
    return { run, last };
  });
}

async function workspaceOf(context: JobContext, input: AnswerInput, { talk, before }: Begun) {
  const { env, personId, tier, jobId } = context;
  const { portfolioId } = input;
  const sandbox = await readySandbox(context, portfolioId, before.files);
  return edgeWorkspace({
    files: before.files,
    sandbox: sandbox?.calls ?? null,
    onSandboxChange: sandbox?.note ?? (async () => undefined),
    locks: talk.locks,
    sampleTexts: await sampleTextsOf(before.files, (path) => assetBytes(env.ASSETS, path)),
    keep: (after, label) =>
      withAccount(env, { personId, tier }, (keeping) =>
        keepChanges(keeping, portfolioId, { before, after, versionId: jobId, label }),
      ),
  });
}

function resultOf(
  { portfolioId, answerId }: AnswerInput,
  { run, last, version }: Came & { readonly version: string | null },
): AgentMessageResult {
  return {
    kind: "agent-message",
    portfolioId,
    messageId: answerId,
    state: last.type,
    text: run.steps.flatMap((step) => (step.kind === "text" ? step.text : [])).join("\n\n"),
    changed: last.changes.map(({ path }) => path),
    versionId: version,
    facts: last.type === "done" ? [...last.facts] : [],
    ...(last.type === "failed" ? { failure: saidOf(last.failure) } : {}),
  };
}

const saidOf = ({
  kind,
  message,
  nextStep,
}: {
  kind: string;
  message: string;
  nextStep: string;
}) => ({
  kind,
  message,
  nextStep,
});
