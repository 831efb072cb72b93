import type { Failure } from "../../shared/failure.ts";
import type { Sandbox, SandboxEvent } from "../../shared/ports/sandbox.ts";
import type { FileChange, ProjectFiles } from "../../shared/project.ts";
import { chooseSandbox, sandboxOptions } from "../../shared/sandbox/choose-sandbox.ts";
import type { SandboxChoice, SandboxOption } from "../../shared/sandbox/choose-sandbox.ts";
import { projectNeeds } from "../../shared/sandbox/project-needs.ts";
import type { SandboxKind, Situation } from "../../shared/sandbox/situation.ts";
import { addStep, type BootStep } from "./boot-steps.ts";
import { browserFacts } from "./browser-facts.ts";

/** What the page that runs a portfolio knows and we can't find out. */
export interface Surroundings extends Pick<Situation, "tier" | "offer" | "isShared"> {
  /** Import specifiers that the instant sandbox brings. */
  readonly atHand: readonly string[];
}

export interface PortfolioRunState {
  /** What the person sees; `null` only before the first one is open. */
  readonly shown: Sandbox | null;
  /** What starts behind it and will take its place (R3.3). */
  readonly coming: Sandbox | null;
  /** The coming one answers: its frame can load, unseen. */
  readonly isReady: boolean;
  readonly choice: SandboxChoice;
  readonly options: readonly SandboxOption[];
  readonly wish: SandboxKind | null;
  /** Named steps of the start that is under way, or was the last. */
  readonly steps: readonly BootStep[];
  /** What was printed while starting and since. */
  readonly log: readonly string[];
  /** Why the person isn't where they would be; one failure, until they choose again. */
  readonly fallback: Failure | null;
  /** What that was to be. */
  readonly fallbackFrom: SandboxKind | null;
  /** Not even the instant sandbox started. */
  readonly failure: Failure | null;
}

export interface PortfolioRunInput {
  readonly id: string;
  readonly files: ProjectFiles;
  readonly surroundings: () => Surroundings;
  readonly open: (
    kind: SandboxKind,
    input: { readonly id: string; readonly files: ProjectFiles },
  ) => Promise<Sandbox>;
  /** npm changed these in the sandbox: for the project to take over. */
  readonly onPackages: (changes: readonly FileChange[]) => void;
}

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
  #isLeft = false;
  /** Counts starts: what belongs to an earlier one is stale. */
  #start = 0;

  constructor(input: PortfolioRunInput) {
    this.#input = input;
    this.#files = input.files;
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
      failure: null,
    };
    addEventListener("online", this.#look);
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
    const next: Record<string, ProjectFiles[string]> = { ...this.#files };
    for (const { path, content } of changes) {
      if (content === null) delete next[path];
      else next[path] = content;
    }
    this.#files = next;
    void this.#state.shown?.files.write(changes);
    void this.#state.coming?.files.write(changes);
    this.#look();
  };

  /** The person's wish; `null` leaves the choice to us. The same again tries again. */
  choose = (wish: SandboxKind | null): void => {
    this.#failed = {};
    this.#set({ wish, fallback: null, fallbackFrom: null });
    this.#look();
  };

  /** After `failure`. */
  retry = (): void => {
    this.#set({ failure: null });
    void this.#showInstant().then(() => this.#follow());
  };

  dispose = (): void => {
    this.#isLeft = true;
    removeEventListener("online", this.#look);
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
    }
    if (shown.kind !== choice.kind) void this.#bring(choice.kind);
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
    const painted = Promise.withResolvers<void>();
    sandbox.subscribe((event) => {
      this.#hear(sandbox, event);
      const isBroken = event.type === "problems" && event.problems.length > 0;
      if (event.type === "preview-painted" || isBroken) painted.resolve();
    });
    this.#set({ coming: sandbox });
    if (files !== this.#files) await sandbox.files.write(asChanges(this.#files));
    const started = await sandbox.start();
    if (isStale()) return;
    if (!started.ok) return this.#fellBack(sandbox, started.failure);
    this.#set({ isReady: true, steps: addStep(this.#state.steps, null, performance.now()) });
    const timer = setTimeout(painted.resolve, PAINTED_WITHIN);
    await painted.promise;
    clearTimeout(timer);
    if (isStale()) return;
    const before = this.#state.shown;
    this.#set({ shown: sandbox, coming: null, isReady: false });
    void before?.dispose();
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
    const { wish, steps } = this.#state;
    this.#start += 1;
    this.#failed = { ...this.#failed, [sandbox.kind]: failure.message };
    const choice = chooseSandbox(this.#situation(wish === sandbox.kind ? null : wish));
    this.#set({
      coming: null,
      isReady: false,
      fallback: failure,
      fallbackFrom: sandbox.kind,
      choice,
      wish: wish === sandbox.kind ? null : wish,
      steps: addStep(steps, null, performance.now()),
    });
    if (sandbox === this.#state.shown) {
      // What was shown stays on the screen until the instant preview stands in its place.
      void this.#bring(choice.kind);
      return;
    }
    void sandbox.dispose();
    this.#follow();
  }

  #set(change: Partial<PortfolioRunState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}

const asChanges = (files: ProjectFiles): readonly FileChange[] =>
  Object.entries(files).map(([path, content]) => ({ path, content }));
