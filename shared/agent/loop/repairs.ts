import { AGENT_LIMITS } from "../../limits.ts";
import type { StopSignal } from "../../ports/stop-signal.ts";
import type { BuildCheck, Workspace } from "../../ports/workspace.ts";
import { markData } from "../context/mark-data.ts";
import { baselineOf, lookAtPage, newlyWrong, type Baseline } from "./check-site.ts";
import type { AgentEvent, Fact } from "./events.ts";
import type { Journal } from "./journal.ts";
import { runTests, testsWrittenIn } from "./run-tests.ts";
import { asItWasBefore, takeBack, type TakenBack } from "./take-back.ts";

/** How the site stands after a turn. */
export type Checked =
  /** Nothing was changed that isn’t known to work. */
  | { readonly kind: "good"; readonly facts: readonly Fact[] }
  /** Something is wrong, and these words tell the model. */
  | { readonly kind: "told"; readonly words: string }
  | { readonly kind: "not-mended"; readonly why: string }
  | { readonly kind: "stopped" };

interface Around {
  readonly workspace: Workspace;
  readonly journal: Journal;
  readonly signal: StopSignal;
  /** Permissions that were asked for, by what and about. */
  readonly answered: ReadonlyMap<string, boolean>;
}

/** Looks at the site after changes and says when the agent may try again to mend it, and when not. */
export class Repairs {
  readonly #around: Around;
  #baseline: Baseline | null = null;
  /** What wasn’t right with the finished page before the message; `null` until it is asked for. */
  #pageBefore: ReadonlySet<string> | null = null;
  /** What was wrong when the model was told last; `null` once all is well. */
  #told: string | null = null;
  #count = 0;
  /** The journal's revision that was looked at last. */
  #checked = 0;
  /** The last look found something wrong with the finished page or the tests, not with the build. */
  #isPageWrong = false;

  constructor(around: Around) {
    this.#around = around;
  }

  /** Tries to mend so far. */
  get count(): number {
    return this.#count;
  }

  /** The next answer is to mend what the agent broke. */
  get isRepairing(): boolean {
    return this.#told !== null;
  }

  /** Before the first change: what is wrong already. */
  async lookBefore(): Promise<void> {
    if (this.#baseline !== null) return;
    const { workspace, signal } = this.#around;
    const checked = await workspace.check(signal);
    this.#baseline = checked.ok ? baselineOf(checked.value) : new Set();
  }

  /** After an answer with tool calls. */
  async *checkTurn(): AsyncGenerator<AgentEvent, Checked> {
    const { journal } = this.#around;
    // It has only looked around: what was wrong still is, and it was told so.
    if (journal.revision === this.#checked) return { kind: "good", facts: [] };
    return yield* this.#checkBuild();
  }

  /** After an answer without tool calls: the model means that it is done. */
  async *checkFinished(): AsyncGenerator<AgentEvent, Checked> {
    if (this.#told !== null && !this.#isPageWrong) return NOT_TRIED;
    const { journal, signal } = this.#around;
    if (journal.changes.length === 0) return { kind: "good", facts: [] };
    // What was seen to be good is looked at once more without a word: an error may have come late.
    const built = yield* this.#checkBuild(journal.revision === this.#checked);
    if (built.kind !== "good") return built;
    yield { type: "page-check" };
    const page = await this.#lookAtPage(signal);
    if (page === null) return { kind: "stopped" };
    const wrong = wrongIn(page);
    this.#isPageWrong = wrong.length > 0;
    if (wrong.length > 0) {
      for (const message of wrong) yield { type: "problem", message };
      return yield* this.#tell(wrong.join("\n"), wrong.join("\n"));
    }
    const tests = yield* this.#runTests();
    if (signal.aborted) return { kind: "stopped" };
    if (tests?.holds === false) {
      // Taken back as what isn’t right with the page is: to before the message.
      this.#isPageWrong = true;
      yield { type: "problem", message: tests.said };
      return yield* this.#tell(tests.said, tests.said);
    }
    this.#told = null;
    return { kind: "good", facts: [...built.facts, ...page, ...(tests === null ? [] : [tests])] };
  }

  /** What the message has written to be run; `null` where that is nothing. */
  async *#runTests(): AsyncGenerator<AgentEvent, Fact | null> {
    const { workspace, journal, signal } = this.#around;
    const paths = testsWrittenIn(journal);
    if (paths.length === 0) return null;
    yield { type: "test-run" };
    return runTests(workspace, paths, signal);
  }

  /** The finished page; what wasn’t right before isn’t held against the message. `null` when stopped. */
  async #lookAtPage(signal: StopSignal): Promise<readonly Fact[] | null> {
    const { workspace, answered } = this.#around;
    const allowed = [...answered].filter(([, isAllowed]) => isAllowed).map(([about]) => about);
    const page = await lookAtPage(workspace, signal, allowed);
    if (!page.ok) return null;
    if (wrongIn(page.value).length === 0) return page.value;
    const before = await this.#wrongBefore();
    return page.value.map((fact) =>
      fact.holds === false && before.has(fact.said) ? { ...fact, holds: null } : fact,
    );
  }

  /** Looked at only when the page as it is now is wrong: it takes a build, and the files of then. */
  async #wrongBefore(): Promise<ReadonlySet<string>> {
    if (this.#pageBefore !== null) return this.#pageBefore;
    const { workspace } = this.#around;
    const page = await asItWasBefore(this.#around, () => lookAtPage(workspace, NEVER_STOPS, []));
    return (this.#pageBefore = new Set(page?.ok ? wrongIn(page.value) : []));
  }

  /** @param isKnown it was seen to be good, and only what is wrong now is told */
  async *#checkBuild(isKnown = false): AsyncGenerator<AgentEvent, Checked> {
    const { workspace, journal, signal } = this.#around;
    this.#checked = journal.revision;
    if (!isKnown) yield { type: "build", state: "checking" };
    const checked = await workspace.check(signal);
    if (signal.aborted) return { kind: "stopped" };
    if (!checked.ok) {
      if (!isKnown) yield { type: "build", state: "unknown" };
      return {
        kind: "good",
        facts: [{ id: "builds", holds: null, said: checked.failure.message }],
      };
    }
    const wrong = newlyWrong(checked.value, this.#baseline ?? new Set());
    const { durationMs } = checked.value;
    if (wrong.key === "") {
      if (!isKnown) yield { type: "build", state: "good", durationMs };
      // Of a page that was wrong it isn’t known yet: the finished page is looked at in the end.
      if (!this.#isPageWrong) this.#told = null;
      journal.markGood();
      return { kind: "good", facts: buildFacts(checked.value) };
    }
    this.#isPageWrong = false;
    yield { type: "build", state: "bad", durationMs };
    for (const { message, path, line } of wrong.problems) {
      yield {
        type: "problem",
        message,
        ...(path === undefined ? {} : { path }),
        ...(line === undefined ? {} : { line }),
      };
    }
    for (const message of wrong.consoleErrors) yield { type: "problem", message };
    return yield* this.#tell(wrong.key, wordsOf(wrong));
  }

  /** Lets the model try again, four times at most and never at the same error twice. */
  async *#tell(key: string, words: string): AsyncGenerator<AgentEvent, Checked> {
    if (key === this.#told) {
      return { kind: "not-mended", why: "The same error came again after a repair." };
    }
    if (this.#count >= AGENT_LIMITS.repairs) {
      return { kind: "not-mended", why: `${AGENT_LIMITS.repairs} repairs didn’t mend it.` };
    }
    this.#told = key;
    this.#count += 1;
    const { repairs } = AGENT_LIMITS;
    yield { type: "repair", repair: this.#count, of: repairs };
    const asked = `Your change isn’t right yet. Mend it; this is try ${this.#count} of ${repairs}.`;
    return { kind: "told", words: `${asked}\n${markData("what is wrong", words)}` };
  }

  /** Back to where it last worked; to before the message when the page isn’t right there either. */
  takeBack(): Promise<TakenBack> {
    return takeBack(this.#around, async () => {
      if (this.#isPageWrong) return false;
      const page = await this.#lookAtPage(NEVER_STOPS);
      return page !== null && wrongIn(page).length === 0;
    });
  }
}

const wrongIn = (facts: readonly Fact[]): readonly string[] =>
  facts.filter(({ holds }) => holds === false).map(({ said }) => said);

/** Taking back isn’t stopped by the stop that made it needed. */
const NEVER_STOPS: StopSignal = {
  aborted: false,
  addEventListener: () => undefined,
  removeEventListener: () => undefined,
};

const NOT_TRIED: Checked = { kind: "not-mended", why: "It was given up without another try." };

const buildFacts = ({ consoleErrors, problems }: BuildCheck): readonly Fact[] => [
  problems.length === 0
    ? { id: "builds", holds: true, said: "It builds." }
    : { id: "builds", holds: null, said: "What was wrong before still is." },
  consoleErrors.length === 0
    ? { id: "console", holds: true, said: "The page shows no error." }
    : { id: "console", holds: null, said: "The page shows the errors that it showed before." },
];

const wordsOf = ({ problems, consoleErrors }: ReturnType<typeof newlyWrong>): string =>
  [
    ...problems.map(({ message, path, line, excerpt, hint }) => {
      const place = path === undefined ? "" : `${path}${line === undefined ? "" : `:${line}`}: `;
      const lines = excerpt?.lines.map((text, at) => `${excerpt.start + at}: ${text}`) ?? [];
      return [`${place}${message}`, ...lines, ...(hint === undefined ? [] : [hint])].join("\n");
    }),
    ...consoleErrors.map((text) => `console error: ${text}`),
  ]
    .join("\n\n")
    .slice(0, 8_000);
