import { fail, ok, type Result } from "../../shared/failure.ts";
import type { FileChange } from "../../shared/project.ts";
import { isServing } from "../domain/sandbox-life.ts";
import { isServed } from "../sandboxes/make-it-run.ts";
import type { PortAddress, TerminalOrder } from "../sandboxes/provider.ts";
import type { SandboxCore } from "./sandbox-core.ts";
import type { SandboxCalls } from "./sandbox-messages.ts";
import { GONE, NOT_RUNNING } from "./sandbox-view.ts";

/** What is done with the machine of a sandbox that runs. Each of it counts as use. */
export class SandboxMachine {
  readonly #core: SandboxCore;

  constructor(core: SandboxCore) {
    this.#core = core;
  }

  async write(changes: readonly FileChange[]): Promise<Result<void>> {
    const record = this.#core.record.read();
    if (!record || record.state === "deleted") return fail(GONE);
    const opened = await this.#core.openWithFiles();
    if (!opened.ok) return opened;
    await opened.value.mirror.put(changes, () => this.#core.changed());
    await this.#core.touch(Date.now());
    // Before it runs they wait here: what makes it run copies all of them.
    if (!isServing(record.state) || record.machineId === null) return ok(undefined);
    return this.#core.told((await this.#core.provider())?.write(record.machineId, changes));
  }

  async run(command: string, withinMs: number): ReturnType<SandboxCalls["run"]> {
    const machineId = this.#serving();
    if (machineId === null) return fail(NOT_RUNNING);
    await this.#core.touch(Date.now());
    return this.#core.told((await this.#core.provider())?.run(machineId, command, withinMs));
  }

  async address(): Promise<Result<PortAddress>> {
    const machineId = this.#serving();
    if (machineId === null) return fail(NOT_RUNNING);
    await this.#core.touch(Date.now());
    const port = this.#core.record.read()!.port ?? (await this.#portOf(machineId));
    if (port === null) return fail(NOT_RUNNING);
    return this.#core.told((await this.#core.provider())?.address(machineId, port));
  }

  async resizeTerminal(terminal: TerminalOrder): Promise<Result<void>> {
    const machineId = this.#serving();
    if (machineId === null) return fail(NOT_RUNNING);
    return this.#core.told((await this.#core.provider())?.resizeTerminal(machineId, terminal));
  }

  async terminal(query: URLSearchParams): Promise<Response> {
    const machineId = this.#serving();
    const provider = await this.#core.provider();
    if (machineId === null || !provider) return new Response(null, { status: 409 });
    await this.#core.touch(Date.now());
    const opened = await provider.terminal(machineId, {
      name: query.get("name") ?? "main",
      columns: Number(query.get("columns") ?? 80),
      rows: Number(query.get("rows") ?? 24),
      folder: this.#core.record.read()!.terminalFolder,
    });
    return opened.ok ? opened.value : new Response(null, { status: 502 });
  }

  async #portOf(machineId: string): Promise<number | null> {
    const asked = await (await this.#core.provider())?.run(machineId, "echo ${PORT:-5173}", 10_000);
    const port = asked?.ok ? Number(asked.value.output.trim()) : Number.NaN;
    if (!Number.isInteger(port)) return null;
    this.#core.record.change({ port });
    return port;
  }

  async answers(): Promise<boolean> {
    const { machineId, port } = this.#core.record.read()!;
    const address = await (await this.#core.provider())?.address(machineId!, port!);
    return address?.ok === true && isServed(address.value, this.#core.send);
  }

  /** The machine, where it serves; else `null`. */
  #serving(): string | null {
    const record = this.#core.record.read();
    return record && isServing(record.state) ? record.machineId : null;
  }
}
