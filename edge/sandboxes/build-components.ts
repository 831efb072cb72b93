import { placeComponent, placeOf } from "../../shared/agent/components/place-component.ts";
import { ok, type Result } from "../../shared/failure.ts";
import { COMPONENT_LIMITS } from "../../shared/limits.ts";
import type { FileChange, ProjectFiles } from "../../shared/project.ts";
import {
  staysBecause,
  type WithComponents,
  type WrittenComponent,
} from "../jobs/write-components.ts";
import { cachedComponent } from "../model/component-cache.ts";
import type { ReadingCalls } from "../objects/reading-messages.ts";
import type { SandboxProvider } from "./provider.ts";

interface Building {
  readonly provider: Pick<SandboxProvider, "run" | "write">;
  readonly machineId: string;
  /** The project with the template's own alone. */
  readonly files: ProjectFiles;
  /** The project as it lies on the machine, its packages installed. */
  readonly made: WithComponents;
  readonly readings: ReadingCalls;
  readonly warn: (message: string) => Promise<void>;
}

/**
 * Builds a project with components that a model wrote, types and finished page included. Where that
 * fails, those that the build names go (all of them where it names none), and it is built again. Fails only
 * as the provider does. @returns the project with those that stay, as it lies on the machine then
 */
export async function buildComponents(building: Building): Promise<Result<WithComponents>> {
  const { provider, machineId, readings, warn } = building;
  let { made } = building;
  while (made.written.length > 0) {
    const ran = await provider.run(machineId, "npm run build", COMPONENT_LIMITS.buildWithinMs);
    if (!ran.ok) return ran;
    if (ran.value.exitCode === 0) break;
    const named = made.written.filter(({ path }) => ran.value.output.includes(path));
    const out = named.length > 0 ? named : made.written;
    const next = withOnly(
      building.files,
      made.written.filter((one) => !out.includes(one)),
    );
    const put = await provider.write(machineId, changesBetween(made.files, next.files));
    if (!put.ok) return put;
    for (const { id, cacheName } of made.written.filter((one) => !next.written.includes(one))) {
      await cachedComponent(readings).forget(cacheName);
      await warn(staysBecause(id, "the site can’t be built with what the model wrote"));
    }
    made = next;
  }
  return ok(made);
}

/** The project with some of them. One that stood in another, which is gone, goes with it. */
function withOnly(files: ProjectFiles, kept: readonly WrittenComponent[]): WithComponents {
  let made: WithComponents = { files, written: [] };
  for (const component of kept) {
    const place = placeOf(made.files, component.id);
    if (!place) continue;
    const placed = placeComponent(made.files, place, component.source);
    made = { files: placed, written: [...made.written, component] };
  }
  return made;
}

function changesBetween(before: ProjectFiles, after: ProjectFiles): readonly FileChange[] {
  const gone = Object.keys(before).filter((path) => !Object.hasOwn(after, path));
  return [
    ...gone.map((path) => ({ path, content: null })),
    ...Object.entries(after)
      .filter(([path, content]) => before[path] !== content)
      .map(([path, content]) => ({ path, content })),
  ];
}
