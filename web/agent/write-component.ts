import { askForComponent } from "../../shared/agent/components/ask-for-component.ts";
import {
  tellOfComponent,
  type ComponentWish,
} from "../../shared/agent/components/tell-of-component.ts";
import { judgeComponent } from "../../shared/agent/walls/judge-component.ts";
import { fail, ok, type Failure, type Result } from "../../shared/failure.ts";
import type { ModelPort } from "../../shared/ports/model.ts";
import type { StopSignal } from "../../shared/ports/stop-signal.ts";

/** Components that were good before, by all that the model was told of them. */
export interface ComponentCache {
  find(told: string): Promise<string | null>;
  keep(told: string, source: string): Promise<void>;
}

export interface WritingParts {
  readonly cache: ComponentCache;
  /** Asks a model, once somebody may. */
  readonly withModel: (
    ask: (model: ModelPort) => Promise<Result<string>>,
  ) => Promise<Result<string>>;
  readonly signal: StopSignal;
}

export interface Written {
  readonly source: string;
  /** What the wall says against it, as a clause; `null`: nothing. */
  readonly why: string | null;
  /** Keeps it for who asks the same again: once it has stood all checks. */
  readonly keep: () => Promise<void>;
}

/**
 * A component for a place of the portfolio, from the cache or a model. Fails with `invalid` where there
 * can’t be one, and as asking does.
 */
export async function writeComponent(
  wish: ComponentWish,
  { cache, withModel, signal }: WritingParts,
): Promise<Result<Written>> {
  const telling = tellOfComponent(wish);
  if ("why" in telling) return fail(noneFor(telling.why));
  const { told, question } = telling;
  const known = await cache.find(told);
  const asked =
    known === null
      ? await withModel((model) => askForComponent(model, wish.id, question, signal))
      : ok(known);
  if (!asked.ok) return asked;
  const source = asked.value;
  const verdict = judgeComponent(wish.id, source);
  const why = verdict.kind === "no" ? verdict.why : null;
  return ok({ source, why, keep: () => cache.keep(told, source) });
}

const noneFor = (why: string): Failure => ({
  kind: "invalid",
  message: `Another one can’t be written here: ${why}.`,
  nextStep: "Fill in what it shows, or choose another part of the page.",
  retryable: false,
});
