import { sandboxes, type HostedView } from "../../../shared/api/sandboxes.ts";
import { fail, ok, type Failure, type Result } from "../../../shared/failure.ts";
import { jobEventSchema } from "../../../shared/job.ts";
import type { ProjectFiles } from "../../../shared/project.ts";
import { readEvents } from "../../api/read-events.ts";
import { CANCELLED } from "../../api/send-request.ts";
import type { HostedApi } from "./hosted-api.ts";
import { filesOf, sentFile } from "./sent-files.ts";
import { printedLines, queueWords } from "./event-words.ts";

export interface TakenSandbox {
  readonly view: HostedView;
  /** What lies on it, its packages installed. */
  readonly has: ProjectFiles;
}

export interface Taking {
  /** The portfolio's; there is one hosted sandbox for each. */
  readonly id: string;
  readonly files: ProjectFiles;
  readonly onStep: (step: string) => void;
  readonly onLine: (line: string) => void;
  readonly left: AbortSignal;
}

const LONG_MS = 60_000;
/** As the server takes it (`idempotency-key`). */
const KEY = /^[\w-]{8,64}$/;

/**
 * The portfolio's hosted sandbox, running: the one it has, woken where it is stopped, or a new one. Waits
 * in the queue as long as that takes, and says its place. Fails as the API does, and as `cancelled` when
 * it is left: then it gives its place in the queue back.
 */
export async function takeSandbox(api: HostedApi, taking: Taking): Promise<Result<TakenSandbox>> {
  taking.onStep("Asking for a hosted sandbox");
  const person = await api.ensurePerson();
  if (!person.ok) return person;
  const there = await findSandbox(api, taking.id);
  if (!there.ok) return there;
  const opened = there.value ? await comeBack(api, there.value) : null;
  const view = opened ?? (await openNew(api, taking));
  if (!view.ok) return view;
  const running = await untilItRuns(api, view.value, taking);
  if (!running.ok) return running;
  if (opened === null) return ok({ view: running.value, has: taking.files });
  const params = { sandbox_id: running.value.sandbox_id };
  const has = await api.client.call(sandboxes.files, { params }, { timeoutMs: LONG_MS });
  return has.ok ? ok({ view: running.value, has: filesOf(has.value.files) }) : has;
}

/** The hosted sandbox of a portfolio; `null`: it has none. */
export async function findSandbox(
  { client }: Pick<HostedApi, "client">,
  portfolioId: string,
): Promise<Result<HostedView | null>> {
  const listed = await client.call(sandboxes.list, {});
  if (!listed.ok) return listed;
  const mine = listed.value.sandboxes.find(({ portfolio_id }) => portfolio_id === portfolioId);
  return ok(mine ?? null);
}

/** A visit wakes it. One that has failed for good is begun anew: `null`. */
async function comeBack(
  { client }: HostedApi,
  { sandbox_id, status, failure }: HostedView,
): Promise<Result<HostedView> | null> {
  const params = { sandbox_id };
  if (status !== "failed" || failure?.retryable === true) {
    return client.call(sandboxes.visit, { params }, { timeoutMs: LONG_MS });
  }
  const removed = await client.call(sandboxes.delete, { params }, { timeoutMs: LONG_MS });
  return removed.ok ? null : removed;
}

function openNew({ client }: HostedApi, { id, files }: Taking): Promise<Result<HostedView>> {
  const sent = Object.entries(files).map(([path, content]) => sentFile({ path, content }));
  const headers = KEY.test(id) ? { "idempotency-key": id } : {};
  const body = { files: sent, portfolio_id: id };
  return client.call(sandboxes.open, { body }, { timeoutMs: LONG_MS, headers });
}

type Waiting = Pick<Taking, "onStep" | "onLine" | "left">;

/** Follows its events from the first; those of an earlier life are passed over. */
async function untilItRuns(
  { client }: HostedApi,
  first: HostedView,
  { onStep, onLine, left }: Waiting,
): Promise<Result<HostedView>> {
  const params = { job_id: first.job_id };
  const requestAfter = (after: number) =>
    client.requestOf(sandboxes.events, { params, query: { after } } as never);
  let view = first;
  let lastId = 0;
  while (isUnderWay(view)) {
    const read = await readEvents({
      send: client.send,
      requestAfter,
      after: lastId,
      signal: left,
      onEvent: ({ id, data }) => {
        lastId = id;
        const event = jobEventSchema.safeParse(JSON.parse(data)).data;
        if (event === undefined) return "more";
        onStep(queueWords(event) ?? event.message);
        for (const line of printedLines(event)) onLine(line);
        return event.type === "complete" || event.type === "error" ? "end" : "more";
      },
    });
    if (left.aborted) {
      await giveUp(client, view.sandbox_id);
      return fail(CANCELLED);
    }
    if (!read.ok) return read;
    const status = await client.call(sandboxes.status, { params });
    if (!status.ok) return status;
    view = status.value;
  }
  return view.status === "running" || view.status === "idle" ? ok(view) : fail(whyNot(view));
}

/** What works on it goes on, and is there the next time; who only waits leaves the queue. */
async function giveUp(client: HostedApi["client"], sandboxId: string): Promise<void> {
  const status = await client.call(sandboxes.status, { params: { job_id: sandboxId } });
  if (!status.ok || status.value.status !== "queued") return;
  await client.call(sandboxes.stop, { params: { sandbox_id: sandboxId } });
}

const isUnderWay = ({ status }: HostedView) =>
  status === "queued" || status === "creating" || status === "building";

const whyNot = ({ failure, message }: HostedView): Failure => ({
  kind: "unavailable",
  message: failure?.message ?? (message || "The hosted sandbox doesn’t run."),
  nextStep: failure?.nextStep ?? "Try again; your site runs in this browser.",
  retryable: failure?.retryable ?? true,
});
