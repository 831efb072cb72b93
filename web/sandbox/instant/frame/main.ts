/**
 * The preview frame's own script: it receives the page's modules over a port and runs them here, in
 * the frame's origin. It is built by scripts/kit into frame.html and frameRuntime.
 */
import type { FromFrame, ToFrame } from "../messages.ts";
import { createAssets, servePublicFiles } from "./assets.ts";
import { captureConsole, captureErrors, describeError } from "./capture.ts";
import { connectPort } from "./connect-port.ts";
import { createOverlay } from "./overlay.ts";
import { afterPaint, createStyles, followLinks, showDocument } from "./page.ts";
import { BROKEN, createRegistry } from "./registry.ts";
import { createScriptRunner } from "./run-scripts.ts";

type PageMessage = Extract<ToFrame, { type: "load" | "update" }>;

/** How long a page may take to its first commit before what is there counts; milliseconds. */
const FIRST_COMMIT_WITHIN = 1_000;

async function startFrame() {
  const connected = connectPort();
  const assets = createAssets();
  const styles = createStyles(assets);
  const runScripts = createScriptRunner();
  const registry = createRegistry({ assetUrl: assets.urlOf, showStyle: styles.show });
  const showProblems = createOverlay();
  const port = await connected;
  const send = (message: FromFrame) => port.postMessage(message);
  const report = (error: unknown) => send({ type: "error", ...describeError(error) });

  captureConsole(send);
  captureErrors(report);
  servePublicFiles(assets);
  followLinks();

  let html = "";
  let hasBooted = false;

  /** Resolves at React's first commit, so that “painted” means the site and not an empty root. */
  function firstCommit(): Promise<void> {
    return new Promise((settle) => {
      const hook = (window as { __REACT_DEVTOOLS_GLOBAL_HOOK__?: Record<string, unknown> })
        .__REACT_DEVTOOLS_GLOBAL_HOOK__;
      const before = hook?.onCommitFiberRoot as ((...values: unknown[]) => void) | undefined;
      if (hook) {
        hook.onCommitFiberRoot = (...values: unknown[]) => {
          before?.apply(hook, values);
          settle();
        };
      }
      setTimeout(settle, FIRST_COMMIT_WITHIN);
    });
  }

  async function load(message: PageMessage) {
    html = message.html;
    assets.add(message.assets);
    registry.define(message.modules, await runScripts(message.modules));
    showDocument(html, assets);
    registry.useRefresh("react-refresh/runtime");
    const committed = firstCommit();
    try {
      for (const entry of message.entries) registry.load(entry);
      hasBooted = message.entries.length > 0;
    } catch (error) {
      if (error !== BROKEN) report(error);
    }
    send({ type: "applied", revision: message.revision, update: "reload" });
    if (hasBooted) await committed;
    afterPaint(() => send({ type: "painted", revision: message.revision }));
  }

  async function update(message: PageMessage) {
    const { revision } = message;
    // A page that never started, or another index.html: only a fresh start shows it.
    if (!hasBooted || message.html !== html) {
      location.reload();
      return;
    }
    assets.add(message.assets);
    registry.define(message.modules, await runScripts(message.modules));
    try {
      if (!registry.update(message.modules)) {
        location.reload();
        return;
      }
      registry.remove(message.removed);
      styles.remove(message.removed);
      send({ type: "applied", revision, update: "hot" });
    } catch (error) {
      if (error !== BROKEN) report(error);
      send({ type: "applied", revision, update: "none" });
    }
    afterPaint(() => send({ type: "painted", revision }));
  }

  let queue = Promise.resolve();
  port.addEventListener("message", ({ data }: MessageEvent<ToFrame>) => {
    if (data.type === "reload") location.reload();
    else if (data.type === "problems") showProblems(data.problems);
    else {
      queue = queue.then(async () => {
        await (data.type === "load" ? load(data) : update(data));
        showProblems(data.problems);
      });
    }
  });
  port.start();
}

void startFrame();
