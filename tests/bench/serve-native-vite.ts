import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createServer } from "vite";
import { fromRoot } from "../../scripts/paths.ts";
import type { ProjectFiles } from "../../shared/project.ts";

/** The project as its owner runs it: Vite's own dev server over files on disk. */
export async function serveNativeVite(files: ProjectFiles) {
  const root = await mkdtemp(join(tmpdir(), "cv2web-native-"));
  const write = async (path: string, content: string | Uint8Array) => {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), content);
  };
  for (const [path, content] of Object.entries(files)) await write(path, content);
  await symlink(fromRoot("node_modules"), join(root, "node_modules"));
  // A build of Vite's in this process leaves “production” behind, which turns Fast Refresh off.
  process.env.NODE_ENV = "development";
  const server = await createServer({
    root,
    configFile: join(root, "vite.config.ts"),
    cacheDir: join(root, ".vite"),
    server: { host: "127.0.0.1", port: 0 },
    logLevel: "error",
  });
  await server.listen();
  const address = server.httpServer!.address() as { port: number };
  return {
    url: `http://127.0.0.1:${address.port}/`,
    write,
    close: async () => {
      await server.close();
      await rm(root, { recursive: true, force: true });
    },
  };
}
