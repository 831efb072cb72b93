import { ok } from "../../../shared/failure.ts";
import type { Sandbox } from "../../../shared/ports/sandbox.ts";
import type { ProjectFiles } from "../../../shared/project.ts";
import { machineFailures } from "../node/failures.ts";
import type { MachinePlace } from "../node/node-machine.ts";
import { createNodeSandbox } from "../node/node-sandbox.ts";
import { BOOT_MS } from "../node/watchdog.ts";
import { isLocal, takeContainer } from "./container.ts";

/** The page's one container; over the local runner it stands beside the browser, and is named so. */
function containerPlace(): MachinePlace {
  const name = isLocal() ? "Node on this machine" : "Node in the browser";
  return {
    failures: machineFailures(name),
    pagesTell: false,
    take: async ({ onStep }) => {
      onStep(`Starting ${isLocal() ? name : "Node in this browser"}`);
      const taken = await takeContainer(name, BOOT_MS);
      return taken.ok ? ok({ machine: taken.value, has: null }) : taken;
    },
  };
}

/** A sandbox with Node in this page. */
export const openWebContainer = ({ files }: { id: string; files: ProjectFiles }): Sandbox =>
  createNodeSandbox({ kind: "webcontainer", files, place: containerPlace() });
