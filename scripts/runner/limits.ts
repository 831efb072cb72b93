/**
 * What one workspace of the local runner may use (SPEC R3.10: ports 4000–5000, 512 MB each). The one
 * place of these figures; the hosted ones are in shared/limits.ts.
 */
const MB = 2 ** 20;

export const RUNNER_LIMITS = {
  /** Ports given out (R3.10); the last block ends before 5000. */
  firstPort: 4000,
  lastPort: 5000,
  /** Ports that belong to one workspace; the first is its PORT. */
  portsEach: 5,
  /** Node's heap for each process, in megabytes (R3.10), set by NODE_OPTIONS. */
  nodeHeapMb: 512,
  /**
   * Resident bytes of all processes of a workspace, without files they map: the 512 MB of R3.10, and
   * half as much for what isn't Node's heap. Measured with a template on 2026-11-21: `npm ci` 175 MB,
   * Vite's server 226 MB, that and a production build at once 371 MB.
   */
  residentBytes: 768 * MB,
  /** Bytes of data one process may map: stops what grows faster than the watchdog looks. */
  mappedBytes: 4096 * MB,
  /** Processes and threads of a workspace; a Node process has about a dozen. */
  processes: 512,
  /** Bytes of all files of a workspace, `node_modules` and npm's cache included. */
  diskBytes: 2048 * MB,
  /** Bytes of one file. */
  fileBytes: 512 * MB,
  /** Bytes of one upload by the API. */
  uploadBytes: 100 * MB,
  /** Files open in one process. */
  openFiles: 8192,
  /** Added to the priority of each process: everything else on the machine goes first. */
  niceness: 10,
  /** No process runs longer than this, in milliseconds. */
  processMs: 12 * 3_600_000,
  /** Between being asked to end and being ended, in milliseconds. */
  graceMs: 2_000,
  /** Between two looks of the watchdog over running workspaces, in milliseconds. */
  lookEveryMs: 500,
  /** The same while something was started a moment ago: a server that listens is noticed at once. */
  lookSoonMs: 100,
  /** How long that moment is, in milliseconds. */
  soonMs: 60_000,
  /** Between two looks at a workspace's disk when little was written, in milliseconds. */
  diskEveryMs: 10_000,
  /** Bytes written since the last look at the disk that call for another. */
  diskAfterBytes: 64 * MB,
  /** Workspaces of one runner at the same time, stopped ones included. */
  workspaces: 100,
  /**
   * The first of the user ids that workspaces get where the runner is root, one for each block of
   * ports: numbers without a name on the machine.
   */
  firstUid: 52_000,
} as const;

export type RunnerLimits = { readonly [name in keyof typeof RUNNER_LIMITS]: number };
