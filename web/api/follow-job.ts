import { jobs } from "../../shared/api/jobs.ts";
import type { Result } from "../../shared/failure.ts";
import { jobEventSchema, type JobEvent } from "../../shared/job.ts";
import { queuePlaceSchema } from "../../shared/job-result.ts";
import type { ApiClient } from "./open-client.ts";
import { readEvents, type StreamInput } from "./read-events.ts";

export type JobBeginning =
  /** Orders the job; the same request again names the same job (`idempotency-key`). */
  | { readonly order: () => Request }
  /** One that was ordered before, after a reload say. */
  | { readonly jobId: string };

/**
 * Reads a job's events from the first to the last, through lost connections and reloads: each once and
 * in order. The job goes on without its reader. Fails as `readEvents` does.
 */
export function followJob(
  client: ApiClient,
  beginning: JobBeginning,
  input: Pick<StreamInput, "onConnection" | "signal" | "chance" | "wait"> & {
    readonly onEvent: (event: JobEvent) => void;
  },
): Promise<Result<void>> {
  let jobId = "jobId" in beginning ? beginning.jobId : null;
  const { onEvent, ...rest } = input;
  return readEvents({
    ...rest,
    send: client.send,
    requestAfter: (lastId) => {
      if (jobId === null && "order" in beginning) return beginning.order();
      const headers = lastId > 0 ? { "last-event-id": String(lastId) } : {};
      return client.requestOf(jobs.events, { params: { jobId: jobId! }, query: {} }, { headers });
    },
    onEvent: ({ data }) => {
      const event = jobEventSchema.parse(JSON.parse(data));
      const place = queuePlaceSchema.safeParse(event.detail);
      if (place.success) jobId = place.data.jobId;
      onEvent(event);
      return event.type === "complete" || event.type === "error" ? "end" : "more";
    },
  });
}
