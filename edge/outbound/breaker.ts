/** When a breaker opens and looks again; times are milliseconds. */
export interface BreakerRule {
  /** So many failures one after another open it … */
  readonly breakAfter: number;
  /** … and after this time one call is let through to see. */
  readonly halfOpenAfterMs: number;
  /** A call that looks and says nothing for so long is lost: its request has ended. Another may look. */
  readonly lostAfterMs: number;
}

export interface Breaker {
  /** Whether a call may be made now (epoch milliseconds). */
  admits(now: number): boolean;
  /** The other side answered. */
  succeeded(): void;
  failed(now: number): void;
  /** The call ended without telling anything of the other side: stopped, or never sent. */
  undecided(): void;
  state(): "closed" | "open" | "half-open";
}

/**
 * A circuit breaker for many requests in one isolate. While one call looks whether the other side is
 * well again, all others are refused at once: in workerd a request that waits for another's promise
 * hangs, and one whose caller has left never ends its look.
 */
export function createBreaker(rule: BreakerRule): Breaker {
  let failures = 0;
  let openedAt: number | null = null;
  let lookedAt: number | null = null;
  return {
    admits: (now) => {
      if (openedAt === null) return true;
      const isLooking = lookedAt !== null && now - lookedAt < rule.lostAfterMs;
      if (isLooking || now - openedAt < rule.halfOpenAfterMs) return false;
      lookedAt = now;
      return true;
    },
    succeeded: () => {
      failures = 0;
      openedAt = null;
      lookedAt = null;
    },
    failed: (now) => {
      failures += 1;
      if (failures < rule.breakAfter && lookedAt === null) return;
      openedAt = now;
      lookedAt = null;
    },
    undecided: () => {
      lookedAt = null;
    },
    state: () => {
      if (openedAt === null) return "closed";
      return lookedAt === null ? "open" : "half-open";
    },
  };
}
