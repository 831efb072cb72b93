/** What a Postgres left behind that was killed, or whose starter was. */
import { readFile, rm } from "node:fs/promises";
import { resolve } from "node:path";

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
};

/** Whether this process is a Postgres over this folder. Only Linux tells; elsewhere its name must do. */
async function isOurs(pid: number, folder: string): Promise<boolean> {
  const command = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => null);
  return command === null ? process.platform !== "linux" : command.includes(folder);
}

/**
 * Makes the folder free to be started on: ends a server that still runs over it (its starter is gone:
 * two starts share no folder), and removes the note of one that is dead, whose number another process
 * may have by now.
 */
export async function clearLeftOver(folder: string): Promise<void> {
  const note = resolve(folder, "postmaster.pid");
  const pid = Number((await readFile(note, "utf8").catch(() => "")).split("\n")[0]);
  if (!Number.isInteger(pid) || pid < 2) return;
  if (isAlive(pid) && (await isOurs(pid, folder))) {
    process.kill(pid, "SIGINT");
    for (let waited = 0; waited < 100 && isAlive(pid); waited++) {
      await new Promise((wake) => setTimeout(wake, 100));
    }
    return;
  }
  await rm(note, { force: true });
}

/** The port of a server that runs over this folder just now; `null` where none does. */
export async function readRunningPort(folder: string): Promise<number | null> {
  const note = await readFile(resolve(folder, "postmaster.pid"), "utf8").catch(() => "");
  // The file's lines: process, data folder, start, port …
  const [process, , , port] = note.split("\n").map(Number);
  if (!process || !port || !isAlive(process) || !(await isOurs(process, folder))) return null;
  return port;
}
