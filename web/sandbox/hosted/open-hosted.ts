import { ok } from "../../../shared/failure.ts";
import type { Sandbox } from "../../../shared/ports/sandbox.ts";
import type { ProjectFiles } from "../../../shared/project.ts";
import { machineFailures } from "../node/failures.ts";
import type { MachineFailures, MachinePlace } from "../node/node-machine.ts";
import { createNodeSandbox } from "../node/node-sandbox.ts";
import { hostedApi } from "./hosted-api.ts";
import { hostedMachine } from "./hosted-machine.ts";
import { takeSandbox } from "./take-sandbox.ts";

/** The portfolio's hosted sandbox; it goes on after the page, for those who have its link. */
export const openHosted = ({ id, files }: { id: string; files: ProjectFiles }): Sandbox =>
  createNodeSandbox({ kind: "hosted", files, place: hostedPlace(id) });

const hostedPlace = (id: string): MachinePlace => ({
  failures,
  pagesTell: true,
  take: async ({ files, ...heard }) => {
    const api = hostedApi();
    const taken = await takeSandbox(api, { id, files, ...heard });
    if (!taken.ok) return taken;
    const { view, has } = taken.value;
    const { sandbox_id: sandboxId, preview_url: previewUrl } = view;
    return ok({ machine: hostedMachine({ client: api.client, sandboxId, previewUrl }), has });
  },
});

const named = machineFailures("The hosted sandbox");
/** 128 and SIGHUP, SIGKILL, SIGTERM: somebody ended the dev server. */
const ENDED = [129, 137, 143];

const failures: MachineFailures = {
  ...named,
  stopped: (code, lines) =>
    code !== null && ENDED.includes(code)
      ? {
          kind: "conflict",
          message: "The hosted sandbox was stopped, or another window took it over.",
          nextStep: "Your files are safe. Try again to take it back.",
          retryable: true,
        }
      : named.stopped(code, lines),
};
