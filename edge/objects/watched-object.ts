import { DurableObject } from "cloudflare:workers";
import type { Configuration } from "../configuration.ts";
import { createLog } from "../log.ts";
import { reportCrash } from "../observe/crash-reports.ts";
import { errorLine } from "../observe/error-note.ts";

type Watching = Pick<Configuration, "SENTRY_DSN" | "LOG_LEVEL">;

/**
 * A Durable Object whose alarms don't fail unheard: what they throw is logged and reported, then thrown on
 * without its words, since workerd writes those to the console by itself. The platform repeats the alarm
 * all the same. What a call throws reaches the caller, who tells of it.
 */
export abstract class WatchedObject<E = Cloudflare.Env> extends DurableObject<E> {
  constructor(state: DurableObjectState, env: E) {
    super(state, env);
    const due = this.alarm?.bind(this);
    if (due) this.alarm = (info) => this.#watch(async () => due(info));
  }

  async #watch(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      const env = this.env as Watching;
      const requestId = crypto.randomUUID();
      const where = `alarm ${this.constructor.name}`;
      createLog(env.LOG_LEVEL ?? "info", { requestId })({
        level: "error",
        event: "alarm-crash",
        where,
        error,
      });
      await reportCrash(env, error, { requestId, where }).catch(() => undefined);
      // oxlint-disable-next-line preserve-caught-error -- its words are what must not be told
      throw new Error(errorLine(error));
    }
  }
}
