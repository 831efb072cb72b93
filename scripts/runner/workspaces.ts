/**
 * The local runner's workspaces: made, opened, removed, and cleared away when the runner that made them
 * has died.
 */
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { chmod, chown, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { fail, ok, type Failure, type Result } from "../../shared/failure.ts";
import type { Owner } from "./beneath.ts";
import { RUNNER_LIMITS, type RunnerLimits } from "./limits.ts";
import { openWorkspace, processesOf, type OpenWorkspace } from "./open-workspace.ts";
import { openNpmCache, type NpmCache } from "./npm-cache.ts";
import { abandonedPlaces, takePlace, type Place } from "./place.ts";
import { HAS_PROCESS_TABLE, processesOfUid } from "./process-table.ts";
import { endAll } from "./processes.ts";
import { freeSlot, keepSlot, slotsFolder, takeSlot, type Slot } from "./slots.ts";
import { straysOf } from "./strays.ts";
import { prepareTools, type Tools } from "./tools.ts";
import type { CreateOptions, Workspace, Workspaces } from "./workspace.ts";

export interface WorkspacesSettings {
  /** Everything lies below it; where other accounts can't reach it, root uses /var/lib/cv2web. */
  readonly folder: string;
  /** Other figures, for tests. */
  readonly limits?: Partial<RunnerLimits>;
}

/** What is kept of a workspace beside its files. */
interface Note {
  readonly slot: number;
  readonly kept: boolean;
  readonly environment: Readonly<Record<string, string>>;
}

const IS_ID = /^[a-z0-9][a-z0-9-]{0,63}$/;

interface Room {
  readonly place: Place;
  readonly limits: RunnerLimits;
  readonly tools: () => Promise<Tools>;
  readonly npm: NpmCache;
  readonly open: Map<string, OpenWorkspace>;
}

/**
 * Takes the folder, and clears away what an earlier runner left: its processes, and the workspaces that
 * weren't to be kept. Fails with `conflict` while another runner works over the folder.
 */
export async function openWorkspaces(settings: WorkspacesSettings): Promise<Result<Workspaces>> {
  const place = await takePlace(settings.folder);
  if (!place.ok) return place;
  // What runs of them is ended when its account is given to another workspace.
  for (const folder of await abandonedPlaces()) await rm(folder, { recursive: true, force: true });
  let tools: Promise<Tools> | null = null;
  const isRoot = process.getuid?.() === 0;
  const prepared = () => (tools ??= prepareTools(place.value.tools, isRoot));
  const room: Room = {
    place: place.value,
    limits: { ...RUNNER_LIMITS, ...settings.limits },
    tools: prepared,
    npm: await openNpmCache(npmRoot(), prepared),
    open: new Map(),
  };
  await mkdir(incomingOf(room), { recursive: true });
  await mkdir(notesOf(room), { recursive: true });
  await clearLeftOver(room);
  return ok({
    containment: { ownAccount: isRoot, watched: HAS_PROCESS_TABLE },
    create: (id, options) => create(room, id, options ?? {}),
    open: (id) => open(room, id),
    remove: (id) => remove(room, id),
    list: () => list(room),
    close: async () => {
      for (const [id, workspace] of room.open) {
        await workspace.endProcesses();
        workspace.close();
        if (!(await readNote(room, id))?.kept) await remove(room, id);
      }
      room.open.clear();
      await room.npm.close();
      await place.value.leave();
    },
  });
}

/** One for the whole machine, as the slots are. */
const npmRoot = () => join(dirname(slotsFolder()), "npm");

const incomingOf = ({ place }: Room) => join(place.own, "incoming");
const notesOf = ({ place }: Room) => join(place.own, "notes");
const noteOf = (room: Room, id: string) => join(notesOf(room), `${id}.json`);
const folderOf = ({ place }: Room, id: string) => join(place.workspaces, id);
/** The same over all starts, so that processes of a runner that died are known. */
const markOf = (room: Room, id: string) =>
  createHash("sha256").update(folderOf(room, id)).digest("hex").slice(0, 24);

/** `null` also where the folder is gone: its slot may be another's by now. */
async function readNote(room: Room, id: string): Promise<Note | null> {
  if (!existsSync(folderOf(room, id))) return null;
  try {
    return JSON.parse(await readFile(noteOf(room, id), "utf8")) as Note;
  } catch {
    return null;
  }
}

async function writeNote(room: Room, id: string, note: Note): Promise<void> {
  await writeFile(noteOf(room, id), JSON.stringify(note), { mode: 0o600 });
}

async function list(room: Room): Promise<readonly string[]> {
  const ids = (await readdir(notesOf(room))).map((name) => name.replace(/\.json$/, ""));
  return ids.filter((id) => existsSync(folderOf(room, id))).toSorted();
}

/** Ends processes of a runner that died and removes what wasn't to be kept. */
async function clearLeftOver(room: Room): Promise<void> {
  await rm(incomingOf(room), { recursive: true, force: true });
  await mkdir(incomingOf(room));
  for (const id of await readdir(room.place.workspaces)) {
    const note = await readNote(room, id);
    const slot = note ? await slotAgain(room, id, note) : null;
    if (slot) {
      const theirs = { slot, mark: markOf(room, id) };
      await endAll(() => processesOf(theirs, { thorough: true }));
    }
    if (!note?.kept) await remove(room, id);
  }
}

/** The slot of a workspace that is there; another one, where its own has gone to somebody else. */
async function slotAgain(room: Room, id: string, note: Note): Promise<Slot | null> {
  const folder = folderOf(room, id);
  const same = await keepSlot(note.slot, folder, room.limits);
  if (same) return same;
  const other = await takeSlot(folder, room.limits);
  if (other === null) return null;
  if (other.owner) await giveTo(folder, other.owner);
  await writeNote(room, id, { ...note, slot: other.number });
  return other;
}

/** What is in a workspace's folder goes to another account; links themselves, not what they lead to. */
async function giveTo(folder: string, { uid, gid }: Owner): Promise<void> {
  const inside = ["project", "home"].map((name) => join(folder, name));
  await promisify(execFile)("chown", ["-Rh", `${uid}:${gid}`, "--", ...inside]);
}

async function create(room: Room, id: string, options: CreateOptions): Promise<Result<Workspace>> {
  if (!IS_ID.test(id)) {
    return fail({
      kind: "invalid",
      message: "A workspace’s id is 1–64 of a–z, 0–9 and “-”.",
      nextStep: "Choose another id.",
      retryable: false,
    });
  }
  const folder = folderOf(room, id);
  // Whoever makes the folder has the id.
  const made = await mkdir(folder, { mode: 0o711 }).then(
    () => true,
    () => false,
  );
  if (!made) {
    return fail({
      kind: "conflict",
      message: "A workspace of this id is there already.",
      nextStep: "Choose another id.",
      retryable: false,
    });
  }
  const slot =
    (await list(room)).length < room.limits.workspaces ? await takeSlot(folder, room.limits) : null;
  if (slot === null) {
    await rm(folder, { recursive: true });
    return fail(NO_ROOM);
  }
  // The account may have belonged to a workspace whose folder somebody removed by hand.
  if (slot.owner) await endAll(() => processesOfUid(slot.owner!.uid));
  const { kept = false, environment = {} } = options;
  const note: Note = { slot: slot.number, kept, environment };
  await writeNote(room, id, note);
  await makeFolders(folder, slot, room);
  // Asking npm for its settings takes a moment: it has answered when the first process starts.
  void room.tools();
  void room.npm.fill();
  return open(room, id);
}

const NO_ROOM: Failure = {
  kind: "quota-exceeded",
  message: "No more workspaces fit on this machine.",
  nextStep: "Stop or delete one, then try again.",
  retryable: true,
};

/** What is lent at the start may be this part of a workspace's disk share. */
const LENT_SHARE = 8;

/** The prompt names the folder alone: the account has no name that a shell could show. */
const SHELL_SETTINGS = "PS1='\\w \\$ '\n";

async function makeFolders(folder: string, { owner }: Slot, { npm, limits }: Room): Promise<void> {
  await chmod(folder, 0o711);
  const home = join(folder, "home");
  const shell = join(home, ".bashrc");
  for (const path of [join(folder, "project"), home, join(home, ".tmp")]) {
    await mkdir(path, { mode: 0o700 });
  }
  await writeFile(shell, SHELL_SETTINGS);
  await npm.lend(home, owner, limits.diskBytes / LENT_SHARE);
  if (!owner) return;
  // The outermost last: from then on its owner could get in.
  for (const path of [shell, join(home, ".tmp"), home, join(folder, "project")]) {
    await chown(path, owner.uid, owner.gid);
  }
}

async function open(room: Room, id: string): Promise<Result<Workspace>> {
  const there = room.open.get(id);
  if (there) return ok(there);
  const note = IS_ID.test(id) ? await readNote(room, id) : null;
  if (!note) {
    return fail({
      kind: "not-found",
      message: "There is no workspace of this id.",
      nextStep: "Make a new one.",
      retryable: false,
    });
  }
  const slot = await keepSlot(note.slot, folderOf(room, id), room.limits);
  if (slot === null) return fail(NO_ROOM);
  const workspace = openWorkspace({
    id,
    place: folderOf(room, id),
    incoming: incomingOf(room),
    slot,
    limits: room.limits,
    mark: markOf(room, id),
    environment: note.environment,
    tools: room.tools,
  });
  room.open.set(id, workspace);
  return ok(workspace);
}

async function remove(room: Room, id: string): Promise<void> {
  if (!IS_ID.test(id)) return;
  const workspace = room.open.get(id);
  await workspace?.endProcesses();
  workspace?.close();
  room.open.delete(id);
  const note = await readNote(room, id);
  const slot = note ? await keepSlot(note.slot, folderOf(room, id), room.limits) : null;
  // No process of its account is left that could swap a folder meanwhile.
  for (const path of await straysOf(slot?.owner ?? null)) {
    await rm(path, { recursive: true, force: true });
  }
  await rm(folderOf(room, id), { recursive: true, force: true, maxRetries: 3 });
  await rm(noteOf(room, id), { force: true });
  if (slot) await freeSlot(slot);
}
