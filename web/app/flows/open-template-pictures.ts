import { ok } from "../../../shared/failure.ts";
import { applyChanges } from "../../../shared/portfolio/apply-changes.ts";
import { planTemplate } from "../../portfolio/plan-template.ts";
import { templates } from "../../portfolio/load-template.ts";
import type { OpenProject } from "../../project/open-project.ts";
import { isBuiltHere } from "../../sandbox/build-project.ts";
import { bytesHash } from "../../sandbox/instant/compile/content-hash.ts";
import { templatePictures, type TemplatePictures } from "./template-pictures.ts";

/** Quiet time after the last change before anything is drawn; milliseconds. */
const QUIET_MS = 1_200;
/** A busy page is waited for so long at most, each time; milliseconds. */
const IDLE_WITHIN = 3_000;

/** Pictures of every template with an open project's own content, for as long as the project is open. */
export function openTemplatePictures(
  project: Pick<OpenProject, "getState" | "onChanges">,
): TemplatePictures {
  const files = () => project.getState().files;
  let lastChange = -Infinity;
  const pictures = templatePictures({
    filesWith: async (id) => {
      const planned = await planTemplate(files, id, templates);
      return planned.ok ? ok(applyChanges(files(), planned.value.changes)) : planned;
    },
    build: async (made) => {
      if (!isBuiltHere(made)) return null;
      const { buildInWorker } = await import("../../sandbox/instant/site/build-in-worker.ts");
      return buildInWorker(made);
    },
    hash: bytesHash,
    whenQuiet: async () => {
      for (let left = 1; left > 0;) {
        await idle();
        left = lastChange + QUIET_MS - performance.now();
        if (left > 0) await new Promise((settle) => setTimeout(settle, left));
      }
    },
  });
  project.onChanges(() => {
    lastChange = performance.now();
    pictures.changed();
  });
  return pictures;
}

/** The next moment in which the page has nothing to do. Safari has no such callback. */
const idle = () =>
  new Promise<unknown>((settle) =>
    typeof requestIdleCallback === "function"
      ? requestIdleCallback(settle, { timeout: IDLE_WITHIN })
      : setTimeout(settle, 200),
  );
