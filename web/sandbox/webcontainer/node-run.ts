import type { Problem } from "../../../shared/build.ts";
import { fail, ok, type Failure, type Result } from "../../../shared/failure.ts";
import type { SandboxEvent } from "../../../shared/ports/sandbox.ts";
import type { FileChange, ProjectFiles } from "../../../shared/project.ts";
import { takeContainer, type Container, type ContainerProcess } from "./container.ts";
import { startDevServer, type BuildReport, type DevServer } from "./dev-server.ts";
import { GONE, lost, QUIET, viteStopped } from "./failures.ts";
import { installPackages, type InstallReport } from "./install-packages.ts";
import type { NodePreview } from "./node-preview.ts";
import { buildProblem, pageProblem } from "./node-problems.ts";
import { followPackages, type PackageFollower } from "./follow-packages.ts";
import { BOOT_MS, QUIET_MS, startWatchdog, type Watchdog } from "./watchdog.ts";
import { changedPaths, effective, withChanges } from "./waiting-changes.ts";

export interface NodeRunParts {
  readonly emit: (event: SandboxEvent) => void;
  readonly preview: NodePreview;
}

/** One life of a project in the page's container: boot, install, serve, mirror changes, end. */
export class NodeRun {
  /** The files as they were last written. */
  files: ProjectFiles;
  container: Container | null = null;
  readonly #parts: NodeRunParts;
  readonly #over = Promise.withResolvers<Failure>();
  #ended: Failure | null = null;
  #isStarting = false;
  #server: DevServer | null = null;
  #packages: PackageFollower | null = null;
  #watchdog: Watchdog | null = null;
  #processes = new Set<ContainerProcess>();
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
    this.#step("Starting Node in this browser");
    const taken = await takeContainer(BOOT_MS);
    if (!taken.ok) return taken;
    const container = taken.value;
    if (this.#ended) {
      await container.release();
      return fail(this.#ended);
    }
    this.container = container;
    container.onLost((message) => void this.end(lost(message)));
    this.#watch();
    this.#step("Copying your files");
    await container.write(Object.entries(this.files).map(([path, content]) => ({ path, content })));
    this.#step("Installing packages");
    const installed = await installPackages(container, this.files, this.installReport());
    if (!installed.ok) return installed;
    return this.#serve(container);
  }

  async #serve(container: Container): Promise<Result<void>> {
    this.#step("Starting Vite");
    this.#parts.emit({ type: "build-start", revision: (this.#revision = 1) });
    const address = Promise.withResolvers<string>();
    const urls = new Map<number, string>();
    let port = 0;
    container.onServer((at, url) => {
      urls.set(at, url);
      if (at === port) address.resolve(url);
    });
    const lines: string[] = [];
    const server = await startDevServer(container, {
      onLine: (line) => {
        lines.push(line);
        this.#log(line);
      },
      onOutside: (report) => this.#turned(report, (this.#revision += 1), true),
    });
    this.#server = server;
    const ready = await server.ready;
    if (ready === null) return fail(viteStopped(lines));
    ({ port } = ready);
    this.#parts.preview.setAddress(urls.get(port) ?? (await address.promise));
    this.#parts.emit({ type: "preview-source" });
    this.#turned({ ...ready, update: ready.problems.length > 0 ? "none" : "reload" }, 1, false);
    void server.exit.then(() => this.end(viteStopped(lines)));
    container.onPageError((error) => void this.#pageFailed(error));
    this.#packages = followPackages(container, {
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
    const { container } = this;
    const server = this.#server;
    const changes = effective(this.files, this.#waiting.splice(0));
    if (container === null || server === null || changes.length === 0) return ok(undefined);
    const revision = (this.#revision += 1);
    const changed = changedPaths(this.files, changes);
    this.#parts.emit({ type: "build-start", revision });
    this.#watch();
    this.files = withChanges(this.files, changes);
    await container.write(changes);
    const report = await server.turn(revision, changed);
    this.#watchdog?.stop();
    if (report === null) return fail(viteStopped([]));
    if (report.update === "hot") await this.#parts.preview.untilApplied(report.stamp ?? 0);
    this.#turned(report, revision, false);
    if (changes.some(({ path }) => path === "package.json")) this.#packages?.listed();
    return ok(undefined);
  }

  #turned(report: BuildReport, revision: number, isOutside: boolean): void {
    const { update, durationMs } = report;
    if (isOutside) this.#parts.emit({ type: "build-start", revision });
    this.#buildProblems = report.problems.map((raw) => buildProblem(raw, this.files));
    this.#pageProblems = [];
    this.#tellProblems();
    this.#parts.emit({ type: "build-end", revision, durationMs, update });
    if (report.isRestart) this.#parts.preview.startAgain();
  }

  async #pageFailed(error: { readonly message: string; readonly stack: string }): Promise<void> {
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
  follow(process: ContainerProcess): void {
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
    void this.#watchdog.barked.then(() => this.end(QUIET));
  }

  /** Work that may never answer, since its container is gone, or that throws for the same reason. */
  async #until<T>(work: Promise<Result<T>>): Promise<Result<T>> {
    const answered = work.catch((error: unknown) => fail(lost(String(error))));
    return Promise.race([answered, this.#over.promise.then((failure) => fail(failure))]);
  }

  /** The same for others' work in this container. */
  guard<T>(work: Promise<Result<T>>): Promise<Result<T>> {
    return this.#ended ? Promise.resolve(fail(this.#ended)) : this.#until(work);
  }

  /** What the container answers; `null` when it is gone before it does. */
  async ask<T>(work: Promise<T>): Promise<T | null> {
    const answer = await this.guard(work.then((value): Result<T> => ok(value)));
    return answer.ok ? answer.value : null;
  }

  /** Frees everything. What waits ends with `failure`; only the first call counts. */
  async end(failure: Failure): Promise<void> {
    if (this.#ended) return;
    this.#ended = failure;
    this.#over.resolve(failure);
    this.#watchdog?.stop();
    this.#packages?.stop();
    for (const process of this.#processes) process.kill();
    this.#server?.stop();
    this.#parts.preview.dispose();
    if (failure === GONE) this.#parts.emit({ type: "status", status: "disposed" });
    else this.#parts.emit({ type: "status", status: "failed", failure });
    const { container } = this;
    this.container = null;
    await container?.release().catch(() => undefined);
  }
}
