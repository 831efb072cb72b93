import { changesBetween } from "../../shared/portfolio/apply-changes.ts";
import type { ProjectFiles } from "../../shared/project.ts";
import { isServing } from "../domain/sandbox-life.ts";
import type { JobContext } from "../jobs/job-work.ts";
import type { SandboxCalls } from "../objects/sandbox-messages.ts";

export interface ReadySandbox {
  readonly calls: SandboxCalls;
  /** Notes which files the message changes in it. */
  readonly note: (paths: readonly string[]) => Promise<void>;
}

const NOTED = "changed-in-sandbox";

/**
 * The person's hosted sandbox that runs this portfolio, holding exactly these files; `null` where none
 * runs, or it can't be reached: then the message does without. What an earlier try of the message changed
 * in it is taken back by that.
 */
export async function readySandbox(
  { env, personId, remember, recall }: JobContext,
  portfolioId: string,
  files: ProjectFiles,
): Promise<ReadySandbox | null> {
  for (const id of await env.SANDBOX_FLEET.getByName("all").listOf(personId)) {
    const calls = env.SANDBOX.getByName(id);
    const view = await calls.view();
    if (!view.ok || view.value.portfolio_id !== portfolioId) continue;
    if (!isServing(view.value.status)) continue;
    const there = await calls.files();
    if (!there.ok) continue;
    const noted = ((await recall(NOTED)) ?? []) as readonly string[];
    // Files of the machine's own, which the portfolio never had, stay where no try of ours made them.
    const changes = changesBetween(there.value, files).filter(
      ({ path, content }) => content !== null || noted.includes(path),
    );
    if (changes.length > 0 && !(await calls.write(changes)).ok) continue;
    const known = new Set(noted);
    return {
      calls,
      note: async (paths) => {
        for (const path of paths) known.add(path);
        await remember(NOTED, [...known]);
      },
    };
  }
  return null;
}
