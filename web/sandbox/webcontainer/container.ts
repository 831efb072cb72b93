/**
 * The one file that knows `@webcontainer/api`. A page can hold one container at a time (R3.9), so it is
 * lent: who takes it next waits until the last one has torn it down.
 */
import { ISOLATION } from "../../../shared/isolation.ts";
import type { PreviewMessage, WebContainer, WebContainerProcess } from "@webcontainer/api";
import { fail, ok, type Failure, type Result } from "../../../shared/failure.ts";
import { OWN_FOLDER } from "../../../shared/own-folder.ts";
import type { FileChange, FileContent } from "../../../shared/project.ts";
import type { MachineProcess, NodeMachine, PageError, SpawnOptions } from "../node/node-machine.ts";
import { listFiles, readFiles } from "./collect-files.ts";
import { folderTree } from "./folder-tree.ts";

export interface ContainerSettings {
  /** Another origin than StackBlitz's to load the runtime's frame from: the local runner's. */
  readonly frameOrigin: string | null;
  /** StackBlitz's client key; needed in for-profit production. */
  readonly apiKey: string | null;
}

let settings: ContainerSettings = { frameOrigin: null, apiKey: null };
let isConfigured = false;

/** Whether Node runs beside the browser, on this machine, and not in it. */
export const isLocal = (): boolean => settings.frameOrigin?.includes("//headless.") === true;

/** Says where the runtime comes from; before the first boot of the page, later calls change nothing. */
export function configureContainer(next: ContainerSettings): void {
  if (!isConfigured) settings = next;
}

/** A boot that hasn't answered yet: the SDK allows no second one beside it. */
let booting: Promise<WebContainer> | null = null;
/** Ends when the container in use has been torn down. */
let lent: Promise<unknown> = Promise.resolve();
/** Counts who asked for it: only the last may have a boot that comes late. */
let asked = 0;

/**
 * Boots the container of this page, named so to the person, when it is free. Fails with `unavailable` after `withinMs`
 * (offline, blocked, unsupported); a boot that answers later is torn down again.
 */
export async function takeContainer(name: string, withinMs: number): Promise<Result<NodeMachine>> {
  const late = Promise.withResolvers<null>();
  const timer = setTimeout(() => late.resolve(null), withinMs);
  const turn = lent;
  const mine = (asked += 1);
  const back = Promise.withResolvers<void>();
  lent = turn.then(() => back.promise);
  try {
    const booted = turn.then(boot);
    const container = await Promise.race([booted, late.promise]);
    if (container !== null) return ok(wrap(container, back.resolve));
    void booted.then((tooLate) => mine === asked && tooLate.teardown()).catch(() => undefined);
    back.resolve();
    return fail(silent(name));
  } catch (error) {
    back.resolve();
    return fail(silent(name, String(error)));
  } finally {
    clearTimeout(timer);
  }
}

async function boot(): Promise<WebContainer> {
  if (booting !== null) {
    // The frame never came up: loading it again is what can wake the boot that waits for it.
    reloadFrame();
    return booting;
  }
  const { WebContainer, configureAPIKey } = await import("@webcontainer/api");
  if (!isConfigured) {
    isConfigured = true;
    if (settings.frameOrigin !== null) {
      Object.assign(globalThis, { WEBCONTAINER_API_IFRAME_URL: settings.frameOrigin });
    }
    if (settings.apiKey !== null) configureAPIKey(settings.apiKey);
  }
  booting = WebContainer.boot({
    // As the app's own documents are sent: it must be the same.
    coep: ISOLATION["cross-origin-embedder-policy"],
    workdirName: "portfolio",
    forwardPreviewErrors: "exceptions-only",
  }).finally(() => (booting = null));
  return booting;
}

function reloadFrame(): void {
  for (const frame of document.querySelectorAll("iframe")) {
    const url = URL.parse(frame.src);
    if (url?.pathname === "/headless") frame.src = url.href;
  }
}

const silent = (name: string, detail?: string): Failure => ({
  kind: "unavailable",
  message: `${name} didn’t start.`,
  nextStep: "Check the network and whether this browser blocks other sites’ storage.",
  retryable: true,
  ...(detail !== undefined && { detail }),
});

function wrap(container: WebContainer, back: () => void): NodeMachine {
  const read = async (path: string): Promise<Uint8Array | null> =>
    container.fs.readFile(path).catch(() => null);
  const list = async (path: string) => {
    const entries = await container.fs.readdir(path, { withFileTypes: true }).catch(() => []);
    return entries.map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() }));
  };
  const write = async (changes: readonly FileChange[]) => {
    const kept = changes.filter(
      (change): change is FileChange & { content: FileContent } => change.content !== null,
    );
    if (kept.length > 0) await container.mount(folderTree(kept));
    for (const { path, content } of changes) {
      if (content === null) await container.fs.rm(path, { force: true });
    }
  };
  const spawn = async (command: string, args: readonly string[], options: SpawnOptions = {}) =>
    processOf(
      await container.spawn(command, [...args], {
        ...(options.terminal && { terminal: options.terminal }),
      }),
    );
  return {
    write,
    read,
    list: () => listFiles({ list }),
    readAll: (folder) => readFiles({ list, read }, folder),
    spawn,
    serve: async (files, entry) => {
      const own = Object.entries(files);
      await write(own.map(([name, content]) => ({ path: `${OWN_FOLDER}/${name}`, content })));
      return spawn("node", [`${OWN_FOLDER}/${entry}`]);
    },
    address: addressesOf(container),
    onLost: (listener) => void container.on("error", ({ message }) => listener(message)),
    onPageError: (listener) =>
      void container.on("preview-message", (message) => listener(pageError(message))),
    release: async () => {
      container.teardown();
      back();
    },
  };
}

/** Where each port is reached, from the moment it is listened on. */
function addressesOf(container: WebContainer): (port: number) => Promise<string> {
  const known = new Map<number, PromiseWithResolvers<string>>();
  const at = (port: number) => {
    const address = known.get(port) ?? Promise.withResolvers<string>();
    known.set(port, address);
    return address;
  };
  container.on("server-ready", (port, url) => at(port).resolve(url));
  return (port) => at(port).promise;
}

function processOf(process: WebContainerProcess): MachineProcess {
  const input = process.input.getWriter();
  return {
    output: process.output,
    exit: process.exit,
    // What is typed after the end goes nowhere.
    write: (text) => void input.write(text).catch(() => undefined),
    resize: (cols, rows) => process.resize({ cols, rows }),
    kill: () => process.kill(),
  };
}

function pageError(message: PreviewMessage): PageError {
  const text = "args" in message ? message.args.map(String).join(" ") : message.message;
  return { message: text, stack: message.stack ?? "" };
}
