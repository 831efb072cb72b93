import { fail, type Failure } from "../../shared/failure.ts";
import { HOSTED_LIFE } from "../../shared/limits.ts";
import { isUnderWay } from "../domain/sandbox-life.ts";
import { makeItRun } from "../sandboxes/make-it-run.ts";
import { SandboxComponents } from "./sandbox-components.ts";
import type { SandboxCore, SandboxEnv } from "./sandbox-core.ts";
import type { SandboxRecord } from "./sandbox-record.ts";
import { NO_PROVIDER } from "./sandbox-view.ts";

/** Lines of one event: what prints more within a second is cut at its beginning. */
const MOST_LINES = 200;

/** Making a hosted sandbox run: what its object's alarm does, again after a crash. */
export class SandboxWork {
  readonly #core: SandboxCore;
  readonly #components: SandboxComponents;
  #isWorking = false;

  constructor(core: SandboxCore, env: SandboxEnv) {
    this.#core = core;
    this.#components = new SandboxComponents(core, env);
  }

  get isUnderWay(): boolean {
    return this.#isWorking;
  }

  /** A try that a crash cut off counts. */
  async begin(before: SandboxRecord): Promise<void> {
    if (this.#isWorking) return;
    this.#isWorking = true;
    const record = this.#core.record.change({ tries: before.tries + 1 });
    const startedAt = Date.now();
    const made = await this.#make(record).finally(() => (this.#isWorking = false));
    const state = this.#core.record.read()?.state;
    if (!state || !isUnderWay(state)) return;
    if (made.ok) await this.#runs(made.value.port, startedAt);
    else await this.#failed(made.failure, record);
  }

  async #make(record: SandboxRecord): ReturnType<typeof makeItRun> {
    const { sandboxId, machineId, serves } = record;
    const provider = await this.#core.provider();
    if (!provider) return fail(NO_PROVIDER);
    const opened = await this.#core.openWithFiles();
    if (!opened.ok) return opened;
    const files = await opened.value.files();
    let components = await this.#components.write(record, files);
    const made = await makeItRun({
      provider,
      send: this.#core.send,
      sandboxId,
      machineId,
      files: components.files,
      serves,
      takeMachine: () => this.#core.fleet.takeMachine(),
      onBuilding: () => void this.#core.record.move("building", "it has a machine", Date.now()),
      onInstalled: async (machine) => {
        const built = await this.#components.build(provider, machine, files, components);
        if (built.ok) components = built.value;
        return built;
      },
      report: {
        step: (name, message, progress) =>
          this.#core.say({ type: "step", step: name, message, progress }),
        lines: (name, message, progress, lines) =>
          this.#core.say({
            type: "progress",
            step: name,
            message,
            progress,
            detail: { lines: lines.slice(-MOST_LINES) },
          }),
        hasMachine: (id) => void this.#core.record.change({ machineId: id }),
      },
    });
    if (made.ok) await this.#components.settle(files, components);
    return made;
  }

  async #runs(port: number | null, startedAt: number): Promise<void> {
    const { sandboxId } = this.#core.record.read()!;
    const now = Date.now();
    const changes = { port, activeAt: now, failure: null };
    const detail = { sandboxId, path: `/s/${sandboxId}` };
    await this.#core.say(
      { type: "complete", step: "done", message: "It runs", progress: 100, detail },
      () => void this.#core.record.move("running", "it serves", now, changes),
    );
    await this.#core.noted();
    await this.#core.count("made", startedAt);
  }

  async #failed(failure: Failure, { tries, state }: SandboxRecord): Promise<void> {
    if (failure.kind === "unavailable") await this.#core.fleet.suspect();
    if (failure.retryable && tries < HOSTED_LIFE.tries) {
      const again = `${failure.message} Trying again (${tries + 1} of ${HOSTED_LIFE.tries}).`;
      await this.#core.say({ type: "warning", step: state, message: again });
      await this.#core.wakeIn(1_000 * 2 ** tries);
      return;
    }
    const { kind, message, nextStep, retryable } = failure;
    const detail = { kind, message, nextStep, retryable };
    await this.#core.say(
      { type: "error", step: "end", message, detail },
      () => void this.#core.record.move("failed", message, Date.now(), { failure: detail }),
    );
    await this.#core.count("failed", Date.now());
    await this.#core.leave();
  }
}
