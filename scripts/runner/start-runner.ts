/** Starts the local runner: its workspaces, what speaks for them, and the port it serves on. */
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { ok, type Result } from "../../shared/failure.ts";
import { daytonaDoors } from "./daytona/daytona-door.ts";
import { openSandboxes } from "./daytona/sandboxes.ts";
import type { Door } from "./door.ts";
import { headlessDoor } from "./headless-door.ts";
import type { RunnerLimits } from "./limits.ts";
import { previewDoor } from "./previews.ts";
import { serveDoors } from "./serve.ts";
import type { Containment } from "./workspace.ts";
import { openWorkspaces } from "./workspaces.ts";

export interface RunnerSettings {
  /** Everything that is kept lies below it. */
  readonly folder: string;
  /** On loopback; 0 takes a free one. */
  readonly port: number;
  /** The app's own origins, which may embed WebContainer's frame. */
  readonly appOrigins?: readonly string[];
  /** A new one for each start of the app, so that a runner that is run again keeps it. */
  readonly token?: string;
  /** Other figures, for tests. */
  readonly limits?: Partial<RunnerLimits>;
  /** The clock by which sandboxes stop and are archived. */
  readonly now?: () => number;
}

export interface Runner {
  /** Base address of Daytona's API: `http://127.0.0.1:PORT/api`. */
  readonly url: string;
  readonly port: number;
  /** This start's own; nothing is answered without it. */
  readonly token: string;
  readonly containment: Containment;
  /** Does what is due by the clock. It does so by itself every few seconds. */
  look(): Promise<void>;
  /** Ends all processes and removes what isn't kept. */
  stop(): Promise<void>;
}

const LOOK_EVERY_MS = 5_000;

/** Starts it. Fails with `conflict` while another runner works over the folder. */
export async function startRunner(settings: RunnerSettings): Promise<Result<Runner>> {
  const now = settings.now ?? Date.now;
  const { folder, limits = {} } = settings;
  const opened = await openWorkspaces({ folder, limits });
  if (!opened.ok) return opened;
  const workspaces = opened.value;
  const sandboxes = await openSandboxes({ workspaces, folder: join(folder, "sandboxes"), now });
  const token = settings.token ?? randomBytes(32).toString("base64url");
  const headless = headlessDoor(workspaces, settings.appOrigins ?? []);
  let origin = "";
  const doors: readonly Door[] = [
    headless.door,
    previewDoor([sandboxes.previews]),
    ...daytonaDoors(sandboxes, token, { origin: () => origin }),
  ];
  const served = await serveDoors(doors, settings.port);
  origin = served.url;
  const clock = setInterval(() => void sandboxes.look(now()), LOOK_EVERY_MS);
  return ok({
    url: `${origin}/api`,
    port: served.port,
    token,
    containment: workspaces.containment,
    look: () => sandboxes.look(now()),
    stop: async () => {
      clearInterval(clock);
      await headless.close();
      await served.stop();
      await sandboxes.close();
      await workspaces.close();
    },
  });
}
