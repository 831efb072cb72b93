/** What is kept of a sandbox, and how Daytona's API shows it. */
import { randomBytes, randomUUID } from "node:crypto";

/** The states of Daytona's API that the runner knows. */
export type SandboxState =
  | "creating"
  | "started"
  | "stopping"
  | "stopped"
  | "starting"
  | "archiving"
  | "archived"
  | "restoring"
  | "destroying"
  | "error";

export interface SignedPreview {
  readonly key: string;
  readonly port: number;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

export interface SandboxRecord {
  readonly id: string;
  readonly name: string;
  readonly state: SandboxState;
  readonly errorReason: string | null;
  readonly environment: Readonly<Record<string, string>>;
  readonly labels: Readonly<Record<string, string>>;
  readonly isPublic: boolean;
  readonly snapshot: string;
  readonly target: string;
  readonly user: string;
  /** As asked for; the runner's own limits hold. */
  readonly cpu: number;
  readonly memory: number;
  readonly disk: number;
  /** Minutes without activity until it is stopped; 0: never. */
  readonly autoStopInterval: number;
  /** Minutes stopped until it is archived; 0: never. */
  readonly autoArchiveInterval: number;
  /** Minutes stopped until it is deleted; 0: at once, -1: never. */
  readonly autoDeleteInterval: number;
  /** Milliseconds since 1970, all of them. */
  readonly destroyAt: number | null;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly activeAt: number;
  readonly previewToken: string;
  readonly signed: readonly SignedPreview[];
}

/** Daytona's own defaults (its documentation, “Sandboxes”). */
const DEFAULTS = { cpu: 1, memory: 1, disk: 3, autoStopMinutes: 15, autoArchiveMinutes: 10_080 };

const textOr = (value: unknown, otherwise: string): string =>
  typeof value === "string" && value !== "" ? value : otherwise;
const numberOr = (value: unknown, otherwise: number): number =>
  typeof value === "number" && Number.isInteger(value) ? value : otherwise;
/** Of an object the members whose values are text. */
export const textsOf = (value: unknown): Record<string, string> =>
  typeof value === "object" && value !== null
    ? Object.fromEntries(
        Object.entries(value).filter(
          (entry): entry is [string, string] => typeof entry[1] === "string",
        ),
      )
    : {};

/** A new sandbox as it was asked for (the API's CreateSandbox). */
export function recordFor(asked: Readonly<Record<string, unknown>>, now: number): SandboxRecord {
  const id = randomUUID();
  const ttl = numberOr(asked.ttlMinutes, 0);
  return {
    id,
    name: textOr(asked.name, id),
    state: "creating",
    errorReason: null,
    environment: textsOf(asked.env),
    labels: textsOf(asked.labels),
    isPublic: asked.public === true,
    snapshot: textOr(asked.snapshot, "local"),
    target: textOr(asked.target, "local"),
    user: textOr(asked.user, "dev"),
    cpu: numberOr(asked.cpu, DEFAULTS.cpu),
    memory: numberOr(asked.memory, DEFAULTS.memory),
    disk: numberOr(asked.disk, DEFAULTS.disk),
    autoStopInterval: numberOr(asked.autoStopInterval, DEFAULTS.autoStopMinutes),
    autoArchiveInterval: numberOr(asked.autoArchiveInterval, DEFAULTS.autoArchiveMinutes),
    autoDeleteInterval: numberOr(asked.autoDeleteInterval, -1),
    destroyAt: ttl > 0 ? now + ttl * 60_000 : null,
    createdAt: now,
    updatedAt: now,
    activeAt: now,
    previewToken: randomBytes(24).toString("base64url"),
    signed: [],
  };
}

const DESIRED: Readonly<Partial<Record<SandboxState, string>>> = {
  stopping: "stopped",
  stopped: "stopped",
  archiving: "archived",
  archived: "archived",
  destroying: "destroyed",
};

/**
 * The sandbox as the API's Sandbox. Its network isn't blocked whatever was asked: a process on this
 * machine reaches what the machine reaches.
 */
export function shownOf(record: SandboxRecord, toolboxProxyUrl: string, ports: readonly number[]) {
  const time = (at: number) => new Date(at).toISOString();
  const { labels, cpu, memory, disk, state } = record;
  return {
    id: record.id,
    name: record.name,
    organizationId: "local",
    user: record.user,
    labels,
    cpu,
    gpu: 0,
    memory,
    disk,
    state,
    target: record.target,
    snapshot: record.snapshot,
    env: { ...record.environment, ...(ports[0] ? { PORT: String(ports[0]) } : {}) },
    public: record.isPublic,
    networkBlockAll: false,
    desiredState: DESIRED[state] ?? "started",
    ...(record.errorReason ? { errorReason: record.errorReason } : {}),
    recoverable: false,
    backupState: state === "archived" ? "Completed" : "None",
    autoStopInterval: record.autoStopInterval,
    autoArchiveInterval: record.autoArchiveInterval,
    autoDeleteInterval: record.autoDeleteInterval,
    ...(record.destroyAt ? { autoDestroyAt: time(record.destroyAt) } : {}),
    createdAt: time(record.createdAt),
    updatedAt: time(record.updatedAt),
    lastActivityAt: time(record.activeAt),
    sandboxClass: "container",
    daemonVersion: "local",
    runnerId: "local",
    toolboxProxyUrl,
  };
}

/** What time alone does to a sandbox: stop, archive or delete it; `null`: nothing is due. */
export function dueOf(record: SandboxRecord, now: number): "stop" | "archive" | "delete" | null {
  const { state, autoStopInterval, autoArchiveInterval, autoDeleteInterval } = record;
  const minutesSince = (at: number) => (now - at) / 60_000;
  if (record.destroyAt !== null && now >= record.destroyAt) return "delete";
  if (state === "started") {
    const isIdle = autoStopInterval > 0 && minutesSince(record.activeAt) >= autoStopInterval;
    return isIdle ? "stop" : null;
  }
  if (state !== "stopped" && state !== "archived") return null;
  const stoppedFor = minutesSince(record.updatedAt);
  if (autoDeleteInterval >= 0 && stoppedFor >= autoDeleteInterval) return "delete";
  const isOld = autoArchiveInterval > 0 && stoppedFor >= autoArchiveInterval;
  return state === "stopped" && isOld ? "archive" : null;
}

/** The state in which a sandbox is found after its runner has died in the middle of something. */
export function stateAfterCrash(
  state: SandboxState,
  has: { readonly files: boolean; readonly archive: boolean },
): SandboxState | null {
  if (state === "creating" || state === "destroying") return null;
  // Archiving packs first and removes after: an archive without a rest is whole.
  if (has.files && (state === "archiving" || !has.archive)) return "stopped";
  if (has.archive) return "archived";
  return has.files ? "stopped" : "error";
}
