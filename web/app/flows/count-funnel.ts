import type { FunnelStep } from "../../../shared/funnel.ts";
import { countsNext } from "../../../shared/funnel.ts";
import type { SandboxKind } from "../../../shared/sandbox/situation.ts";

export type Counted = { readonly step: FunnelStep } | { readonly sandbox: SandboxKind };

export interface Funnel {
  /** Somebody has come so far. A drop begins a new way. */
  reach(step: FunnelStep): void;
  /** A kind of sandbox was chosen for the portfolio that is open. */
  choose(kind: SandboxKind): void;
}

/**
 * Says to the server, in bare words, how far people come. Nothing is asked or sent where the browser
 * objects (`objects`), and nothing sent where the operator doesn't want it (`isWanted`, asked once, with
 * the first thing to count).
 */
export function openFunnel(given: {
  readonly objects: boolean;
  readonly isWanted: () => Promise<boolean>;
  readonly send: (what: Counted) => void;
  /** Steps of this way that an earlier page counted: who makes an account on it leaves the page and comes back. */
  readonly recall: () => readonly FunnelStep[];
  readonly remember: (counted: readonly FunnelStep[]) => void;
}): Funnel {
  const { objects, isWanted, send, recall, remember } = given;
  const counted = new Set(objects ? [] : recall());
  let wanted: Promise<boolean> | null = null;
  const say = (what: Counted) => {
    if (objects) return;
    wanted ??= isWanted();
    void wanted.then((isSo) => isSo && send(what));
  };
  return {
    reach(step) {
      if (objects) return;
      if (step === "drop") counted.clear();
      if (!countsNext(counted, step)) return;
      counted.add(step);
      remember([...counted]);
      say({ step });
    },
    choose: (kind) => say({ sandbox: kind }),
  };
}
