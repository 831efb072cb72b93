import { z } from "zod";
import { cv } from "../../../shared/api/cv.ts";
import { jobs } from "../../../shared/api/jobs.ts";
import { usage } from "../../../shared/api/usage.ts";
import type { Failure, Result } from "../../../shared/failure.ts";
import { cvExtractionSchema } from "../../../shared/job-result.ts";
import type { PortfolioStorage } from "../../../shared/ports/portfolio-storage.ts";
import { followJob, type JobBeginning } from "../../api/follow-job.ts";
import type { ApiClient } from "../../api/open-client.ts";
import { readConfigured } from "../../api/read-configured.ts";
import { ensurePerson } from "./ensure-person.ts";
import type { AiReading } from "../../cv/review/ai-reading.ts";
import { afterEvent, JOB_STARTING, type JobProgressState } from "../../ui/job-progress.ts";

export type AiReadingState = Pick<
  AiReading,
  "job" | "isLost" | "failure" | "reading" | "left" | "ignored"
>;

export const NO_AI_READING: AiReadingState = {
  job: null,
  isLost: false,
  failure: null,
  reading: null,
  left: null,
  ignored: new Set(),
};

const keptSchema = z.object({
  jobId: z.string().nullable(),
  ignored: z.array(z.string()).catch([]),
});

/** Whether this installation has a model that reads CVs; no where the server isn't reached. */
export async function offersAiReading(client: ApiClient): Promise<boolean> {
  const configured = await readConfigured(client);
  return configured.ok && configured.value.readingModel;
}

/**
 * A portfolio's reading with AI: which job it is and what was ignored is kept in this browser, so that a
 * reload takes it up again. `begin` alone sends anything of the CV.
 */
export function followAiReading(given: {
  readonly client: ApiClient;
  readonly storage: Pick<PortfolioStorage, "readSetting" | "writeSetting">;
  readonly portfolioId: string;
  readonly onState: (state: AiReadingState) => void;
}) {
  const { client, storage, portfolioId, onState } = given;
  const setting = `ai-reading/${portfolioId}`;
  const left = new AbortController();
  let state = NO_AI_READING;
  const say = (change: Partial<AiReadingState>) => {
    if (left.signal.aborted) return;
    state = { ...state, ...change };
    onState(state);
  };
  const keep = (jobId: string | null) =>
    storage.writeSetting(setting, { jobId, ignored: [...state.ignored] });

  const follow = (beginning: JobBeginning) =>
    followToEnd({ client, beginning, signal: left.signal, say, onNamed: keep });
  const fail = (failure: Failure) => say({ job: null, isLost: false, failure });

  return {
    /** Takes up what was begun before a reload. */
    resume: async () => {
      const kept = await storage.readSetting(setting);
      const known = keptSchema.safeParse(kept.ok ? kept.value : null);
      if (!known.success || left.signal.aborted) return;
      say({ ignored: new Set(known.data.ignored) });
      if (known.data.jobId === null) return;
      const ended = await follow({ jobId: known.data.jobId });
      if (ended.ok || ended.failure.kind === "cancelled") return;
      // Jobs are kept for a day: one that is gone is no failure of today.
      if (["not-found", "unauthenticated"].includes(ended.failure.kind)) say({ job: null });
      else fail(ended.failure);
    },
    begin: async (text: string) => {
      say({ job: JOB_STARTING, failure: null, reading: null, ignored: new Set() });
      const person = await ensurePerson(client);
      if (!person.ok) return fail(person.failure);
      const body = new FormData();
      body.set("file", new File([text], "cv.txt", { type: "text/plain" }));
      body.set("withModel", "true");
      const headers = { "idempotency-key": crypto.randomUUID() };
      const order = () => client.requestOf(cv.extract, { body } as never, { headers });
      const ended = await follow({ order });
      if (!ended.ok && ended.failure.kind !== "cancelled") fail(ended.failure);
    },
    cancel: async () => {
      const jobId = state.job?.jobId;
      if (jobId) await client.call(jobs.cancel, { params: { jobId } });
    },
    ignore: (id: string) => {
      say({ ignored: new Set(state.ignored).add(id) });
      void keep(state.job?.jobId ?? null);
    },
    /** Stops listening; the job goes on. */
    leave: () => left.abort(),
  };
}

/** Follows a reading to its end and says each step of it. */
async function followToEnd(given: {
  readonly client: ApiClient;
  readonly beginning: JobBeginning;
  readonly signal: AbortSignal;
  readonly say: (change: Partial<AiReadingState>) => void;
  readonly onNamed: (jobId: string) => unknown;
}): Promise<Result<void>> {
  const { client, beginning, signal, say, onNamed } = given;
  let job = JOB_STARTING;
  say({ job, isLost: false, failure: null, reading: null });
  const ended = await followJob(client, beginning, {
    signal,
    onConnection: (connection) => say({ isLost: connection === "lost" }),
    onEvent: (event) => {
      const isNamed = job.jobId !== null;
      job = afterEvent(job, event);
      if (!isNamed && job.jobId !== null) void onNamed(job.jobId);
      say({ job, reading: readingOf(job) });
    },
  });
  if (ended.ok) say({ left: await readingsLeft(client) });
  return ended;
}

/** What a model read; the rules' own reading of the text is no news. */
function readingOf({ status, result }: JobProgressState) {
  const extraction = cvExtractionSchema.safeParse(status === "complete" ? result : null);
  return extraction.success && extraction.data.source === "model" ? extraction.data : null;
}

async function readingsLeft(client: ApiClient): Promise<number | null> {
  const known = await client.call(usage.read, {});
  if (!known.ok) return null;
  return known.value.meters.find(({ id }) => id === "ai-extractions")?.left ?? null;
}
