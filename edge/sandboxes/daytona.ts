/** The one file that knows `@daytonaio/sdk`. It must come by `import()`: only hosted sandboxes need it. */
import { Daytona, DaytonaNotFoundError, type Sandbox } from "@daytonaio/sdk";
import { fail, ok, type Failure, type Result } from "../../shared/failure.ts";
import { HOSTED_LIFE, HOSTED_MACHINE } from "../../shared/limits.ts";
import type { FileChange, ProjectPath } from "../../shared/project.ts";
import { createOutbound, RefusedError, type Outbound } from "../outbound/outbound.ts";
import type {
  ListedFile,
  Machine,
  PortAddress,
  SandboxProvider,
  TerminalOrder,
} from "./provider.ts";
import { errorLine } from "../observe/error-note.ts";
import type { Correlation } from "../domain/correlation.ts";
import { carriedHeaders, carrying } from "./daytona-correlation.ts";
import { followCommand } from "./follow-command.ts";
import { FIND, filesIn, TERMINAL_FOLDER } from "./machine-scripts.ts";

export interface DaytonaSettings {
  readonly apiUrl: string;
  readonly apiKey: string;
  /** Region; Daytona's default when absent. */
  readonly target?: string | undefined;
}

/** Where the project lies, relative to a machine's working folder. */
const FOLDER = "portfolio";
/** Files of one upload: a form that is one request. */
const BATCH_BYTES = 8_000_000;
const BATCH_FILES = 200;

const RULE = {
  who: "The hosted sandbox",
  backoffMs: 300,
  breakAfter: 5,
  halfOpenAfterMs: HOSTED_LIFE.healthEveryMs / 2,
  atOnce: 60,
} as const;
/** What ends by itself in a moment, and what takes its time (an install, a new machine). */
const QUICK = { ...RULE, timeoutMs: 20_000, tries: 3 };
const LONG = { ...RULE, timeoutMs: HOSTED_LIFE.tryMs, tries: 2 };

/**
 * Hosted sandboxes at Daytona's, or at whatever speaks its API. Keep one for an isolate's life: it gives
 * the provider as calls with these ids see it.
 */
export function openDaytona(
  settings: DaytonaSettings,
): (correlation: Correlation) => SandboxProvider {
  const client = new Daytona({
    apiUrl: settings.apiUrl,
    apiKey: settings.apiKey,
    target: settings.target ?? "us",
    // Its own link for events would stay open between requests, which a worker may not.
    useDeprecatedPolling: true,
  });
  const quick = createOutbound(QUICK);
  const long = createOutbound(LONG);
  const look = createOutbound({ ...QUICK, timeoutMs: 10_000, tries: 2 });
  return (correlation) => {
    const carriedCall: typeof call = (outbound, work) =>
      call(outbound, () => carrying(correlation, work));
    const withMachine: WithMachine = (id, work, isLong = false) =>
      carriedCall(isLong ? long : quick, async () => work(await client.get(id)));
    return {
      look: () => carriedCall(look, () => answers(settings)),
      make: (name) => carriedCall(long, () => make(client, name)),
      ...machinesOf(withMachine),
      ...processesOf(withMachine, settings.apiKey),
    };
  };
}

/** The part of the port that is about machines and their files. */
const machinesOf = (
  withMachine: WithMachine,
): Pick<SandboxProvider, "find" | "start" | "stop" | "remove" | "write" | "list" | "read"> => ({
  find: (id) => withMachine(id, async (sandbox) => machineOf(sandbox)),
  start: (id) => withMachine(id, (sandbox) => startIfStopped(sandbox), true),
  stop: (id) =>
    withMachine(
      id,
      async (sandbox) => {
        if (sandbox.state !== "stopped") await sandbox.stop(60);
      },
      true,
    ),
  remove: async (id) => {
    const removed = await withMachine(id, (sandbox) => sandbox.delete(60));
    return removed.ok || removed.failure.kind === "not-found" ? ok(undefined) : removed;
  },
  write: (id, changes) => withMachine(id, (sandbox) => write(sandbox, changes), true),
  list: (id) => withMachine(id, list),
  read: (id, paths) => withMachine(id, (sandbox) => read(sandbox, paths), true),
});

/** Does something with a machine; `isLong` where it takes its time. */
type WithMachine = <T>(
  id: string,
  work: (sandbox: Sandbox) => Promise<T>,
  isLong?: boolean,
) => Promise<Result<T>>;

/** The part of the port that is about what runs on a machine. */
const processesOf = (
  withMachine: WithMachine,
  apiKey: string,
): Pick<
  SandboxProvider,
  "run" | "follow" | "serve" | "address" | "terminal" | "terminalFolder" | "resizeTerminal"
> => ({
  run: (id, command, withinMs) =>
    withMachine(
      id,
      async (sandbox) => {
        const seconds = Math.ceil(withinMs / 1_000);
        const ran = await sandbox.process.executeCommand(command, FOLDER, undefined, seconds);
        return { exitCode: ran.exitCode, output: ran.result };
      },
      true,
    ),
  follow: (id, command, withinMs, onLines) =>
    withMachine(
      id,
      ({ process }) => followCommand(process, `cd ${FOLDER} && ${command}`, { withinMs, onLines }),
      true,
    ),
  serve: (id, command) =>
    withMachine(id, async (sandbox) => {
      const session = `serve-${crypto.randomUUID()}`;
      await sandbox.process.createSession(session);
      await sandbox.process.executeSessionCommand(session, {
        command: `cd ${FOLDER} && ${command}`,
        runAsync: true,
      });
    }),
  address: (id, port) =>
    withMachine(id, async (sandbox): Promise<PortAddress> => sandbox.getPreviewLink(port)),
  terminal: (id, order) => withMachine(id, (sandbox) => openTerminal(sandbox, order, apiKey)),
  terminalFolder: (id) =>
    withMachine(id, async (sandbox) => {
      const ran = await sandbox.process.executeCommand(TERMINAL_FOLDER, FOLDER, undefined, 20);
      return ran.result.trim();
    }),
  resizeTerminal: (id, { name, columns, rows }) =>
    withMachine(id, async (sandbox) => {
      await sandbox.process.resizePtySession(name, columns, rows);
    }),
});

/** Puts “it isn't there” apart from what another try may mend. */
async function call<T>(outbound: Outbound, work: () => Promise<T>): Promise<Result<T>> {
  let isGone = false;
  const answer = await outbound.call(async () => {
    try {
      return await work();
    } catch (error) {
      isGone = error instanceof DaytonaNotFoundError;
      if (isGone) throw new RefusedError(errorLine(error));
      throw error;
    }
  });
  return !answer.ok && isGone ? fail(GONE) : answer;
}

const GONE: Failure = {
  kind: "not-found",
  message: "The hosted machine is gone.",
  nextStep: "Open the sandbox again; its files are kept.",
  retryable: true,
};

const machineOf = (sandbox: Sandbox): Machine => ({
  id: sandbox.id,
  isStarted: sandbox.state === "started",
});

/** Any answer but a fault of its own says that it is there. */
async function answers({ apiUrl, apiKey }: DaytonaSettings): Promise<void> {
  const answer = await fetch(`${apiUrl.replace(/\/$/, "")}/health`, {
    headers: { ...carriedHeaders(), authorization: `Bearer ${apiKey}` },
  });
  await answer.body?.cancel();
  if (answer.status >= 500) throw new Error(`It answered ${answer.status}.`);
}

async function make(client: Daytona, name: string): Promise<Machine> {
  const known = await client.get(name).catch((error: unknown) => {
    if (error instanceof DaytonaNotFoundError) return null;
    throw error;
  });
  if (known) {
    await startIfStopped(known);
    return machineOf(known);
  }
  const made = await client.create(
    {
      name,
      image: HOSTED_MACHINE.image,
      language: "typescript",
      resources: {
        cpu: HOSTED_MACHINE.cpus,
        memory: HOSTED_MACHINE.memoryGigabytes,
        disk: HOSTED_MACHINE.diskGigabytes,
      },
      labels: { app: "cv2web" },
      public: false,
      // A list of what is closed isn't to be had: this one closes private and link-local ranges, and ourselves.
      domainAllowList: HOSTED_MACHINE.reachableDomains.join(","),
      // Ours decides when it stops; this only catches what we forget. Never removed without us.
      autoStopInterval: Math.ceil((2 * HOSTED_LIFE.stopAfterMs) / 60_000),
      autoArchiveInterval: 24 * 60,
      autoDeleteInterval: -1,
    },
    { timeout: HOSTED_LIFE.tryMs / 1_000 },
  );
  // Commands and terminals start there, also before any file is sent.
  await made.process.executeCommand(`mkdir -p ${FOLDER}`, undefined, undefined, 20);
  return machineOf(made);
}

async function startIfStopped(sandbox: Sandbox): Promise<void> {
  if (sandbox.state !== "started") await sandbox.start(HOSTED_LIFE.tryMs / 1_000);
}

/** Many files a form, several forms one after another; deleted ones last. */
async function write(sandbox: Sandbox, changes: readonly FileChange[]): Promise<void> {
  let batch: { source: Buffer; destination: string }[] = [];
  let bytes = 0;
  const send = async () => {
    if (batch.length > 0) await sandbox.fs.uploadFiles(batch, 60);
    batch = [];
    bytes = 0;
  };
  for (const { path, content } of changes) {
    if (content === null) continue;
    const source = Buffer.from(content as string);
    if (batch.length >= BATCH_FILES || bytes + source.length > BATCH_BYTES) await send();
    batch.push({ source, destination: `${FOLDER}/${path}` });
    bytes += source.length;
  }
  await send();
  for (const { path, content } of changes) {
    if (content !== null) continue;
    await sandbox.fs.deleteFile(`${FOLDER}/${path}`).catch((error: unknown) => {
      if (!(error instanceof DaytonaNotFoundError)) throw error;
    });
  }
}

async function list(sandbox: Sandbox): Promise<readonly ListedFile[]> {
  const { result, exitCode } = await sandbox.process.executeCommand(FIND, FOLDER, undefined, 20);
  if (exitCode !== 0) throw new Error(`Its files can’t be listed: ${result.slice(0, 200)}`);
  return filesIn(result);
}

async function read(
  sandbox: Sandbox,
  paths: readonly ProjectPath[],
): Promise<ReadonlyMap<ProjectPath, Uint8Array>> {
  const found = new Map<ProjectPath, Uint8Array>();
  for (let from = 0; from < paths.length; from += BATCH_FILES) {
    const part = paths.slice(from, from + BATCH_FILES);
    const answers = await sandbox.fs.downloadFiles(
      part.map((path) => ({ source: `${FOLDER}/${path}` })),
      60,
    );
    for (const [index, { result }] of answers.entries()) {
      const bytes = typeof result === "string" ? new TextEncoder().encode(result) : result;
      if (bytes) found.set(part[index]!, new Uint8Array(bytes));
    }
  }
  return found;
}

/** The SDK's own terminal holds a socket open in the worker; ours is handed through to the browser. */
async function openTerminal(
  sandbox: Sandbox,
  { name, columns, rows, folder = "" }: TerminalOrder,
  apiKey: string,
): Promise<Response> {
  const cwd = (await isFolder(sandbox, folder)) ? `${FOLDER}/${folder}` : FOLDER;
  const size = { cols: String(columns), rows: String(rows) };
  const query = new URLSearchParams({ id: name, ...size, cwd });
  const base = `${sandbox.toolboxProxyUrl.replace(/\/$/, "")}/${sandbox.id}`;
  const answer = await fetch(`${base}/process/pty/create-connect?${query}`, {
    headers: { ...carriedHeaders(), upgrade: "websocket", authorization: `Bearer ${apiKey}` },
  });
  if (answer.status !== 101) throw new Error(`The terminal answered ${answer.status}.`);
  return answer;
}

async function isFolder(sandbox: Sandbox, folder: string): Promise<boolean> {
  if (folder === "") return false;
  const quoted = `'${folder.replaceAll("'", "'\\''")}'`;
  const asked = await sandbox.process.executeCommand(`test -d ${quoted}`, FOLDER, undefined, 20);
  return asked.exitCode === 0;
}
