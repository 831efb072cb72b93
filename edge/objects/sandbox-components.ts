import { ok, type Result } from "../../shared/failure.ts";
import { readResume } from "../../shared/portfolio/read-resume.ts";
import type { ProjectFiles } from "../../shared/project.ts";
import { count, observe, type MetricsDelta } from "../domain/metrics.ts";
import type { WithComponents } from "../jobs/write-components.ts";
import { createLog } from "../log.ts";
import type { SandboxProvider } from "../sandboxes/provider.ts";
import type { SandboxCore, SandboxEnv } from "./sandbox-core.ts";
import type { SandboxRecord } from "./sandbox-record.ts";

const COMPONENTS_STEP = {
  name: "components",
  title: "Writing components",
  upTo: 5,
} as const;

/**
 * The components that a model was to write into a new sandbox's project (R2.5). Until they are settled our
 * copy has the template's own: a try that a crash cut off begins from that, and finds what was written in
 * the cache.
 */
export class SandboxComponents {
  readonly #core: SandboxCore;
  readonly #env: SandboxEnv;

  constructor(core: SandboxCore, env: SandboxEnv) {
    this.#core = core;
    this.#env = env;
  }

  /** The project with them; as it is where none were asked for. */
  async write(record: SandboxRecord, files: ProjectFiles): Promise<WithComponents> {
    const resume = readResume(files);
    if (!record.components || !resume.ok) return { files, written: [] };
    const { ids, quotaName } = record.components;
    const { sandboxId, ownerId, tier, requestId } = record;
    const metrics: MetricsDelta = {};
    const { writeComponents } = await import("../jobs/write-components.ts");
    const made = await writeComponents(
      {
        jobId: sandboxId,
        personId: ownerId,
        tier,
        requestId,
        env: this.#env,
        quota: this.#env.PERSON_QUOTA.getByName(quotaName),
        signal: new AbortController().signal,
        log: createLog(this.#env.LOG_LEVEL ?? "info", { requestId, sandboxId }),
        count: (name, labels, by) => count(metrics, name, labels, by),
        observe: (name, labels, value) => observe(metrics, name, labels, value),
        stepOnce: async ({ name, title, upTo }, work) => {
          await this.#core.say({ type: "step", step: name, message: title, progress: upTo });
          return work();
        },
        warn: (step, message) => this.#core.say({ type: "warning", step, message }),
      },
      COMPONENTS_STEP,
      { files, resume: resume.value, ids },
    );
    await this.#env.METRICS.getByName("all")
      .add(metrics)
      .catch(() => undefined);
    return made.ok ? made.value : { files, written: [] };
  }

  /** Builds the project on its machine, and takes those out that it can't be built with. */
  async build(
    provider: SandboxProvider,
    machineId: string,
    files: ProjectFiles,
    made: WithComponents,
  ): Promise<Result<WithComponents>> {
    if (made.written.length === 0) return ok(made);
    const { buildComponents } = await import("../sandboxes/build-components.ts");
    const { ownerId } = this.#core.record.read()!;
    return buildComponents({
      provider,
      machineId,
      files,
      made,
      readings: this.#env.READINGS.getByName(ownerId),
      warn: (message) => this.#core.say({ type: "warning", step: COMPONENTS_STEP.name, message }),
    });
  }

  /** They are part of the project from now on. */
  async settle(before: ProjectFiles, { files }: WithComponents): Promise<void> {
    const opened = await this.#core.open();
    if (!opened.ok || !this.#core.record.read()?.components) return;
    const changes = Object.entries(files)
      .filter(([path, content]) => before[path] !== content)
      .map(([path, content]) => ({ path, content }));
    await opened.value.mirror.put(changes, () => this.#core.changed());
    this.#core.record.change({ components: null });
  }
}
