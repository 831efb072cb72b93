import { chmod, mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createHeadless, FRAME_HOST } from "../../scripts/runner/headless/create-headless.ts";
import { openWorkspaces } from "../../scripts/runner/workspaces.ts";
import type { Workspaces } from "../../scripts/runner/workspace.ts";

export interface ServedHeadless {
  /** What `WEBCONTAINER_API_IFRAME_URL` is to be. */
  readonly origin: string;
  readonly port: number;
  readonly workspaces: Workspaces;
  /** As when the runner dies: every connection breaks, nothing answers any more. */
  kill(): Promise<void>;
  close(): Promise<void>;
}

/** Serves WebContainer's frame over real processes, for the app at these origins. @throws when it can't */
export async function serveHeadless(appOrigins: readonly string[]): Promise<ServedHeadless> {
  const folder = await mkdtemp(join(tmpdir(), "cv2web-headless-"));
  // The processes run as others than root, who must get here.
  await chmod(folder, 0o755);
  const opened = await openWorkspaces({ folder });
  if (!opened.ok) throw new Error(opened.failure.message);
  const workspaces = opened.value;
  const headless = await createHeadless({ workspaces, appOrigins });
  const server = createServer(headless.handle);
  server.on("upgrade", headless.upgrade);
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  const kill = async () => {
    const closed = new Promise<void>((done) => server.close(() => done()));
    await headless.close();
    server.closeAllConnections();
    await closed;
  };
  return {
    origin: `http://${FRAME_HOST}:${port}`,
    port,
    workspaces,
    kill,
    close: async () => {
      if (server.listening) await kill();
      await workspaces.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
