// Runs inside the sandbox, out of node_modules/.cv2web: the project's own Vite with the project's own
// vite.config, driven by lines on standard input and telling what becomes of each change in lines on
// standard output. Reading Vite's words instead would break with its next version.
import { createHash } from "node:crypto";
import { readFileSync, watch } from "node:fs";
import { SourceMap } from "node:module";
import { relative, resolve, sep } from "node:path";
import { createInterface } from "node:readline";
import { createServer } from "vite";

const MARK = "@cv2web@";
const ROOT = process.cwd();
const PREVIEW_SCRIPT = readFileSync(new URL("./preview.mjs", import.meta.url), "utf8");
/** A terminal's writes within this time are one change, in milliseconds. */
const OUTSIDE_PAUSE = 150;
/** A file that no plug-in is told of (a setting that restarts the server) counts as done then. */
const UNTOLD_AFTER = 1_000;
const NOT_WATCHED = /^(node_modules|dist|\.git|\.prerender)(\/|$)/;

const say = (event) => process.stdout.write(`\n${MARK}${JSON.stringify(event)}\n`);
const posix = (file) => relative(ROOT, file).split(sep).join("/");

/** Files that Vite reads once, at its start; it also keeps what a package resolves to, failures too. */
const READ_AT_START = /^(vite\.config\.[cm]?[jt]s|\.env(\.[\w-]+)*|package-lock\.json)$/;

let server;
let starts = 0;
/** Updates that were sent to pages: each knows by this number what it has missed. */
let updates = 0;
/** Payloads for the page that wait for the end of a turn; `null` between turns. */
let held = null;
const told = new Map();

const ours = {
  name: "cv2web",
  enforce: "post",
  configureServer(started) {
    server = started;
    starts += 1;
    const { hot } = started.environments.client;
    const send = hot.send.bind(hot);
    hot.send = (...args) => {
      const [payload] = args;
      const waits = payload?.type === "update" || payload?.type === "full-reload";
      if (held !== null && waits) held.push(payload);
      else send(...args);
    };
    hot.sendNow = send;
    hot.on("cv2web:begun", (_asked, page) => page.send("cv2web:sent", { updates }));
  },
  hotUpdate: {
    order: "post",
    handler({ file }) {
      if (this.environment.name === "ssr") told.get(file)?.();
    },
  },
  transformIndexHtml: () => [
    {
      tag: "script",
      attrs: { type: "module" },
      children: PREVIEW_SCRIPT.replace("%UPDATES%", String(updates)),
      injectTo: "head-prepend",
    },
  ],
};

/** Hands a change to Vite as its watcher would, and waits until it has planned the update. */
function handle({ path, type }) {
  const file = resolve(ROOT, path).split(sep).join("/");
  return new Promise((done) => {
    const timer = setTimeout(done, UNTOLD_AFTER);
    told.set(file, () => {
      clearTimeout(timer);
      // What the update sends follows in the same turn of the event loop.
      setTimeout(done, 5);
    });
    server.watcher.emit({ create: "add", update: "change", delete: "unlink" }[type], file);
  }).finally(() => told.delete(file));
}

/** Sends what was held as one: a page that loads afresh needs no updates. */
function release() {
  const payloads = held;
  held = null;
  const { sendNow } = server.environments.client.hot;
  const isReload = payloads.some(({ type }) => type === "full-reload");
  const changes = payloads.flatMap((payload) => payload.updates ?? []);
  if (!isReload && changes.length === 0) return { update: "none", stamp: 0 };
  updates += 1;
  if (isReload) sendNow({ type: "full-reload", path: "*" });
  else sendNow({ type: "update", updates: changes, stamp: updates });
  return { update: isReload ? "reload" : "hot", stamp: updates };
}

const isOwn = (module) =>
  module.file !== null &&
  module.file.startsWith(`${ROOT}/`) &&
  !module.file.includes("/node_modules/");

/** Transforms all modules from the page's entries on, as the page will; gives what fails. */
async function check() {
  const client = server.environments.client;
  const problems = [];
  const seen = new Set();
  const walk = async (url) => {
    if (seen.has(url)) return;
    seen.add(url);
    try {
      await client.transformRequest(url);
    } catch (error) {
      if (error?.code !== "ERR_OUTDATED_OPTIMIZED_DEP") problems.push(problemOf(error, url));
      return;
    }
    const module = await client.moduleGraph.getModuleByUrl(url);
    const own = [...(module?.importedModules ?? [])].filter(isOwn);
    await Promise.all(own.map((next) => walk(next.url)));
  };
  await Promise.all(entries().map(walk));
  return problems;
}

function entries() {
  try {
    const html = readFileSync(resolve(ROOT, "index.html"), "utf8");
    const scripts = html.matchAll(/<script\b[^>]*\bsrc\s*=\s*["']([^"']+)["']/gi);
    return [...scripts]
      .map(([, src]) => src.replace(/^\.?\//, "/"))
      .filter((src) => src[0] === "/");
  } catch {
    return [];
  }
}

const MISSING = /Failed to resolve import "([^"]+)" from "([^"]+)"/;
const BARE = /^(?!\.{1,2}\/|\/)(@[\w.-]+\/)?[\w.-]+/;

function problemOf(error, url) {
  const text = String(error?.message ?? error);
  const file = error?.loc?.file ?? error?.id;
  const path = file ? posix(file.replace(/\?.*$/, "")) : url.replace(/^\/|\?.*$/g, "");
  const missing = MISSING.exec(text);
  const place = error?.loc ?? placeIn(text);
  return {
    kind: missing && BARE.test(missing[1]) ? "missing-package" : "build",
    message: text,
    path,
    ...(place && { line: place.line, column: (place.column ?? 0) + 1 }),
    ...(missing && { specifier: missing[1] }),
  };
}

/** Oxc's own words name the place as `[ src/App.tsx:3:7 ]`, counted from one. */
function placeIn(text) {
  const [, line, column] = /:(\d+):(\d+)[\s\]]/.exec(text) ?? [];
  return line ? { line: Number(line), column: Number(column) - 1 } : null;
}

const hashes = new Map();
const hashOf = (path) => {
  try {
    return createHash("sha1")
      .update(readFileSync(resolve(ROOT, path)))
      .digest("hex");
  } catch {
    return null;
  }
};

/** Reads the settings anew. The page's own line may not survive it: whoever shows it loads it afresh. */
async function restart(path) {
  const before = starts;
  await server.restart();
  const problems = await check();
  const message = `${path} couldn’t be read: the log says why. What ran before goes on.`;
  const bad = starts === before ? [{ kind: "build", message, path }] : [];
  const all = [...bad, ...problems];
  return { update: all.length > 0 ? "none" : "reload", problems: all, isRestart: true };
}

async function takeTurn(changes) {
  const began = performance.now();
  for (const { path } of changes) hashes.set(path, hashOf(path));
  const setting = changes.find(({ path }) => READ_AT_START.test(path));
  if (setting) return { ...(await restart(setting.path)), durationMs: performance.now() - began };
  held = [];
  for (const change of changes) await handle(change);
  const sent = release();
  const problems = await check();
  const update = problems.length > 0 ? "none" : sent.update;
  return { update, stamp: sent.stamp, problems, durationMs: performance.now() - began };
}

let last = Promise.resolve();
const inTurn = (work) => {
  last = last.then(work).catch((error) => say({ type: "error", message: String(error?.stack) }));
};

/** What the terminal writes shows too; only npm's own files go up, and the app sees to that. */
function watchOutside() {
  const changed = new Set();
  let timer;
  const settle = () => {
    const changes = [...changed].flatMap((path) => {
      const hash = hashOf(path);
      const before = hashes.get(path);
      if (hash === before || (hash === null && before === undefined)) return [];
      return [{ path, type: hash === null ? "delete" : before ? "update" : "create" }];
    });
    changed.clear();
    if (changes.length === 0) return;
    say({ type: "changed", paths: changes.map(({ path }) => path) });
    inTurn(async () => say({ type: "outside", ...(await takeTurn(changes)) }));
  };
  try {
    watch(ROOT, { recursive: true }, (_event, name) => {
      const path = String(name ?? "")
        .split(sep)
        .join("/");
      if (path === "" || NOT_WATCHED.test(path)) return;
      changed.add(path);
      clearTimeout(timer);
      timer = setTimeout(settle, OUTSIDE_PAUSE);
    });
  } catch (error) {
    say({ type: "error", message: `Changes made in the terminal don't show: ${error}` });
  }
}

const FRAME =
  /^\s*(?:at\s+)?(.*?)[\s(@]*(https?:\/\/[^/\s]+(\/[^\s):?]*)(?:\?[^\s):]*)?):(\d+):(\d+)\)?$/;

/** The places of a page's stack in the project's own sources. */
async function locate(stack) {
  const frames = [];
  for (const line of stack.split("\n")) {
    const [, name, , path, row, column] = FRAME.exec(line) ?? [];
    if (path === undefined || path.includes("/node_modules/") || path.startsWith("/@")) continue;
    const module = await server.environments.client.moduleGraph.getModuleByUrl(path);
    if (!module || !isOwn(module)) continue;
    const map = module.transformResult?.map;
    const at = map?.mappings
      ? new SourceMap(map).findEntry(Number(row) - 1, Number(column) - 1)
      : { originalLine: Number(row) - 1, originalColumn: Number(column) - 1 };
    if (at.originalLine === undefined) continue;
    frames.push({
      functionName: name.replace(/^async /, "").trim() || "(anonymous)",
      path: posix(module.file),
      line: at.originalLine + 1,
      column: at.originalColumn + 1,
    });
  }
  return frames;
}

const answers = {
  turn: ({ revision, changes }) =>
    inTurn(async () => say({ type: "turn", revision, ...(await takeTurn(changes)) })),
  locate: ({ id, stack }) =>
    void locate(stack).then((frames) => say({ type: "located", id, frames })),
  overlay: ({ err }) => server.environments.client.hot.sendNow({ type: "error", err }),
};

const port = Number(process.env.PORT) || 5173;
const started = await createServer({
  root: ROOT,
  clearScreen: false,
  // On a machine of its own it is reached from outside (take-over.mjs).
  server: { port, strictPort: true, watch: null, host: process.env.CV2WEB_HOST ?? "localhost" },
  plugins: [ours],
});
await started.listen();
watchOutside();
const began = performance.now();
const problems = await check();
say({ type: "ready", port, problems, durationMs: performance.now() - began });

createInterface({ input: process.stdin }).on("line", (line) => {
  const at = line.indexOf(MARK);
  // A pseudo-terminal sends back what is typed into it; only our own lines count.
  if (at < 0) return;
  const message = JSON.parse(line.slice(at + MARK.length));
  answers[message.type]?.(message);
});
