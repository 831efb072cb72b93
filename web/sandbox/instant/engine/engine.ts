import type { Problem } from "../../../../shared/build.ts";
import type { Kit } from "../../../../shared/kit.ts";
import type { SandboxEvent } from "../../../../shared/ports/sandbox.ts";
import type { FileChange, ProjectFiles } from "../../../../shared/project.ts";
import type { CompiledTemplate } from "../compile/compiled-file.ts";
import type { FromFrame, ToFrame } from "../messages.ts";
import { Compilers, templateTable, type HeavyParts } from "./compilers.ts";
import { locateStack, runtimeProblem, type RunPlace } from "./locate-stack.ts";
import { walkModules, type GraphModule } from "./module-graph.ts";
import { entriesOf } from "./page-document.ts";
import { PageVersions, type PageContent } from "./page-versions.ts";
import { readSourceMap } from "./source-map.ts";

/** The preview's end of the line; replaced when the frame loads afresh. */
export interface FrameLine {
  send(message: ToFrame): void;
  close(): void;
}

export interface EngineDependencies {
  readonly kit: Kit;
  readonly heavy: HeavyParts;
  /** A text of the kit by its URL. */
  readonly loadText: (url: string) => Promise<string>;
  readonly emit: (event: SandboxEvent) => void;
  /** Milliseconds from any fixed moment. */
  readonly now: () => number;
  /** Runs `work` after so many milliseconds. */
  readonly later: (work: () => void, ms: number) => void;
}

const PART_MISSING: Problem = {
  kind: "build",
  message: "A part of the preview could not be loaded.",
  hint: "Check your connection; the next change tries again. Your files are safe.",
};

type Update = "hot" | "reload" | "none";

/** How long a frame may take to answer an update before the build counts as ended; milliseconds. */
const ANSWER_WITHIN = 5_000;
/** How long a frame may take to look at its page; milliseconds. */
const AUDITED_WITHIN = 30_000;
/** After the first build the page paints; only then the compiler is fetched; milliseconds. */
const WARM_AFTER = 200;

/**
 * The instant sandbox's engine: files in, modules for the frame out. It runs in a worker and never
 * runs a line of the person's code. Builds and the loading of frames follow one another.
 */
export class Engine {
  #parts: EngineDependencies;
  #files: ProjectFiles;
  #compilers: Compilers;
  #versions = new PageVersions();
  #revision = 0;
  #line: FrameLine | null = null;
  /** The frame at the line has had its first load. */
  #hasLoaded = false;
  #buildProblems: readonly Problem[] = [];
  #runtimeProblems: readonly Problem[] = [];
  #running: ReadonlyMap<string, GraphModule> = new Map();
  #queue: Promise<unknown> = Promise.resolve();
  /** Console entries keep their order though their places take different times to find. */
  #consoleQueue: Promise<unknown> = Promise.resolve();
  #answered: ((update: Update) => void) | null = null;
  #audits = new Map<number, (audit: unknown) => void>();
  #hasWarmed = false;
  #tables = new Set<string>();

  constructor(files: ProjectFiles, parts: EngineDependencies) {
    this.#files = files;
    this.#parts = parts;
    this.#compilers = new Compilers(parts.heavy, (step) => this.#tellWait(step));
  }

  get files(): ProjectFiles {
    return this.#files;
  }

  start(): Promise<void> {
    return this.#enqueue(async () => {
      this.#parts.emit({ type: "status", status: "starting", step: "Putting the site together" });
      const isBuilt = await this.#build();
      this.#parts.emit({ type: "status", status: isBuilt ? "running" : "failed" });
    });
  }

  /** Applies a batch; resolves when it is built and the frame, if there is one, has answered. */
  write(changes: readonly FileChange[]): Promise<void> {
    return this.#enqueue(async () => {
      const next: Record<string, ProjectFiles[string]> = { ...this.#files };
      for (const { path, content } of changes) {
        if (content === null) delete next[path];
        else next[path] = content;
      }
      this.#files = next;
      if (this.#revision > 0) await this.#build();
    });
  }

  connect(line: FrameLine): void {
    this.#line?.close();
    this.#line = line;
    this.#hasLoaded = false;
    this.#runtimeProblems = [];
    this.#answered?.("reload");
    // Before the first build there is nothing to show; that build will find the line.
    if (this.#revision === 0) return;
    void this.#enqueue(async () => {
      if (this.#line !== line || this.#hasLoaded) return;
      this.#hasLoaded = true;
      const problems = this.#problems();
      this.#parts.emit({ type: "problems", problems });
      line.send({ type: "load", revision: this.#revision, problems, ...this.#versions.all() });
    });
  }

  receive(from: FrameLine, message: FromFrame): void {
    if (from !== this.#line) return;
    if (message.type === "applied") this.#answered?.(message.update);
    else if (message.type === "painted") {
      this.#parts.emit({ type: "preview-painted", revision: message.revision });
    } else if (message.type === "audited") this.#audits.get(message.id)?.(message.audit);
    else if (message.type === "error") void this.#noteError(message);
    else this.#consoleQueue = this.#consoleQueue.then(() => this.#noteConsole(message));
  }

  reload(): void {
    this.#line?.send({ type: "reload" });
  }

  /** What the script finds on the page as it stands; `null` where no frame shows it, or says nothing. */
  audit(script: string): Promise<unknown> {
    return this.#enqueue(async () => {
      if (this.#line === null || !this.#hasLoaded) return null;
      const answer = Promise.withResolvers<unknown>();
      const id = this.#audits.size;
      this.#audits.set(id, answer.resolve);
      this.#parts.later(() => answer.resolve(null), AUDITED_WITHIN);
      this.#line.send({ type: "audit", id, script });
      return answer.promise;
    });
  }

  /** Later calls wait for earlier ones. */
  #enqueue<T>(work: () => Promise<T>): Promise<T> {
    const next = this.#queue.then(work);
    this.#queue = next.catch(() => undefined);
    return next;
  }

  #tellWait(step: string | null) {
    const status = this.#revision > 1 ? "running" : "starting";
    this.#parts.emit({ type: "status", status, ...(step !== null && { step }) });
  }

  #problems = (): readonly Problem[] => [...this.#buildProblems, ...this.#runtimeProblems];

  /** @returns false when a part of the engine itself could not be loaded */
  async #build(): Promise<boolean> {
    const { emit, now } = this.#parts;
    const started = now();
    this.#revision += 1;
    const revision = this.#revision;
    emit({ type: "build-start", revision });
    const walked = await this.#walk().catch(() => null);
    if (walked === null) {
      this.#buildProblems = [PART_MISSING];
      emit({ type: "problems", problems: this.#problems() });
      emit({ type: "build-end", revision, durationMs: now() - started, update: "none" });
      return false;
    }
    const { graph, ...page } = walked;
    const { changes, hasChanged } = this.#versions.next({ graph, ...page, files: this.#files });
    this.#running = graph.modules;
    const before = JSON.stringify(this.#problems());
    this.#buildProblems = graph.problems;
    // What went wrong at run time is asked anew of the page that has changed.
    if (hasChanged) this.#runtimeProblems = [];
    const isNews = JSON.stringify(this.#problems()) !== before;
    if (isNews) emit({ type: "problems", problems: this.#problems() });
    const update = await this.#tellFrame({ changes, hasChanged, isNews });
    emit({ type: "build-end", revision, durationMs: now() - started, update });
    this.#warmUp();
    return true;
  }

  async #walk() {
    const files = this.#files;
    await this.#learnTemplate();
    const source = files["index.html"];
    const html = typeof source === "string" ? source : "";
    const entries = entriesOf(html);
    const graph = await walkModules(entries, {
      files,
      packages: this.#parts.kit.packages,
      previous: this.#running,
      script: (path) => this.#compilers.script(path, files),
      style: (path) => this.#compilers.style(path, files),
      packageCode: (name) => this.#parts.loadText(this.#parts.kit.packages[name]!.url),
    });
    return { graph, html, entries };
  }

  async #learnTemplate() {
    const url = templateTable(this.#files, this.#parts.kit);
    if (url === null || this.#tables.has(url)) return;
    this.#tables.add(url);
    // Without the table everything is compiled here: slower, and as right.
    const table = await this.#parts.loadText(url).catch(() => null);
    if (table !== null) this.#compilers.learn(JSON.parse(table) as CompiledTemplate);
  }

  /** Sends what has changed, and waits for the frame to say how it took it. */
  async #tellFrame(news: {
    readonly changes: PageContent;
    readonly hasChanged: boolean;
    readonly isNews: boolean;
  }): Promise<Update> {
    const line = this.#line;
    if (line === null) return news.hasChanged ? "reload" : "none";
    const revision = this.#revision;
    const problems = this.#problems();
    if (!news.hasChanged && this.#hasLoaded) {
      if (news.isNews) line.send({ type: "problems", problems });
      // Nothing to paint: what the page shows is this revision already.
      this.#parts.emit({ type: "preview-painted", revision });
      return "none";
    }
    const answer = Promise.withResolvers<Update>();
    this.#answered = answer.resolve;
    this.#parts.later(() => answer.resolve("none"), ANSWER_WITHIN);
    const content = this.#hasLoaded ? news.changes : this.#versions.all();
    line.send({ type: this.#hasLoaded ? "update" : "load", revision, problems, ...content });
    this.#hasLoaded = true;
    const update = await answer.promise;
    this.#answered = null;
    return update;
  }

  /** In the background: what the first edit and the first error will need. */
  #warmUp() {
    if (this.#hasWarmed) return;
    this.#hasWarmed = true;
    this.#parts.later(() => void this.#compilers.warm().catch(() => undefined), WARM_AFTER);
  }

  #traceBack = async (place: RunPlace) => {
    const [path = ""] = place.id.split("?");
    const source = this.#files[path];
    const module = this.#running.get(place.id);
    if (typeof source !== "string" || module?.kind !== "script") return null;
    // What came compiled from the kit has no map: it is made when the first error asks for it.
    const map = module.map ?? (await this.#compilers.withMap(path, source))?.map;
    return map ? readSourceMap(map, place) : null;
  };

  async #noteError(error: { readonly message: string; readonly stack: string }) {
    const problem = await runtimeProblem(error, this.#traceBack, this.#files);
    const isKnown = this.#runtimeProblems.some(
      (known) => known.message === problem.message && known.line === problem.line,
    );
    if (isKnown) return;
    this.#runtimeProblems = [...this.#runtimeProblems, problem];
    const problems = this.#problems();
    this.#parts.emit({ type: "problems", problems });
    this.#line?.send({ type: "problems", problems });
  }

  async #noteConsole(message: Extract<FromFrame, { type: "console" }>) {
    const { level, text, at, stack } = message;
    const [top] = await locateStack(stack, this.#traceBack);
    const place = top && { path: top.path, line: top.line };
    this.#parts.emit({ type: "console", entry: { level, text, at, ...place } });
  }
}
