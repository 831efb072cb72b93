import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fromRoot, ROOT } from "../../scripts/paths.ts";

export interface Product {
  /** `http://localhost:PORT` */
  readonly url: string;
  readonly port: number;
  /** Of `npm start`'s program; what it started are its children. */
  readonly pid: number;
  /** Where it keeps everything; letters lie in `mail`. */
  readonly state: string;
  stop(): Promise<void>;
}

/** A TCP port that nobody listens on. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as AddressInfo;
  probe.close();
  return port;
}

/**
 * Runs `npm start`'s program on a free port with a state folder of its own, configured as `environment`
 * says. @throws when it doesn't start
 */
export async function serveProduct(
  environment: Readonly<Record<string, string>> = {},
): Promise<Product> {
  const port = await freePort();
  const state = await mkdtemp(join(tmpdir(), "cv2web-"));
  const server = spawn(process.execPath, [fromRoot("scripts/start.ts")], {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, PORT: String(port), CV2WEB_STATE: state, ...environment },
  });
  const ended = once(server, "exit");
  let output = "";
  const ready = new Promise<void>((settle, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes("CV2WEB runs at")) settle();
    };
    server.stdout.on("data", read);
    server.stderr.on("data", read);
    void ended.then(() => reject(new Error(`The product didn't start:\n${output}`)));
  });
  await ready.catch(async (error: unknown) => {
    await rm(state, { recursive: true, force: true });
    throw error;
  });
  return {
    url: `http://localhost:${port}`,
    port,
    pid: server.pid!,
    state,
    stop: async () => {
      server.kill("SIGINT");
      await ended;
      await rm(state, { recursive: true, force: true });
    },
  };
}
