/** Where the runner keeps workspaces: a folder that their accounts can get to, and nobody else into. */
import { chmod, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fail, ok, type Result } from "../../shared/failure.ts";
import { abandonedStandIns, standInFor } from "./open-place.ts";
import { HAS_PROCESS_TABLE, startOf } from "./process-table.ts";
import { isSameProcess } from "./slots.ts";
import { isOpenToAll } from "./tools.ts";

export interface Place {
  /** One folder for each workspace. */
  readonly workspaces: string;
  readonly tools: string;
  /** Only the runner gets in here: files on their way, archives, what is known of each sandbox. */
  readonly own: string;
  /** Gives the place back to another start. */
  leave(): Promise<void>;
}

/**
 * Makes the folders, and takes them for this process. Fails with `conflict` when another runner works
 * over the same folder.
 */
export async function takePlace(asked: string): Promise<Result<Place>> {
  const folder = await reachable(asked);
  const own = join(folder, "own");
  const workspaces = join(folder, "workspaces");
  for (const path of [own, workspaces]) await mkdir(path, { recursive: true });
  await chmod(own, 0o700);
  await chmod(workspaces, 0o711);
  const note = join(own, "runner.json");
  const holder = await readHolder(note);
  if (holder && isSameProcess(holder.pid, holder.startedAt)) {
    return fail({
      kind: "conflict",
      message: "A runner works over this folder already.",
      nextStep: "Stop the other start of the app, or set CV2WEB_STATE to another folder.",
      detail: `${folder}, process ${holder.pid}`,
      retryable: false,
    });
  }
  await writeFile(note, JSON.stringify({ pid: process.pid, startedAt: startOf(process.pid) }));
  return ok({
    workspaces,
    tools: join(folder, "tools"),
    own,
    leave: () => rm(note, { force: true }),
  });
}

interface Holder {
  readonly pid: number;
  readonly startedAt: number | null;
}

async function readHolder(note: string): Promise<Holder | null> {
  try {
    const holder = JSON.parse(await readFile(note, "utf8")) as Holder;
    return HAS_PROCESS_TABLE || holder.pid !== process.pid ? holder : null;
  } catch {
    return null;
  }
}

async function reachable(asked: string): Promise<string> {
  await mkdir(asked, { recursive: true });
  if (process.getuid?.() !== 0 || (await isOpenToAll(asked))) return resolve(asked);
  return standInFor("runner-", asked);
}

/** Folders that stood for one that is gone by now, and in which no runner works. */
export async function abandonedPlaces(): Promise<string[]> {
  if (process.getuid?.() !== 0) return [];
  const abandoned: string[] = [];
  for (const folder of await abandonedStandIns(/^runner-/)) {
    const holder = await readHolder(join(folder, "own", "runner.json"));
    if (!holder || !isSameProcess(holder.pid, holder.startedAt)) abandoned.push(folder);
  }
  return abandoned;
}
