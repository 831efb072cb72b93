import type { Problem } from "../../../../shared/build.ts";
import type { Kit } from "../../../../shared/kit.ts";
import type { SandboxEvent } from "../../../../shared/ports/sandbox.ts";
import type { FileChange, ProjectFiles } from "../../../../shared/project.ts";
import type { CompiledTemplate } from "../compile/compiled-file.ts";
import type { FromFrame, ToFrame } from "../messages.ts";
import { createCompilers, templateTable, type HeavyParts } from "./compilers.ts";
import { locateStack, runtimeProblem, type RunPlace } from "./locate-stack.ts";
import { walkModules, type GraphModule } from "./module-graph.ts";
import { entriesOf } from "./page-document.ts";
import { createPageVersions } from "./page-versions.ts";
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
  /** Runs `work` when nothing more urgent waits. */
  readonly later: (work: () => void) => void;
}

export interface Engine {
  start(): Promise<void>;
  /** Applies a batch; resolves when it has been built and the frame, if there is one, has answered. */
  write(changes: readonly FileChange[]): Promise<void>;
  files(): ProjectFiles;
  connect(line: FrameLine): void;
  receive(line: FrameLine, message: FromFrame): void;
  reload(): void;
}

/** How long a frame may take to answer an update before the build counts as ended; milliseconds. */
const ANSWER_WITHIN = 5_000;

/**
 * The instant sandbox's engine: files in, modules for the frame out. It runs in a worker and never
 * runs a line of the person's code.
 */
// oxlint-disable-next-line max-lines-per-function -- one closure over the state; each part is short
export function createEngine(initial: ProjectFiles, dependencies: EngineDependencies): Engine {
  const { kit, emit, now } = dependencies;
  let files: ProjectFiles = initial;
  let revision = 0;
  let line: FrameLine | null = null;
  let hasLoaded = false;
  let buildProblems: readonly Problem[] = [];
  let runtimeProblems: readonly Problem[] = [];
  let running: ReadonlyMap<string, GraphModule> = new Map();
  let queue: Promise<unknown> = Promise.resolve();
  let answered: ((update: "hot" | "reload" | "none") => void) | null = null;
  let hasWarmed = false;
  const versions = createPageVersions();
  const texts = new Map<string, Promise<string>>();
  const tables = new Set<string>();

  const compilers = createCompilers(dependencies.heavy, (step) =>
    emit({ type: "status", status: "starting", ...(step !== null && { step }) }),
  );

  const loadText = (url: string) => {
    const known = texts.get(url) ?? dependencies.loadText(url);
    texts.set(url, known);
    known.catch(() => texts.delete(url));
    return known;
  };

  const problems = () => [...buildProblems, ...runtimeProblems];
  function publishProblems() {
    emit({ type: "problems", problems: problems() });
    line?.send({ type: "problems", problems: problems() });
  }

  async function learnTemplate() {
    const url = templateTable(files, kit);
    if (url === null || tables.has(url)) return;
    tables.add(url);
    const table = await loadText(url).catch(() => null);
    if (table !== null) compilers.learn(JSON.parse(table) as CompiledTemplate);
  }

  async function walk() {
    await learnTemplate();
    const html = typeof files["index.html"] === "string" ? files["index.html"] : "";
    const entries = entriesOf(html);
    const graph = await walkModules(entries, {
      files,
      packages: kit.packages,
      previous: running,
      script: (path) => compilers.script(path, files),
      style: (path) => compilers.style(path, files),
      packageCode: (name) => loadText(kit.packages[name]!.url),
    });
    return { graph, html, entries };
  }

  async function build(): Promise<void> {
    const started = now();
    revision += 1;
    const current = revision;
    emit({ type: "build-start", revision: current });
    const { graph, html, entries } = await walk();
    const page = versions.next({ graph, html, entries, files });
    running = graph.modules;
    const before = JSON.stringify(problems());
    buildProblems = graph.problems;
    // What went wrong at run time is asked anew of the page that has changed.
    if (page.hasChanged) runtimeProblems = [];
    const told = problems();
    const changed = JSON.stringify(told) !== before;
    if (changed) emit({ type: "problems", problems: told });
    const update = await tellFrame(current, page, told, changed);
    emit({ type: "build-end", revision: current, durationMs: now() - started, update });
    warmUp();
  }

  type Page = ReturnType<typeof versions.next>;

  /** Sends what has changed, and waits for the frame to say how it took it. */
  async function tellFrame(
    current: number,
    page: Page,
    told: readonly Problem[],
    problemsChanged: boolean,
  ): Promise<"hot" | "reload" | "none"> {
    if (line === null) return page.hasChanged ? "reload" : "none";
    if (!page.hasChanged && hasLoaded) {
      if (problemsChanged) line.send({ type: "problems", problems: told });
      // Nothing to paint: what the page shows is this revision already.
      emit({ type: "preview-painted", revision: current });
      return "none";
    }
    const answer = new Promise<"hot" | "reload" | "none">((settle) => {
      answered = settle;
      setTimeout(() => settle("none"), ANSWER_WITHIN);
    });
    const content = hasLoaded ? page.changes : page.all();
    line.send({
      type: hasLoaded ? "update" : "load",
      revision: current,
      problems: told,
      ...content,
    });
    hasLoaded = true;
    const update = await answer;
    answered = null;
    return update;
  }

  /** After the first build, in the background: what the first edit and the first error will need. */
  function warmUp() {
    if (hasWarmed) return;
    hasWarmed = true;
    dependencies.later(() => void compilers.warm());
  }

  /** Later calls wait for earlier ones. */
  function enqueue<T>(work: () => Promise<T>): Promise<T> {
    const next = queue.then(work);
    queue = next.catch(() => undefined);
    return next;
  }

  async function traceBack(place: RunPlace) {
    const [path = ""] = place.id.split("?");
    const source = files[path];
    const module = running.get(place.id);
    if (typeof source !== "string" || module?.kind !== "script") return null;
    // What came compiled from the kit has no map: it is made when the first error asks for it.
    const map = module.map ?? (await compilers.withMap(path, source))?.map;
    return map ? readSourceMap(map, place) : null;
  }

  async function noteError(error: { message: string; stack: string }) {
    const problem = await runtimeProblem(error, traceBack, files);
    const isKnown = runtimeProblems.some(
      (known) => known.message === problem.message && known.line === problem.line,
    );
    if (isKnown) return;
    runtimeProblems = [...runtimeProblems, problem];
    publishProblems();
  }

  async function noteConsole(message: Extract<FromFrame, { type: "console" }>) {
    const { level, text, at, stack } = message;
    const [top] = await locateStack(stack, traceBack);
    emit({
      type: "console",
      entry: { level, text, at, ...(top && { path: top.path, line: top.line }) },
    });
  }

  /** Console entries keep their order though their places take different times to find. */
  let consoleQueue: Promise<unknown> = Promise.resolve();

  function receive(from: FrameLine, message: FromFrame) {
    if (from !== line) return;
    if (message.type === "applied") answered?.(message.update);
    else if (message.type === "painted") {
      emit({ type: "preview-painted", revision: message.revision });
    } else if (message.type === "error") void noteError(message);
    else consoleQueue = consoleQueue.then(() => noteConsole(message));
  }

  function connect(next: FrameLine) {
    line?.close();
    line = next;
    hasLoaded = false;
    runtimeProblems = [];
    answered?.("reload");
    // Before the first build there is nothing to show; that build will find the line.
    if (revision === 0) return;
    void enqueue(async () => {
      if (line !== next || hasLoaded) return;
      hasLoaded = true;
      const told = problems();
      emit({ type: "problems", problems: told });
      next.send({ type: "load", revision, problems: told, ...versions.all() });
    });
  }

  return {
    start: () =>
      enqueue(async () => {
        emit({ type: "status", status: "starting", step: "Putting the site together" });
        await build();
        emit({ type: "status", status: "running" });
      }),
    write: (changes) =>
      enqueue(async () => {
        const next: Record<string, ProjectFiles[string]> = { ...files };
        for (const { path, content } of changes) {
          if (content === null) delete next[path];
          else next[path] = content;
        }
        files = next;
        if (revision > 0) await build();
      }),
    files: () => files,
    connect,
    receive,
    reload: () => line?.send({ type: "reload" }),
  };
}
