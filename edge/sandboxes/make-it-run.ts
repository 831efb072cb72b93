import { fail, ok, type Failure, type Result } from "../../shared/failure.ts";
import { OWN_FOLDER, SERVED_NOTE } from "../../shared/own-folder.ts";
import type { ProjectFiles } from "../../shared/project.ts";
import type { PortAddress, SandboxProvider } from "./provider.ts";

export type Send = (request: Request) => Promise<Response>;

/** What making a sandbox run tells on its way. */
export interface WorkReport {
  step(name: string, message: string, progress: number): Promise<void>;
  /** What the step under way prints. */
  lines(name: string, message: string, progress: number, lines: readonly string[]): Promise<void>;
  /** Noted before anything else is done with it: a second try finds it again. */
  hasMachine(machineId: string): void;
}

export interface WorkInput {
  readonly provider: SandboxProvider;
  /** Sends a request with the ids of what it is for. */
  readonly send: Send;
  readonly sandboxId: string;
  /** The machine it had; it may be gone. */
  readonly machineId: string | null;
  readonly takeMachine: () => Promise<string | null>;
  readonly files: ProjectFiles;
  readonly serves: boolean;
  readonly report: WorkReport;
  /** Called between getting a machine and putting the project on it. */
  readonly onBuilding: () => void;
  /** Called when its packages are installed, before it is served. */
  readonly onInstalled: (machineId: string) => Promise<Result<unknown>>;
}

const INSTALL_WITHIN_MS = 4 * 60_000;
const SERVES_WITHIN_MS = 60_000;
const UPLOAD_FILES = 100;
const UPLOAD_TRIES = 3;

/** A machine, the files on it, packages installed, the site served. Can be begun again at any point. */
export async function makeItRun(
  input: WorkInput,
): Promise<Result<{ readonly port: number | null }>> {
  const { provider, report, files } = input;
  await report.step("create", "Getting a machine", 10);
  const machineId = await getMachine(input);
  if (!machineId.ok) return machineId;
  report.hasMachine(machineId.value);
  input.onBuilding();
  const copied = await copyFiles(provider, machineId.value, files, report);
  if (!copied.ok) return copied;
  if (!input.serves) return ok({ port: null });
  const installed = await install(input, machineId.value);
  if (!installed.ok) return installed;
  const ready = await input.onInstalled(machineId.value);
  if (!ready.ok) return ready;
  await report.step("serve", "Starting Vite", 85);
  return serve(input, machineId.value);
}

async function getMachine(input: WorkInput): Promise<Result<string>> {
  const { provider, machineId, sandboxId } = input;
  if (machineId !== null) {
    const started = await provider.start(machineId);
    if (started.ok) return ok(machineId);
    if (started.failure.kind !== "not-found") return started;
  }
  const ready = await input.takeMachine();
  if (ready !== null) {
    const started = await provider.start(ready);
    if (started.ok) return ok(ready);
  }
  const made = await provider.make(`cv2web-${sandboxId}`);
  return made.ok ? ok(made.value.id) : made;
}

/** In batches, each tried again by itself, so that one lost request costs no whole upload. */
async function copyFiles(
  provider: SandboxProvider,
  machineId: string,
  files: ProjectFiles,
  report: WorkReport,
): Promise<Result<void>> {
  const changes = Object.entries(files).map(([path, content]) => ({ path, content }));
  for (let from = 0; from < changes.length; from += UPLOAD_FILES) {
    const done = Math.min(from + UPLOAD_FILES, changes.length);
    const progress = 40 + Math.round((20 * done) / changes.length);
    const batch = changes.slice(from, done);
    let written = await provider.write(machineId, batch);
    for (
      let tries = 1;
      !written.ok && written.failure.retryable && tries < UPLOAD_TRIES;
      tries += 1
    ) {
      written = await provider.write(machineId, batch);
    }
    if (!written.ok) return written;
    await report.step("copy", `Copying files (${done} of ${changes.length})`, progress);
  }
  return ok(undefined);
}

async function install(
  { provider, files, report }: WorkInput,
  machineId: string,
): Promise<Result<void>> {
  const step = ["install", "Installing packages", 60] as const;
  await report.step(...step);
  // npm names each package that it fetches; what it already has it takes without a word.
  const command = `npm ${"package-lock.json" in files ? "ci" : "install"} --no-audit --no-fund --loglevel=http`;
  const ran = await provider.follow(machineId, command, INSTALL_WITHIN_MS, (lines) =>
    report.lines(...step, lines),
  );
  if (!ran.ok) return ran;
  return ran.value.exitCode === 0 ? ok(undefined) : fail(notInstalled(ran.value.output));
}

async function serve(
  { provider, send }: WorkInput,
  machineId: string,
): Promise<Result<{ readonly port: number }>> {
  // A machine may have ports of its own to listen on; PORT names the first.
  const asked = await provider.run(machineId, "echo ${PORT:-5173}", 10_000);
  if (!asked.ok) return asked;
  const port = Number(asked.value.output.trim()) || 5173;
  const address = await provider.address(machineId, port);
  if (!address.ok) return address;
  const host = new URL(address.value.url).hostname;
  const started = await provider.serve(machineId, viteCommand(port, host));
  if (!started.ok) return started;
  const until = Date.now() + SERVES_WITHIN_MS;
  while (Date.now() < until) {
    if (await isServed(address.value, send)) return ok({ port });
    await scheduler.wait(250);
  }
  return fail(NOT_SERVED);
}

/** Vite as the site's server, with a note of who serves for whoever takes its place (`SERVED_NOTE`). */
const viteCommand = (port: number, host: string): string =>
  [
    `sh -c 'mkdir -p ${OWN_FOLDER}`,
    `echo $$ ${port} ${host} > ${SERVED_NOTE}`,
    `export __VITE_ADDITIONAL_SERVER_ALLOWED_HOSTS=${host}`,
    `exec node_modules/.bin/vite --host 0.0.0.0 --port ${port} --strictPort'`,
  ].join("; ");

/** Whether something answers at an address of the provider's; its proxy says 5xx while nothing listens. */
export async function isServed({ url, token }: PortAddress, send: Send): Promise<boolean> {
  try {
    const request = new Request(url, {
      headers: previewHeaders(token),
      redirect: "manual",
      signal: AbortSignal.timeout(5_000),
    });
    const answer = await send(request);
    await answer.body?.cancel();
    return answer.status < 500;
  } catch {
    return false;
  }
}

/** What Daytona's preview proxy asks for (https://www.daytona.io/docs/en/preview/). */
export const previewHeaders = (token: string): Record<string, string> => ({
  "x-daytona-preview-token": token,
  "x-daytona-skip-preview-warning": "true",
});

const notInstalled = (output: string): Failure => ({
  kind: "build-failed",
  message: "The project’s packages can’t be installed.",
  nextStep: "Look at package.json; the log says which package it is.",
  detail: output.slice(-2_000),
  retryable: false,
});
const NOT_SERVED: Failure = {
  kind: "timed-out",
  message: "The project’s Vite didn’t start within a minute.",
  nextStep: "Try again; your site runs in the browser meanwhile.",
  retryable: true,
};
