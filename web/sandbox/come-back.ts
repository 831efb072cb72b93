import type { Failure, FailureKind } from "../../shared/failure.ts";
import type { SandboxKind } from "../../shared/sandbox/situation.ts";
import type { Later } from "./later.ts";

/** Ends of a machine or of the way to it. Another window's, the person's own and a broken project's aren't. */
const PASSING: readonly FailureKind[] = ["unavailable", "timed-out", "rate-limited"];
/** Between one try and the next, in milliseconds; the last for all that follow. */
const TRY_AFTER = [2_000, 5_000, 10_000, 20_000, 40_000, 60_000] as const;
/** One that has run for so long was no part of the last trouble, in milliseconds. */
const STEADY_AFTER = 60_000;

/**
 * When a sandbox that was lost, or didn't start, is asked for again by itself (R3.7): milliseconds from
 * now; `null`: that is the person's to say. A page's own container isn't brought back so: what ended it,
 * too little memory say, would end it again.
 */
export function triesAgainIn(kind: SandboxKind, failure: Failure, tries: number): number | null {
  if (kind !== "hosted" || !failure.retryable || !PASSING.includes(failure.kind)) return null;
  const due = TRY_AFTER[Math.min(tries, TRY_AFTER.length - 1)]!;
  return Math.max(due, failure.retryAfterMs ?? 0);
}

/** What was lost, and whether it was the person's wish. */
export interface LostSandbox {
  readonly kind: SandboxKind;
  readonly wish: SandboxKind | null;
  readonly failure: Failure;
}

/** Brings back what was lost, with longer and longer pauses. */
export class ComeBack {
  readonly #later: Later;
  readonly #ask: (lost: LostSandbox) => void;
  #lost: LostSandbox | null = null;
  #tries = 0;
  #stopWaiting: () => void = () => undefined;
  #stopSteady: () => void = () => undefined;

  constructor(later: Later, ask: (lost: LostSandbox) => void) {
    this.#later = later;
    this.#ask = ask;
  }

  /** What comes back by itself; `null`: nothing does. */
  get lost(): LostSandbox | null {
    return this.#lost;
  }

  /** It was lost, or the last try failed. Gives whether it is asked for again. */
  after(lost: LostSandbox): boolean {
    this.#stopWaiting();
    this.#stopSteady();
    const dueIn = triesAgainIn(lost.kind, lost.failure, this.#tries);
    this.#lost = dueIn === null ? null : lost;
    if (dueIn === null) return false;
    this.#tries += 1;
    this.#stopWaiting = this.#later(() => this.#ask(lost), dueIn);
    return true;
  }

  /** Something speaks for it: asks at once. */
  now(): void {
    if (this.#lost === null) return;
    this.#stopWaiting();
    this.#ask(this.#lost);
  }

  /** It stands again. */
  stands(): void {
    this.#stopWaiting();
    this.#lost = null;
    this.#stopSteady();
    this.#stopSteady = this.#later(() => (this.#tries = 0), STEADY_AFTER);
  }

  /** Nobody waits for it any longer. */
  cancel(): void {
    this.#stopWaiting();
    this.#stopSteady();
    this.#lost = null;
    this.#tries = 0;
  }
}
