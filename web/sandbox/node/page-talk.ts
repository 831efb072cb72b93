import type { ConsoleEntry } from "../../../shared/build.ts";
import type { Later } from "../later.ts";
import type { PageError } from "./node-machine.ts";

/** From inside/preview.mjs. The person's code can forge these: they are data, nothing more. */
export type FromPage =
  /** A document has begun; it was served after the update with this stamp. */
  | { readonly type: "begun"; readonly stamp: number }
  | { readonly type: "painted" }
  | { readonly type: "applied"; readonly stamp: number }
  /** The answer to a ping. `hasLine`: updates of the dev server come to it. */
  | { readonly type: "here"; readonly hasLine: boolean }
  | { readonly type: "thrown"; readonly message: string; readonly stack: string }
  | {
      readonly type: "console";
      readonly level: ConsoleEntry["level"];
      readonly text: string;
      readonly at: number;
      readonly stack: string;
    };

export interface PageListeners {
  /** The frame shows something else than the page: another one is to take its place. */
  readonly onSilent: () => void;
  readonly onPainted: () => void;
  /** Absent where the machine tells what pages throw. */
  readonly onThrown?: (error: PageError) => void;
  readonly onConsole: (entry: Omit<ConsoleEntry, "path" | "line">, stack: string) => void;
}

export interface PageTalkParts extends PageListeners {
  /** False: nobody is there to say it to. */
  readonly say: (message: "reload" | "ping") => boolean;
  readonly later: Later;
}

export interface PageTalk {
  /** Another document than before is about to come. */
  expect(): void;
  hear(message: FromPage): void;
  /** Loads the page afresh; asks for a new frame if nothing begins in the old one. */
  startAgain(): void;
  /** Resolves when the page has taken the update with this stamp over, or can't. */
  untilApplied(stamp: number): Promise<void>;
  end(): void;
}

const LEVELS: readonly string[] = ["log", "info", "warn", "error", "debug"];
/** A page that hasn't taken an update over is asked so often whether it is there, in milliseconds. */
const PING_EVERY = 4_000;
/** It is gone when it has said nothing at all after so many. */
const PINGS = 5;
/** Where nothing begins by then after a restart stands something else than the page, in milliseconds. */
const SILENT_AFTER = 6_000;

/**
 * The talk with one page. Whether it has an update is what the page says: it counts the dev server's
 * updates, and loads itself afresh when it has missed one. A slow page is waited for; only one that
 * answers nothing, or that has no line to the dev server, is loaded afresh from here.
 */
export function talkWithPage(parts: PageTalkParts): PageTalk {
  let hasBegun = false;
  let taken = 0;
  let stopSilence: () => void = () => undefined;
  /** Who waits for an update hears everything that the page says. */
  const waiting = new Set<(said: FromPage) => void>();

  const startAgain = () => {
    hasBegun = false;
    stopSilence();
    if (parts.say("reload")) stopSilence = parts.later(parts.onSilent, SILENT_AFTER);
  };
  const untilApplied = async (stamp: number) => {
    // A document that is still to come has every update, or sees to it itself.
    if (stamp === 0 || !hasBegun || taken >= stamp) return;
    const ended = await untilTaken(parts, waiting, () => taken >= stamp);
    if (ended === "lost") startAgain();
  };

  return {
    expect: () => {
      hasBegun = false;
    },
    hear: (said) => {
      if (said.type === "console") tellConsole(said, parts.onConsole);
      if (said.type === "thrown") tellThrown(said, parts.onThrown);
      if (said.type === "begun") {
        hasBegun = true;
        stopSilence();
      }
      if (said.type === "begun" || said.type === "applied") {
        taken = Math.max(taken, Number(said.stamp) || 0);
      }
      if (said.type === "painted" || said.type === "applied") parts.onPainted();
      for (const look of waiting) look(said);
    },
    startAgain,
    untilApplied,
    end: () => {
      taken = Number.POSITIVE_INFINITY;
      stopSilence();
      for (const look of waiting) look({ type: "painted" });
    },
  };
}

/** `lost`: nothing will ever bring the update to this page; `late`: it is there, and hasn't taken it over. */
async function untilTaken(
  { say, later }: Pick<PageTalkParts, "say" | "later">,
  hearers: Set<(said: FromPage) => void>,
  isTaken: () => boolean,
): Promise<"taken" | "lost" | "late"> {
  const end = Promise.withResolvers<"taken" | "lost" | "late">();
  let isThere = false;
  let asked = 0;
  const look = (said: FromPage) => {
    isThere = true;
    if (isTaken()) end.resolve("taken");
    else if (said.type === "here" && !said.hasLine) end.resolve("lost");
  };
  const ask = () => {
    if (asked === PINGS) return end.resolve(isThere ? "late" : "lost");
    if (asked === 0) isThere = false;
    asked += 1;
    say("ping");
    stop = later(ask, PING_EVERY);
  };
  let stop = later(ask, PING_EVERY);
  hearers.add(look);
  const ended = await end.promise;
  hearers.delete(look);
  stop();
  return ended;
}

function tellConsole(
  { level, text, at, stack }: FromPage & { type: "console" },
  onConsole: PageListeners["onConsole"],
): void {
  if (LEVELS.includes(level)) onConsole({ level, text: String(text), at }, String(stack));
}

function tellThrown(
  { message, stack }: FromPage & { type: "thrown" },
  onThrown: PageListeners["onThrown"],
): void {
  onThrown?.({ message: String(message), stack: String(stack) });
}
