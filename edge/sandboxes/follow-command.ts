import type { Ran } from "./provider.ts";

/** The part of the SDK's processes that is used: commands of a session, asked how they are. */
export interface SessionProcess {
  createSession(sessionId: string): Promise<unknown>;
  executeSessionCommand(
    sessionId: string,
    order: { readonly command: string; readonly runAsync: boolean },
  ): Promise<{ readonly cmdId?: string }>;
  getSessionCommand(sessionId: string, commandId: string): Promise<{ readonly exitCode?: number }>;
  getSessionCommandLogs(
    sessionId: string,
    commandId: string,
  ): Promise<{ readonly output?: string }>;
  deleteSession(sessionId: string): Promise<unknown>;
}

const LOOK_EVERY_MS = 1_000;

/**
 * Runs a command to its end and tells its lines as they come: by asking, since a worker keeps no socket of
 * the SDK's open.
 * @throws when it takes longer than `withinMs`, and what the calls throw
 */
export async function followCommand(
  process: SessionProcess,
  command: string,
  {
    withinMs,
    onLines,
    wait = (ms) => new Promise((wake) => setTimeout(wake, ms)),
    now = () => Date.now(),
  }: {
    readonly withinMs: number;
    readonly onLines: (lines: readonly string[]) => Promise<void>;
    readonly wait?: (ms: number) => Promise<void>;
    readonly now?: () => number;
  },
): Promise<Ran> {
  const session = `follow-${crypto.randomUUID()}`;
  const until = now() + withinMs;
  await process.createSession(session);
  try {
    const { cmdId = "" } = await process.executeSessionCommand(session, {
      command,
      runAsync: true,
    });
    let told = 0;
    for (;;) {
      // Asked before what it printed: nothing comes after its end.
      const { exitCode } = await process.getSessionCommand(session, cmdId);
      const { output = "" } = await process.getSessionCommandLogs(session, cmdId);
      const hasEnded = typeof exitCode === "number";
      // A line that isn't over yet waits for its end.
      const upTo = hasEnded ? output.length : output.lastIndexOf("\n") + 1;
      const lines = output
        .slice(told, upTo)
        .split(/\r?\n/)
        .filter((line) => line.trim() !== "");
      told = Math.max(told, upTo);
      if (lines.length > 0) await onLines(lines);
      if (hasEnded) return { exitCode, output };
      if (now() > until) throw new Error(`It didn’t end within ${withinMs} ms.`);
      await wait(LOOK_EVERY_MS);
    }
  } finally {
    await process.deleteSession(session).catch(() => undefined);
  }
}
