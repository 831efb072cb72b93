import type { Problem } from "../../../shared/build.ts";
import { fail, ok, type Failure, type Result } from "../../../shared/failure.ts";
import type { SandboxEvent } from "../../../shared/ports/sandbox.ts";
import type { FileChange, ProjectFiles } from "../../../shared/project.ts";
import { startDevServer, type BuildReport, type DevServer } from "./dev-server.ts";
import { GONE } from "./failures.ts";
import { installPackages, type InstallReport } from "./install-packages.ts";
import type { MachinePlace, MachineProcess, NodeMachine, PageError } from "./node-machine.ts";
import type { NodePreview } from "./node-preview.ts";
import { buildProblem, pageProblem } from "./node-problems.ts";
import { followPackages, type PackageFollower } from "./follow-packages.ts";
import { QUIET_MS, startWatchdog, type Watchdog } from "./watchdog.ts";
import { asChanges, changedPaths, effective, withChanges } from "./waiting-changes.ts";

export interface NodeRunParts {
  readonly emit: (event: SandboxEvent) => void;
  readonly preview: NodePreview;
  readonly place: MachinePlace;
}

/** One life of a project on a machine with Node: boot, install, serve, mirror changes, end. */
export class NodeRun {
  /** The files as they were last written. */
  files: ProjectFiles;
  machine: NodeMachine | null = null;
  readonly #parts: NodeRunParts;
  readonly #over = Promise.withResolvers<Failure>();
  #ended: Failure | null = null;
  #isStarting = false;
  #server: DevServer | null = null;
  #packages: PackageFollower | null = null;
  #watchdog: Watchdog | null = null;
  #processes = new Set<MachineProcess>();
  readonly #left = new AbortController();
  #revision = 0;
  #buildProblems: readonly Problem[] = [];
  #pageProblems: readonly Problem[] = [];
  #told = "[]";
  /** Turns follow one another. */
  #last: Promise<unknown> = Promise.resolve();
  #waiting: FileChange[] = [];

  constructor(files: ProjectFiles, parts: NodeRunParts) {
    this.files = files;
    this.#parts = parts;
  }

  get ended(): Failure | null {
    return this.#ended;
  }

  async start(): Promise<Result<void>> {
    if (this.#ended) return fail(this.#ended);
    this.#isStarting = true;
    const started = this.#until(this.#startUp());
    this.#last = started;
    const result = await started;
    this.#watchdog?.stop();
    if (result.ok) return result;
    await this.end(result.failure);
    return result;
  }

  async #startUp(): Promise<Result<void>> {
    const { place } = this.#parts;
    const taken = await place.take({
      files: this.files,
      onStep: (step) => this.#step(step),
      onLine: (line) => this.#log(line),
      left: this.#left.signal,
    });
    if (!taken.ok) return taken;
    const { machine, has } = taken.value;
    if (this.#ended) {
      await machine.release();
      return fail(this.#ended);
    }
    this.machine = machine;
    machine.onLost((message) => void this.end(place.failures.lost(message)));
    this.#watch();
    // What was made on a machine that goes on without us stays there; ours goes over it.
    const changes = effective(has ?? {}, asChanges(this.files));
    if (changes.length > 0) {
      this.#step("Copying your files");
      await machine.write(changes);
    }
    if (has === null || changes.some(({ path }) => isNpmFile(path))) {
      this.#step("Installing packages");
      const installed = await installPackages(machine, this.files, this.installReport());
      if (!installed.ok) return installed;
    }
    return this.#serve(machine);
  }

  async #serve(machine: NodeMachine): Promise<Result<void>> {
    this.#step("Starting Vite");
    this.#parts.emit({ type: "build-start", revision: (this.#revision = 1) });
    const { failures } = this.#parts.place;
    const lines: string[] = [];
    const server = await startDevServer(machine, {
      onLine: (line) => {
        lines.push(line);
        this.#log(line);
      },
      onChanged: (paths) => {
        this.#pageProblems = [];
        this.#packages?.changed(paths);
      },
      onOutside: (report) => this.#turned(report, (this.#revision += 1), true),
    });
    this.#server = server;
    const ready = await server.ready;
    if (ready === null) return fail(failures.stopped(null, lines));
    this.#parts.preview.setAddress(await machine.address(ready.port));
    this.#parts.emit({ type: "preview-source" });
    this.#turned({ ...ready, update: ready.problems.length > 0 ? "none" : "reload" }, 1, false);
    void server.exit.then((code) => this.end(failures.stopped(code, lines)));
    machine.onPageError(this.pageFailed);
    this.#packages = followPackages(machine, {
      files: () => this.files,
      onChange: (changes) => this.#takePackages(changes),
      install: () => this.installReport(),
      onStep: (step) => this.#step(step, "running"),
    });
    this.#parts.emit({ type: "status", status: "running" });
    return ok(undefined);
  }

  /** Applies a batch; batches that wait for one that is being built go together (R3.1: one way, batched). */
  async write(changes: readonly FileChange[]): Promise<Result<void>> {
    if (this.#ended) return fail(this.#ended);
    if (!this.#isStarting) {
      this.files = withChanges(this.files, changes);
      return ok(undefined);
    }
    this.#waiting.push(...changes);
    const turn = this.#last.then(() => this.#until(this.#flush()));
    this.#last = turn;
    return turn;
  }

  async #flush(): Promise<Result<void>> {
    const { machine } = this;
    const server = this.#server;
    const changes = effective(this.files, this.#waiting.splice(0));
    if (machine === null || server === null || changes.length === 0) return ok(undefined);
    const revision = (this.#revision += 1);
    const changed = changedPaths(this.files, changes);
    this.#parts.emit({ type: "build-start", revision });
    this.#watch();
    this.files = withChanges(this.files, changes);
    // Now, not after the turn: by then the page may have thrown what this change does wrong.
    this.#pageProblems = [];
    await machine.write(changes);
    const report = await server.turn(revision, changed);
    this.#watchdog?.stop();
    if (report === null) return fail(this.#parts.place.failures.stopped(null, []));
    if (report.update === "hot") await this.#parts.preview.untilApplied(report.stamp ?? 0);
    this.#turned(report, revision, false);
    if (changes.some(({ path }) => path === "package.json")) this.#packages?.listed();
    return ok(undefined);
  }

  #turned(report: BuildReport, revision: number, isOutside: boolean): void {
    const { update, durationMs } = report;
    if (isOutside) this.#parts.emit({ type: "build-start", revision });
    this.#buildProblems = report.problems.map((raw) => buildProblem(raw, this.files));
    this.#tellProblems();
    this.#parts.emit({ type: "build-end", revision, durationMs, update });
    if (report.isRestart) this.#parts.preview.startAgain();
  }

  /** What the page threw, however it is told. */
  pageFailed = (error: PageError): void => void this.#tellThrown(error);

  async #tellThrown(error: PageError): Promise<void> {
    const revision = this.#revision;
    const stack = (await this.#server?.locate(error.stack)) ?? [];
    if (this.#ended || revision !== this.#revision) return;
    const problem = pageProblem(error, stack, this.files);
    if (this.#pageProblems.some(({ message }) => message === problem.message)) return;
    this.#pageProblems = [...this.#pageProblems, problem];
    this.#server?.showOverlay(problem);
    this.#tellProblems();
  }

  #tellProblems(): void {
    const problems = [...this.#buildProblems, ...this.#pageProblems];
    const text = JSON.stringify(problems);
    if (text === this.#told) return;
    this.#told = text;
    this.#parts.emit({ type: "problems", problems });
  }

  /** npm's own work: the project takes it over, and what comes back down is known already. */
  #takePackages(changes: readonly FileChange[]): void {
    this.files = withChanges(this.files, changes);
    this.#parts.emit({ type: "packages-change", changes });
  }

  /** What package.json lists is being installed, perhaps. */
  untilInstalled(): Promise<void> {
    return this.#packages?.untilInstalled() ?? Promise.resolve();
  }

  /** The revision that the page shows. */
  get revision(): number {
    return this.#revision;
  }

  locate(stack: string) {
    return this.#server?.locate(stack) ?? Promise.resolve([]);
  }

  installReport(): InstallReport {
    return {
      onLine: (line) => this.#log(line),
      onProgress: (done, of) =>
        this.#step(
          `Installing packages (${of === null ? done : `${Math.min(done, of)} of ${of}`})`,
          this.#server === null ? "starting" : "running",
        ),
      onProcess: (process) => this.follow(process),
    };
  }

  /** Ends with the run, if it hasn't ended by itself. */
  follow(process: MachineProcess): void {
    this.#processes.add(process);
    void process.exit.finally(() => this.#processes.delete(process)).catch(() => undefined);
  }

  #log(text: string): void {
    this.#watchdog?.feed();
    this.#parts.emit({ type: "log", text });
  }

  log = (text: string): void => this.#log(text);

  #step(step: string, status: "starting" | "running" = "starting"): void {
    this.#watchdog?.feed();
    this.#parts.emit({ type: "status", status, step });
  }

  #watch(): void {
    this.#watchdog?.stop();
    this.#watchdog = startWatchdog(QUIET_MS);
    void this.#watchdog.barked.then(() => this.end(this.#parts.place.failures.quiet));
  }

  #lost = (error: unknown) => this.#parts.place.failures.lost(String(error));

  /** Work that may never answer, since its machine is gone, or that throws for the same reason. */
  async #until<T>(work: Promise<Result<T>>): Promise<Result<T>> {
    const answered = work.catch((error: unknown) => fail(this.#lost(error)));
    return Promise.race([answered, this.#over.promise.then((failure) => fail(failure))]);
  }

  /** The same for others' work on this machine. */
  guard<T>(work: Promise<Result<T>>): Promise<Result<T>> {
    return this.#ended ? Promise.resolve(fail(this.#ended)) : this.#until(work);
  }

  /** What the machine answers; `null` when it is gone before it does. */
  async ask<T>(work: Promise<T>): Promise<T | null> {
    const answer = await this.guard(work.then((value): Result<T> => ok(value)));
    return answer.ok ? answer.value : null;
  }

  /** Frees everything. What waits ends with `failure`; only the first call counts. */
  async end(failure: Failure): Promise<void> {
    if (this.#ended) return;
    this.#ended = failure;
    this.#over.resolve(failure);
    this.#left.abort();
    this.#watchdog?.stop();
    this.#packages?.stop();
    for (const process of this.#processes) process.kill();
    this.#server?.stop();
    this.#parts.preview.dispose();
    if (failure === GONE) this.#parts.emit({ type: "status", status: "disposed" });
    else this.#parts.emit({ type: "status", status: "failed", failure });
    const { machine } = this;
    this.machine = null;
    await machine?.release().catch(() => undefined);
  }
}

const isNpmFile = (path: string) => path === "package.json" || path === "package-lock.json";
