import { jobs } from "../../../shared/api/jobs.ts";
import { projects } from "../../../shared/api/projects.ts";
import { fail, ok, type Failure, type Result } from "../../../shared/failure.ts";
import { queuePlaceSchema } from "../../../shared/job-result.ts";
import { followJob } from "../../api/follow-job.ts";
import type { ApiClient } from "../../api/open-client.ts";
import { CANCELLED } from "../../api/send-request.ts";
import type { OpenProject } from "../../project/open-project.ts";
import { bringToAccount } from "./bring-to-account.ts";
import type { HandedMessage, HandedTask } from "./chat-agent.ts";

/** The server is waited for this long until it has taken a message, in milliseconds. */
const ORDER_MS = 20_000;

/**
 * Hands a message to the server, which begins from what the person sees: files and conversation go up
 * first. The same answer is never ordered twice.
 */
export function handOver(
  given: {
    readonly client: ApiClient;
    readonly project: Pick<OpenProject, "id" | "flush">;
  },
  message: HandedMessage,
): HandedTask {
  const { client } = given;
  let isStopped = false;
  let jobId: string | null = null;
  const cancel = () => {
    if (jobId !== null) void client.call(jobs.cancel, { params: { jobId } });
  };
  const take = async (): Promise<Result<string>> => {
    const kept = await bringToAccount(given);
    if (!kept.ok) return kept;
    if (isStopped) return fail(CANCELLED);
    const ordered = await order(client, given.project.id, message);
    if (!ordered.ok) return ordered;
    jobId = ordered.value;
    if (!isStopped) return ordered;
    cancel();
    return fail(CANCELLED);
  };
  return {
    taken: take(),
    stop: () => {
      isStopped = true;
      cancel();
    },
  };
}

/** Orders it and hears just which job it is: from then on it is followed as any other. */
async function order(
  client: ApiClient,
  projectId: string,
  { text, askId, answerId }: HandedMessage,
): Promise<Result<string>> {
  let jobId: string | null = null;
  const heard = new AbortController();
  const body = { message: text, askId, answerId };
  const headers = { "idempotency-key": answerId };
  const ended = await followJob(
    client,
    { order: () => client.requestOf(projects.chat, { params: { projectId }, body }, { headers }) },
    {
      signal: AbortSignal.any([heard.signal, AbortSignal.timeout(ORDER_MS)]),
      onEvent: ({ detail }) => {
        const place = queuePlaceSchema.safeParse(detail);
        if (!place.success) return;
        ({ jobId } = place.data);
        heard.abort();
      },
    },
  );
  if (jobId !== null) return ok(jobId);
  return ended.ok || ended.failure.kind === "cancelled" ? fail(NOT_TAKEN) : ended;
}

const NOT_TAKEN: Failure = {
  kind: "timed-out",
  message: "The server didn’t answer in time.",
  nextStep: "Try again in a moment.",
  retryable: true,
};
