import { sandboxes } from "../../../shared/api/sandboxes.ts";
import type { ApiClient } from "../../api/open-client.ts";
import { openTerminalProcess, type TerminalProcess } from "./terminal-process.ts";

export interface ShellsInput {
  readonly client: ApiClient;
  readonly sandboxId: string;
  /** The line to one of them broke: the machine is gone, or the way to it. */
  readonly onBroken: (detail: string) => void;
}

/** The programs that a page runs on a hosted machine, each in a terminal of its own. */
export interface MachineShells {
  /** Types this line into a fresh terminal. `outlives`: it goes on when the page leaves. @throws when it can't */
  open(line: string, options?: { readonly outlives: boolean }): Promise<TerminalProcess>;
  /** Ends all but what outlives the page, and hears nothing any more. */
  leave(): void;
}

const SIZE = { columns: 120, rows: 40 } as const;

export function openMachineShells({ client, sandboxId, onBroken }: ShellsInput): MachineShells {
  const params = { sandbox_id: sandboxId };
  const running = new Set<TerminalProcess>();
  const lasting = new Set<TerminalProcess>();
  let isLeft = false;
  const end = (pids: readonly number[]) => {
    if (pids.length === 0) return;
    const command = pids.map((pid) => `kill -HUP -- -${pid} ${pid}`).join("; ");
    const request = client.requestOf(sandboxes.run, { params, body: { command } });
    // A page that goes can't wait for it.
    void client.send(new Request(request, { keepalive: true })).catch(() => undefined);
  };
  const endAll = () => end([...running].flatMap(({ pid }) => (pid === null ? [] : [pid])));
  addEventListener("pagehide", endAll);

  return {
    open: async (line, { outlives } = { outlives: false }) => {
      const name = `t-${crypto.randomUUID()}`;
      const query = { name, ...SIZE };
      const { url } = client.requestOf(sandboxes.terminal, { params, query });
      const process = await openTerminalProcess({
        url: url.replace(/^http/, "ws"),
        line,
        resize: (columns, rows) =>
          void client.call(sandboxes.resizeTerminal, { params, body: { name, columns, rows } }),
        end: (pid) => end([pid]),
        onBroken: (detail) => isLeft || onBroken(detail),
      });
      const all = outlives ? lasting : running;
      all.add(process);
      void process.exit.finally(() => all.delete(process));
      return process;
    },
    leave: () => {
      isLeft = true;
      removeEventListener("pagehide", endAll);
      endAll();
      for (const process of [...running, ...lasting]) process.leave();
    },
  };
}
