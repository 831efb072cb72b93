import type { OwnComponent } from "../../../shared/agent/components/own-components.ts";
import { placeComponent, placeOf } from "../../../shared/agent/components/place-component.ts";
import { ok, type Result } from "../../../shared/failure.ts";
import { readResume } from "../../../shared/portfolio/read-resume.ts";
import { readTheme } from "../../../shared/portfolio/read-theme.ts";
import type { ProjectFiles } from "../../../shared/project.ts";
import { faultsOf, themeChange } from "../../agent/look-at-trial.ts";
import { pause } from "../../agent/pause.ts";
import { writeComponent } from "../../agent/write-component.ts";
import { loadAuditScript, openTrial, type Trial } from "../../sandbox/open-trial.ts";
import { apiClient } from "../api-client.ts";
import { portfolioStorage } from "../compose.ts";
import { keptComponents } from "./kept-components.ts";
import type { Proposing, ProposeComponent } from "./own-wish.ts";
import { withWordsModel } from "./words-model.ts";

/**
 * Has a component written and tries it in a sandbox beside the portfolio’s; it is ready when nothing can
 * be said against it that can’t be said against the page as it is. `null` where nothing was written.
 */
export const proposeComponent: ProposeComponent = async (asked) => {
  const { component, files, passed, signal, say } = asked;
  const resume = readResume(files);
  if (!resume.ok) {
    say({ phase: "failed", failure: resume.failure });
    return null;
  }
  const wish = { files, resume: resume.value, id: component.id, passed };
  const cache = keptComponents(await portfolioStorage(), Date.now);
  const written = await writeComponent(wish, {
    cache,
    withModel: (ask) => withWordsModel(apiClient, ask),
    signal,
  });
  if (!written.ok) {
    say({ phase: "failed", failure: written.failure });
    return null;
  }
  const { source, why, keep } = written.value;
  if (why !== null) say({ phase: "refused", why });
  if (why !== null || signal.aborted) return { source };
  const faults = await triedBeside(asked, source);
  if (!faults.ok) say({ phase: "failed", failure: faults.failure });
  else if (faults.value[0] !== undefined) say({ phase: "refused", why: faults.value[0] });
  else {
    await keep();
    say({ phase: "ready" });
  }
  return { source };
};

/** Runs both pages; gives what is to be said against the new one alone. */
async function triedBeside(
  { component, files, signal, say, ...asked }: Proposing,
  source: string,
): Promise<Result<readonly string[]>> {
  const script = await loadAuditScript();
  const placed = placeComponent(files, placeOf(files, component.id)!, source);
  const mine = asked.mine ?? openTrial(files);
  const proposed = openTrial(placed);
  if (signal.aborted) {
    await Promise.all([asked.mine === null && mine.dispose(), proposed.dispose()]);
    return ok([]);
  }
  say({ phase: "checking", mine, proposed });
  const looking = { script, signal, wait: pause };
  const faults = await faultsOf({ ...looking, trial: proposed, files: placed });
  if (!faults.ok) return faults;
  const known =
    faults.value.length > 0 ? await faultsOf({ ...looking, trial: mine, files }) : ok([]);
  if (!known.ok) return known;
  const before = new Set(known.value);
  await mine.start();
  await Promise.all([mine, proposed].map((trial) => showsFirst(trial, files, component)));
  return ok(faults.value.filter((fault) => !before.has(fault)));
}

/** The part’s section stands first in both, so that it is seen without scrolling. */
async function showsFirst(trial: Trial, files: ProjectFiles, { section }: OwnComponent) {
  const theme = readTheme(files);
  if (!theme.ok) return;
  const isIt = ({ id }: { readonly id: string }) => id === section;
  const first = theme.value.sections.filter(isIt).map((one) => ({ ...one, visible: true }));
  const sections = [...first, ...theme.value.sections.filter((one) => !isIt(one))];
  await trial.files.write([themeChange({ ...theme.value, sections })]);
}
