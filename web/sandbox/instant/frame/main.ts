/**
 * The preview frame's own script: it receives the page's modules over a port and runs them here, in
 * the frame's origin. It is built by scripts/kit into frame.html and frameRuntime.
 */
import type { FromFrame, ToFrame } from "../messages.ts";
import { createAssets, servePublicFiles } from "./assets.ts";
import { auditPage, watchRequests } from "./audit-page.ts";
import { captureConsole, captureErrors, describeError } from "./capture.ts";
import { connectPort } from "./connect-port.ts";
import { createOverlay } from "./overlay.ts";
import { afterPaint, createStyles, followLinks, showDocument } from "./page.ts";
import { BROKEN, ModuleRegistry } from "./registry.ts";
import { createScriptRunner } from "./run-scripts.ts";

type PageMessage = Extract<ToFrame, { type: "load" | "update" }>;

/** How long a page may take to its first commit before what is there counts; milliseconds. */
const FIRST_COMMIT_WITHIN = 1_000;

class FramePage {
  #assets = createAssets();
  #styles = createStyles(this.#assets);
  #runScripts = createScriptRunner();
  #registry = new ModuleRegistry({
    assetUrl: this.#assets.urlOf,
    showStyle: this.#styles.show,
  });
  #showProblems = createOverlay();
  #send: (message: FromFrame) => void;
  #html = "";
  #hasBooted = false;
  #queue: Promise<void> = Promise.resolve();

  constructor(send: (message: FromFrame) => void) {
    this.#send = send;
    captureConsole(send);
    captureErrors(this.#report);
    watchRequests();
    servePublicFiles(this.#assets);
    followLinks();
  }

  receive(message: ToFrame) {
    if (message.type === "reload") location.reload();
    else if (message.type === "problems") this.#showProblems(message.problems);
    else if (message.type === "audit") {
      const { id, script } = message;
      this.#queue = this.#queue.then(async () =>
        this.#send({ type: "audited", id, audit: await auditPage(script) }),
      );
    } else {
      this.#queue = this.#queue.then(async () => {
        await (message.type === "load" ? this.#load(message) : this.#update(message));
        this.#showProblems(message.problems);
      });
    }
  }

  #report = (error: unknown) => {
    if (error !== BROKEN) this.#send({ type: "error", ...describeError(error) });
  };

  async #load({ html, entries, modules, assets, revision }: PageMessage) {
    this.#html = html;
    this.#assets.add(assets);
    this.#registry.define(modules, await this.#runScripts(modules));
    showDocument(html, this.#assets);
    this.#registry.useRefresh("react-refresh/runtime");
    const committed = firstCommit();
    try {
      for (const entry of entries) this.#registry.load(entry);
      this.#hasBooted = entries.length > 0;
    } catch (error) {
      this.#report(error);
    }
    this.#send({ type: "applied", revision, update: "reload" });
    if (this.#hasBooted) await committed;
    afterPaint(() => this.#send({ type: "painted", revision }));
  }

  async #update({ html, modules, assets, removed, revision }: PageMessage) {
    // A page that never started, or another index.html: only a fresh start shows it.
    if (!this.#hasBooted || html !== this.#html) {
      location.reload();
      return;
    }
    this.#assets.add(assets);
    this.#registry.define(modules, await this.#runScripts(modules));
    try {
      if (!this.#registry.update(modules)) {
        location.reload();
        return;
      }
      this.#registry.remove(removed);
      this.#styles.remove(removed);
      this.#send({ type: "applied", revision, update: "hot" });
    } catch (error) {
      this.#report(error);
      this.#send({ type: "applied", revision, update: "none" });
    }
    afterPaint(() => this.#send({ type: "painted", revision }));
  }
}

/** Resolves at React's first commit, so that “painted” means the site and not an empty root. */
function firstCommit(): Promise<void> {
  return new Promise((settle) => {
    const globals = window as unknown as Record<string, Record<string, unknown> | undefined>;
    const hook = globals["__REACT_DEVTOOLS_GLOBAL_HOOK__"];
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

void connectPort().then((port) => {
  const page = new FramePage((message) => port.postMessage(message));
  port.addEventListener("message", ({ data }: MessageEvent<ToFrame>) => page.receive(data));
  port.start();
});
