import type { Failure } from "../../shared/failure.ts";
import type { Sandbox, SandboxEvent } from "../../shared/ports/sandbox.ts";
import type { FileChange, ProjectFiles } from "../../shared/project.ts";
import { chooseSandbox, sandboxOptions } from "../../shared/sandbox/choose-sandbox.ts";
import { projectNeeds } from "../../shared/sandbox/project-needs.ts";
import type { SandboxKind, Situation } from "../../shared/sandbox/situation.ts";
import { addStep } from "./boot-steps.ts";
import { browserFacts } from "./browser-facts.ts";
import { ComeBack, type LostSandbox } from "./come-back.ts";
import { laterByTimer } from "./later.ts";
import { asChanges, withChanges } from "./node/waiting-changes.ts";
import type { PortfolioRunInput, PortfolioRunState } from "./run-state.ts";

/** A page that paints nothing by then is shown as it is, in milliseconds. */
const PAINTED_WITHIN = 8_000;
const LOG_LINES = 1_000;

/**
 * Runs a portfolio where `chooseSandbox` says, the instant preview first. What takes over does so when
 * its page has painted; what fails leaves what is shown as it is, and says why.
 */
export class RunningPortfolio {
  readonly #input: PortfolioRunInput;
  readonly #listeners = new Set<() => void>();
  #files: ProjectFiles;
  #state: PortfolioRunState;
  #failed: Partial<Record<SandboxKind, string>> = {};
  readonly #comeBack: ComeBack;
  #isLeft = false;
  /** It is shown, but lost: until something stands in its place. */
  #dead: Sandbox | null = null;
  /** Counts starts: what belongs to an earlier one is stale. */
  #start = 0;

  constructor(input: PortfolioRunInput) {
    this.#input = input;
    this.#files = input.files;
    const later = input.later ?? laterByTimer;
    this.#comeBack = new ComeBack(later, (lost) => void this.#askAgain(lost));
    const situation = this.#situation(null);
    this.#state = {
      shown: null,
      coming: null,
      isReady: false,
      choice: chooseSandbox(situation),
      options: sandboxOptions(situation),
      wish: null,
      steps: [],
      log: [],
      fallback: null,
      fallbackFrom: null,
      comesBack: false,
      failure: null,
    };
    addEventListener("online", this.#isBack);
    addEventListener("offline", this.#look);
    void this.#showInstant().then(() => this.#follow());
  }

  getState = (): PortfolioRunState => this.#state;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Files go down to whatever runs. */
  write = (changes: readonly FileChange[]): void => {
    this.#files = withChanges(this.#files, changes);
    void this.#state.shown?.files.write(changes);
    void this.#state.coming?.files.write(changes);
    this.#look();
  };

  /** The person's wish; `null` leaves the choice to us. The same again tries again. */
  choose = (wish: SandboxKind | null): void => {
    this.#failed = {};
    this.#comeBack.cancel();
    this.#set({ wish, fallback: null, fallbackFrom: null, comesBack: false });
    this.#look();
  };

  /** After `failure`. */
  retry = (): void => {
    this.#set({ failure: null });
    void this.#showInstant().then(() => this.#follow());
  };

  dispose = (): void => {
    this.#isLeft = true;
    this.#comeBack.cancel();
    removeEventListener("online", this.#isBack);
    removeEventListener("offline", this.#look);
    this.#listeners.clear();
    void this.#state.shown?.dispose();
    void this.#state.coming?.dispose();
  };

  #situation(wish: SandboxKind | null): Situation {
    const { atHand, ...surroundings } = this.#input.surroundings();
    return {
      ...surroundings,
      wish,
      needs: projectNeeds(this.#files, atHand),
      browser: browserFacts(),
      isOnline: navigator.onLine,
      failed: this.#failed,
    };
  }

  /** Decides anew, and follows the decision when it is another one. */
  #look = (): void => {
    if (this.#isLeft) return;
    const situation = this.#situation(this.#state.wish);
    const choice = chooseSandbox(situation);
    const before = this.#state.choice;
    const options = sandboxOptions(situation);
    const isSame = choice.kind === before.kind && choice.why === before.why;
    if (!isSame || JSON.stringify(options) !== JSON.stringify(this.#state.options)) {
      this.#set({ choice, options });
    }
    this.#follow();
  };

  /** The network is back. */
  #isBack = (): void => {
    this.#look();
    this.#comeBack.now();
  };

  /** What the surroundings say may have changed. */
  reconsider = (): void => this.#look();

  #follow(): void {
    const { shown, coming, choice, failure } = this.#state;
    if (this.#isLeft || shown === null || failure !== null) return;
    if (coming?.kind === choice.kind) return;
    if (coming !== null) {
      this.#start += 1;
      this.#set({ coming: null, isReady: false });
      void coming.dispose();
      const { lost } = this.#comeBack;
      if (lost?.kind === coming.kind) this.#comeBack.after(lost);
    }
    if (shown.kind !== choice.kind || shown === this.#dead) void this.#bring(choice.kind);
  }

  async #showInstant(): Promise<void> {
    const { id, open } = this.#input;
    const sandbox = await open("instant", { id, files: this.#files });
    if (this.#isLeft) return void sandbox.dispose();
    this.#set({ shown: sandbox });
    void sandbox.start().then((started) => {
      if (started.ok || this.#isLeft || this.#state.shown !== sandbox) return;
      void sandbox.dispose();
      this.#set({ shown: null, failure: started.failure });
    });
  }

  /** Starts a sandbox behind the one that is shown, and lets it take over. */
  async #bring(kind: SandboxKind): Promise<void> {
    const mine = (this.#start += 1);
    const isStale = () => this.#isLeft || mine !== this.#start;
    const { id, open } = this.#input;
    // Back to the instant preview: the steps and the log of what failed stay to be read.
    this.#set(kind === "instant" ? { isReady: false } : { steps: [], log: [], isReady: false });
    const files = this.#files;
    const sandbox = await open(kind, { id, files });
    if (isStale()) return void sandbox.dispose();
    const painted = Promise.withResolvers<Failure | null>();
    sandbox.subscribe((event) => {
      this.#hear(sandbox, event);
      const isBroken = event.type === "problems" && event.problems.length > 0;
      if (event.type === "preview-painted" || isBroken) painted.resolve(null);
      if (event.type === "status" && event.status === "failed") {
        painted.resolve(event.failure ?? null);
      }
    });
    this.#set({ coming: sandbox });
    if (files !== this.#files) await sandbox.files.write(asChanges(this.#files));
    const started = await sandbox.start();
    if (isStale()) return;
    if (!started.ok) return this.#fellBack(sandbox, started.failure);
    this.#set({ isReady: true, steps: addStep(this.#state.steps, null, performance.now()) });
    const timer = setTimeout(() => painted.resolve(null), PAINTED_WITHIN);
    const lost = await painted.promise;
    clearTimeout(timer);
    if (isStale()) return;
    // It started, and was lost before it showed anything.
    if (lost !== null) return this.#fellBack(sandbox, lost);
    const before = this.#state.shown;
    this.#dead = null;
    this.#set({ shown: sandbox, coming: null, isReady: false });
    void before?.dispose();
    if (kind !== this.#state.fallbackFrom) return;
    this.#comeBack.stands();
    this.#set({ fallback: null, fallbackFrom: null, comesBack: false });
  }

  #hear(sandbox: Sandbox, event: SandboxEvent): void {
    const { coming, shown } = this.#state;
    if (this.#isLeft || (sandbox !== coming && sandbox !== shown)) return;
    if (event.type === "log") {
      this.#set({ log: [...this.#state.log.slice(1 - LOG_LINES), event.text] });
    }
    if (event.type === "packages-change") this.#input.onPackages(event.changes);
    if (event.type !== "status") return;
    if (event.step && sandbox === coming) {
      this.#set({ steps: addStep(this.#state.steps, event.step, performance.now()) });
    }
    if (event.status === "failed" && event.failure && sandbox === shown) {
      this.#fellBack(sandbox, event.failure);
    }
  }

  /** A sandbox couldn't start, or was lost: the next in the chain, and the person is told why. */
  #fellBack(sandbox: Sandbox, failure: Failure): void {
    const { kind } = sandbox;
    const before = this.#state;
    const wish = before.wish === kind ? null : before.wish;
    this.#start += 1;
    this.#failed = { ...this.#failed, [kind]: failure.message };
    // What is lost again for the same reason is no news.
    const isSame = before.fallbackFrom === kind && before.fallback?.message === failure.message;
    this.#set({
      coming: null,
      isReady: false,
      fallback: isSame ? before.fallback : failure,
      fallbackFrom: kind,
      comesBack: this.#comeBack.after({ kind, wish: before.wish, failure }),
      choice: chooseSandbox(this.#situation(wish)),
      wish,
      steps: addStep(before.steps, null, performance.now()),
    });
    if (sandbox === before.shown) {
      // What was shown stays on the screen until the instant preview stands in its place.
      this.#dead = sandbox;
      void this.#bring(this.#state.choice.kind);
      return;
    }
    void sandbox.dispose();
    this.#follow();
  }

  /** What was lost may be there again; the instant preview goes on until it is. */
  async #askAgain(lost: LostSandbox): Promise<void> {
    if (this.#state.coming === null) await this.#input.lookAround();
    if (this.#isLeft || this.#comeBack.lost !== lost) return;
    if (this.#state.coming === null) {
      const { [lost.kind]: _, ...failed } = this.#failed;
      this.#failed = failed;
      this.#set({ wish: lost.wish });
      this.#look();
    }
    if (this.#state.choice.kind !== lost.kind) this.#comeBack.after(lost);
  }

  #set(change: Partial<PortfolioRunState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}
