import { SANDBOX_CHOICE } from "../limits.ts";
import type { SandboxKind, Situation } from "./situation.ts";

/** Where a portfolio runs, and why. */
export interface SandboxChoice {
  readonly kind: SandboxKind;
  /** One sentence for the person. */
  readonly why: string;
  /** The instant preview stands first, and this sandbox starts behind it (R3.3). */
  readonly startsBehind: boolean;
  /** What to try next, in order, when it can't start; ends with `instant`. */
  readonly fallbacks: readonly SandboxKind[];
  /** Whose servers are contacted for it, to be said on the screen; `null`: nobody's but ours. */
  readonly contacts: "stackblitz" | null;
}

/** Each way to run, and whether it can be had now: for the menu. */
export interface SandboxOption {
  readonly kind: SandboxKind;
  /** Why it can't be had; `null` when it can. */
  readonly closed: string | null;
}

/** Why a kind can't be had now; `null` when it can. Rows are tried in order. */
type Bar = readonly [when: (situation: Situation) => boolean, why: string];

/** Over the local runner Node runs on the machine itself: the browser's rules don't matter there. */
const fromStackBlitz = ({ offer }: Situation) => offer.webcontainer === "stackblitz";

const WEBCONTAINER_BARS: readonly Bar[] = [
  [({ offer }) => offer.webcontainer === "off", "Node in the browser is switched off here."],
  [
    (given) => fromStackBlitz(given) && !given.isOnline,
    "Node in the browser needs the network, and you are offline.",
  ],
  [
    (given) => fromStackBlitz(given) && given.browser.isIos,
    "Node in the browser doesn’t run on iPhone and iPad.",
  ],
  [
    (given) => fromStackBlitz(given) && !given.browser.isIsolated,
    "This page was loaded without the isolation that Node in the browser needs.",
  ],
  [
    (given) => fromStackBlitz(given) && !given.browser.hasSharedMemory,
    "This browser lacks the shared memory that Node in the browser needs.",
  ],
  [
    (given) => fromStackBlitz(given) && !given.browser.allowsThirdPartyStorage,
    "This browser blocks the storage that Node in the browser needs.",
  ],
];

const HOSTED_BARS: readonly Bar[] = [
  [({ offer }) => offer.hosted === "off", "Hosted sandboxes aren’t offered here."],
  [({ isOnline }) => !isOnline, "A hosted sandbox needs the network, and you are offline."],
  [({ offer }) => offer.hosted === "down", "Hosted sandboxes don’t answer at the moment."],
  [
    ({ offer }) => offer.hosted === "full",
    "All hosted sandboxes are taken, and the queue is full.",
  ],
];

const BARS: Readonly<Record<SandboxKind, readonly Bar[]>> = {
  instant: [],
  webcontainer: WEBCONTAINER_BARS,
  hosted: HOSTED_BARS,
};

/** Why this kind can't be had now, in a sentence; `null` when it can. */
export function closedBecause(kind: SandboxKind, situation: Situation): string | null {
  return BARS[kind].find(([when]) => when(situation))?.[1] ?? null;
}

/** What the menu shows, in its order. */
export function sandboxOptions(situation: Situation): readonly SandboxOption[] {
  return (["instant", "webcontainer", "hosted"] as const)
    .filter((kind) => kind !== "hosted" || situation.offer.hosted !== "off")
    .map((kind) => ({ kind, closed: closedBecause(kind, situation) }));
}

/** A reason to run elsewhere than in the instant sandbox, and the places that serve it, best first. */
interface Need {
  readonly because: string;
  readonly kinds: readonly SandboxKind[];
}

const NEEDS: readonly ((situation: Situation) => Need | null)[] = [
  (situation) => {
    const { wish } = situation;
    if (wish === null) return null;
    const others = wish !== "instant" && nodeReason(situation) !== null ? NODE_FREE : [];
    return { because: "You chose this.", kinds: [wish, ...others.filter((kind) => kind !== wish)] };
  },
  ({ isShared }) =>
    isShared ? { because: "It is shared by a link.", kinds: ["hosted", "instant"] } : null,
  (situation) => {
    const because = nodeReason(situation);
    if (because === null) return null;
    const isPaid = situation.tier === "premium";
    return { because, kinds: isPaid || isHeavy(situation) ? NODE_PAID : NODE_FREE };
  },
  (situation) =>
    isHeavy(situation) ? { because: "The project is large.", kinds: ["hosted", "instant"] } : null,
];

const NODE_FREE: readonly SandboxKind[] = ["webcontainer", "hosted"];
const NODE_PAID: readonly SandboxKind[] = ["hosted", "webcontainer"];

/** Why the project needs Node; `null` when it doesn't. */
export function nodeReason({ needs }: Pick<Situation, "needs">): string | null {
  const [first, second] = needs.packagesOutside;
  if (first !== undefined && second !== undefined) {
    return `The project uses ${first} and ${needs.packagesOutside.length - 1} more of your own packages.`;
  }
  if (first !== undefined) return `The project uses the package ${first}.`;
  return needs.nodeFeature === null ? null : `The project uses ${needs.nodeFeature}.`;
}

const isHeavy = ({ needs, offer }: Situation) =>
  offer.hosted !== "off" &&
  (needs.bytes > SANDBOX_CHOICE.heavyBytes ||
    needs.packagesOutside.length > SANDBOX_CHOICE.heavyPackages);

const INSTANT_WHY = "It runs in this browser, with nothing to install.";

/**
 * Chooses where a portfolio runs (R3.2). Pure: the README beside it has the table. What the person
 * wishes goes first, then what the project needs; what can't be had is passed over, and said.
 */
export function chooseSandbox(situation: Situation): SandboxChoice {
  for (const needOf of NEEDS) {
    const need = needOf(situation);
    if (need !== null) return serve(need, situation);
  }
  return choice("instant", INSTANT_WHY, [], situation);
}

function serve(need: Need, situation: Situation): SandboxChoice {
  const barred = (kind: SandboxKind) =>
    closedBecause(kind, situation) ??
    (situation.wish === kind ? null : (situation.failed[kind] ?? null));
  const [first, ...others] = need.kinds.filter((kind) => barred(kind) === null);
  const passed = need.kinds.slice(0, first && need.kinds.indexOf(first)).map(barred);
  // The instant sandbox serves when nothing else does, and the person is told in one line.
  if (first === undefined || first === "instant") {
    const why = passed[0] ? `${passed[0]} The instant preview runs instead.` : INSTANT_WHY;
    return choice("instant", why, [], situation);
  }
  const hasQueue = first === "hosted" && situation.offer.hosted === "busy";
  const then = hasQueue ? ["There is a queue for it."] : passed;
  return choice(first, [need.because, ...then].join(" "), others, situation);
}

function choice(
  kind: SandboxKind,
  why: string,
  others: readonly SandboxKind[],
  { offer }: Situation,
): SandboxChoice {
  const fallbacks =
    kind === "instant"
      ? []
      : [...others.filter((other) => other !== "instant"), "instant" as const];
  return {
    kind,
    why,
    startsBehind: kind !== "instant",
    fallbacks,
    contacts: kind === "webcontainer" && offer.webcontainer === "stackblitz" ? "stackblitz" : null,
  };
}
