/** Daytona's sandboxes over the runner's workspaces: their states, and what they outlive. */
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Declined, declinedFor, isSame, valueOf } from "../answers.ts";
import { newPreviewKey, type PreviewKeeper, type PreviewTarget } from "../previews.ts";
import type { Workspace, Workspaces } from "../workspace.ts";
import { createSessions, type Sessions } from "./sessions.ts";
import { createTerminals, type Terminals } from "./terminals.ts";
import {
  dueOf,
  recordFor,
  stateAfterCrash,
  type SandboxRecord,
  type SandboxState,
  type SignedPreview,
} from "./record.ts";

/** A sandbox that runs: what its toolbox works with. */
export interface RunningSandbox {
  readonly workspace: Workspace;
  readonly sessions: Sessions;
  readonly terminals: Terminals;
  environment(): Readonly<Record<string, string>>;
}

export interface Sandboxes {
  create(asked: Readonly<Record<string, unknown>>): Promise<SandboxRecord>;
  /** By id or name. @throws Declined with 404 */
  get(idOrName: string): SandboxRecord;
  list(): readonly SandboxRecord[];
  start(id: string): Promise<SandboxRecord>;
  stop(id: string): Promise<SandboxRecord>;
  /** Packs the files of a stopped one, and gives its place on the machine back. */
  archive(id: string): Promise<SandboxRecord>;
  remove(id: string): Promise<SandboxRecord>;
  change(id: string, what: Partial<SandboxRecord>): Promise<SandboxRecord>;
  /** Its running part, which counts as activity. @throws Declined with 404 or 409 */
  running(id: string): RunningSandbox;
  portsOf(id: string): readonly number[];
  /** Whether this is the preview token of that sandbox. */
  holdsToken(id: string, token: string): boolean;
  sign(id: string, port: number, lastsMs: number): Promise<SignedPreview>;
  /** Does what is due by now. */
  look(now: number): Promise<void>;
  readonly previews: PreviewKeeper;
  close(): Promise<void>;
}

export interface SandboxesSettings {
  readonly workspaces: Workspaces;
  /** A folder that only the runner enters. */
  readonly folder: string;
  readonly now: () => number;
}

interface Live {
  record: SandboxRecord;
  running: RunningSandbox | null;
  /** Moves of one sandbox come one after the other. */
  turn: Promise<unknown>;
}

const MOST_SIGNED = 50;

/** Opens what an earlier start kept. */
export async function openSandboxes(settings: SandboxesSettings): Promise<Sandboxes> {
  const { workspaces, folder, now } = settings;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const all = new Map<string, Live>();
  const recordFile = (id: string) => join(folder, `${id}.json`);
  const archiveFile = (id: string) => join(folder, `${id}.tar.gz`);

  const find = (idOrName: string): Live => {
    const byName = () => [...all.values()].find(({ record }) => record.name === idOrName);
    const live = all.get(idOrName) ?? byName();
    if (!live) throw new Declined(404, `There is no sandbox “${idOrName}”.`, "NOT_FOUND");
    return live;
  };

  const save = async (live: Live, what: Partial<SandboxRecord>): Promise<SandboxRecord> => {
    live.record = { ...live.record, ...what, updatedAt: now() };
    const draft = `${recordFile(live.record.id)}.new`;
    await writeFile(draft, JSON.stringify(live.record), { mode: 0o600 });
    await rename(draft, recordFile(live.record.id));
    return live.record;
  };

  const inTurn = <T>(live: Live, work: () => Promise<T>): Promise<T> => {
    const mine = live.turn.then(work);
    live.turn = mine.catch(() => undefined);
    return mine;
  };

  const run = (live: Live, workspace: Workspace) => {
    // Whatever port was asked for: only its own are certain to be free.
    const own = { PORT: String(workspace.ownPorts[0]) };
    const environment = () => ({ ...live.record.environment, ...own });
    live.running = {
      workspace,
      environment,
      sessions: createSessions(workspace, environment),
      terminals: createTerminals(workspace, environment),
    };
  };

  const endRunning = async (live: Live) => {
    const workspace = live.running?.workspace;
    live.running = null;
    await workspace?.endProcesses();
  };

  const forget = async (live: Live): Promise<SandboxRecord> => {
    const { id } = live.record;
    await save(live, { state: "destroying" });
    await endRunning(live);
    await workspaces.remove(id);
    await rm(archiveFile(id), { force: true });
    await rm(recordFile(id), { force: true });
    all.delete(id);
    return live.record;
  };

  const mustBe = (live: Live, ...states: readonly SandboxState[]) => {
    const { id, state } = live.record;
    if (states.includes(state)) return;
    throw new Declined(
      409,
      `The sandbox ${id} is ${state}, not ${states.join(" or ")}.`,
      "CONFLICT",
    );
  };

  const restore = async (live: Live): Promise<Workspace> => {
    const { id } = live.record;
    await save(live, { state: "restoring" });
    const made = await workspaces.create(id, { kept: true });
    const unpacked = made.ok ? await made.value.unpack(archiveFile(id)) : made;
    if (!made.ok || !unpacked.ok) {
      const failure = made.ok ? (unpacked.ok ? null : unpacked.failure) : made.failure;
      await workspaces.remove(id);
      await save(live, { state: "archived" });
      throw declinedFor(failure!);
    }
    await rm(archiveFile(id), { force: true });
    return made.value;
  };

  const start = (live: Live) =>
    inTurn(live, async () => {
      if (live.record.state === "started") return live.record;
      mustBe(live, "stopped", "archived");
      const wasArchived = live.record.state === "archived";
      const workspace = wasArchived
        ? await restore(live)
        : valueOf(await workspaces.open(live.record.id));
      run(live, workspace);
      return save(live, { state: "started", activeAt: now() });
    });

  const stop = (live: Live) =>
    inTurn(live, async () => {
      if (live.record.state === "stopped") return live.record;
      mustBe(live, "started");
      await save(live, { state: "stopping" });
      await endRunning(live);
      // An ephemeral one goes with its stop.
      if (live.record.autoDeleteInterval === 0) return forget(live);
      return save(live, { state: "stopped" });
    });

  const archive = (live: Live) =>
    inTurn(live, async () => {
      mustBe(live, "stopped");
      const { id } = live.record;
      await save(live, { state: "archiving" });
      const packed = await valueOf(await workspaces.open(id)).pack(archiveFile(id));
      if (!packed.ok) {
        await rm(archiveFile(id), { force: true });
        await save(live, { state: "stopped" });
        throw declinedFor(packed.failure);
      }
      await workspaces.remove(id);
      return save(live, { state: "archived" });
    });

  const create = async (asked: Readonly<Record<string, unknown>>): Promise<SandboxRecord> => {
    const record = recordFor(asked, now());
    if ([...all.values()].some((other) => other.record.name === record.name)) {
      throw new Declined(409, `A sandbox named “${record.name}” is there already.`, "CONFLICT");
    }
    const live: Live = { record, running: null, turn: Promise.resolve() };
    all.set(record.id, live);
    try {
      await save(live, {});
      run(live, valueOf(await workspaces.create(record.id, { kept: true })));
      return await save(live, { state: "started" });
    } catch (error) {
      await forget(live);
      if (!(error instanceof Declined) || error.status !== 429) throw error;
      throw new Declined(429, error.message, error.code, { "retry-after-sandbox-create": "30" });
    }
  };

  const target = (live: Live | undefined): PreviewTarget | null =>
    live?.running
      ? {
          listening: () => live.running?.workspace.listening() ?? [],
          touch: () => {
            live.record = { ...live.record, activeAt: now() };
          },
        }
      : null;

  await readKept(all, settings, recordFile, archiveFile, save);

  return {
    create,
    get: (idOrName) => find(idOrName).record,
    list: () => [...all.values()].map(({ record }) => record),
    start: async (id) => start(find(id)),
    stop: async (id) => stop(find(id)),
    archive: async (id) => archive(find(id)),
    remove: async (id) => {
      const live = find(id);
      return inTurn(live, () => forget(live));
    },
    change: async (id, what) => save(find(id), what),
    running: (id) => {
      const live = find(id);
      if (!live.running) mustBe(live, "started");
      live.record = { ...live.record, activeAt: now() };
      return live.running!;
    },
    portsOf: (id) => find(id).running?.workspace.ownPorts ?? [],
    holdsToken: (id, token) => {
      const live = all.get(id);
      return live !== undefined && isSame(token, live.record.previewToken);
    },
    sign: async (id, port, lastsMs) => {
      const live = find(id);
      const one = { key: newPreviewKey(), port, expiresAt: now() + lastsMs };
      const valid = live.record.signed.filter(({ expiresAt }) => expiresAt > now());
      await save(live, { signed: [...valid.slice(-MOST_SIGNED), one] });
      return one;
    },
    look: async (at) => {
      for (const live of all.values()) {
        const due = dueOf(live.record, at);
        const move = { stop, archive, delete: () => inTurn(live, () => forget(live)) };
        // Somebody may have moved it meanwhile; the next look sees it as it is then.
        if (due) await move[due](live).catch((error: unknown) => console.error(error));
      }
    },
    previews: {
      byToken: (id, token) => {
        const live = all.get(id);
        const isOpen = live && (live.record.isPublic || isSame(token, live.record.previewToken));
        return isOpen ? target(live) : null;
      },
      byKey: (key, port) => {
        const fits = (one: SignedPreview) =>
          one.port === port && one.expiresAt > now() && isSame(key, one.key);
        return target([...all.values()].find(({ record }) => record.signed.some(fits)));
      },
    },
    close: async () => {
      for (const live of all.values()) {
        await inTurn(live, async () => {
          if (live.record.state !== "started") return;
          await endRunning(live);
          await save(live, { state: "stopped" });
        });
      }
    },
  };
}

async function readKept(
  all: Map<string, Live>,
  { workspaces, folder }: SandboxesSettings,
  recordFile: (id: string) => string,
  archiveFile: (id: string) => string,
  save: (live: Live, what: Partial<SandboxRecord>) => Promise<SandboxRecord>,
): Promise<void> {
  const withFiles = new Set(await workspaces.list());
  for (const name of await readdir(folder)) {
    if (!name.endsWith(".json")) continue;
    const record = JSON.parse(await readFile(join(folder, name), "utf8")) as SandboxRecord;
    const { id } = record;
    const has = { files: withFiles.has(id), archive: existsSync(archiveFile(id)) };
    const state = stateAfterCrash(record.state, has);
    if (state === null) {
      await workspaces.remove(id);
      await rm(archiveFile(id), { force: true });
      await rm(recordFile(id), { force: true });
      continue;
    }
    const live: Live = { record, running: null, turn: Promise.resolve() };
    all.set(id, live);
    // What is the same stays as it was: the time it was stopped at counts.
    if (state !== record.state) {
      await save(live, {
        state,
        errorReason: state === "error" ? "The sandbox’s files are gone from this machine." : null,
      });
    }
    if (state === "stopped") await rm(archiveFile(id), { force: true });
    if (state === "archived" && has.files) await workspaces.remove(id);
  }
}
