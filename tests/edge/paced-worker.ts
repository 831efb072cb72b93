/**
 * The real worker, but that its jobs do nothing except say something at an even pace, so that a stream
 * through it can be held against the same stream sent directly. Who calls is what a header says.
 */
import { DurableObject } from "cloudflare:workers";
import type { JobEnv } from "../../edge/jobs/job-work.ts";
import { openEventLog, type EventLog } from "../../edge/objects/event-log.ts";
import { GONE } from "../../edge/objects/job-failures.ts";
import { openObjectKey } from "../../edge/objects/object-key.ts";
import { fail, type Result } from "../../shared/failure.ts";
import { PACE, WORDS } from "./pace.ts";

export { JobQueue } from "../../edge/objects/job-queue.ts";
export { MetricsBoard } from "../../edge/objects/metrics-board.ts";
export { PersonQuota } from "../../edge/objects/person-quota.ts";
export { ReadingCache } from "../../edge/objects/reading-cache.ts";
export { SignInGuard } from "../../edge/objects/sign-in-guard.ts";
export { default } from "./test-worker.ts";

/** Its events are sealed, written down and only then shown, as every job's. */
export class Job extends DurableObject<JobEnv> {
  #isOver = false;
  #hasBegun = false;
  #events: Promise<EventLog> | null = null;

  /** Opens what a real job has opened by the time somebody listens: it was ordered before. */
  async isOwnedBy(): Promise<boolean> {
    await this.#open();
    return true;
  }

  view(): Result<never> {
    return fail(GONE);
  }

  override async fetch(): Promise<Response> {
    const events = await this.#open();
    if (!this.#hasBegun) this.ctx.waitUntil(this.#speak(events));
    this.#hasBegun = true;
    return new Response(events.stream(0), {
      headers: { "content-type": "text/event-stream", "cache-control": "no-store" },
    });
  }

  #open(): Promise<EventLog> {
    this.#events ??= (async () => {
      const { storage } = this.ctx;
      const key = await openObjectKey(storage.sql, this.env.MASTER_KEYS);
      if (!key.ok) throw new Error(key.failure.message);
      return openEventLog(storage, key.value.content, () => this.#isOver);
    })();
    return this.#events;
  }

  async #speak(events: EventLog): Promise<void> {
    const began = Date.now();
    for (let n = 0; n < PACE.events; n += 1) {
      const due = began + n * PACE.everyMs;
      await new Promise((wake) => setTimeout(wake, Math.max(0, due - Date.now())));
      await events.append({ type: "progress", step: "read", message: WORDS }, () => {
        this.#isOver = n === PACE.events - 1;
      });
    }
  }
}
