/** The toolbox of each sandbox, as Daytona's proxy serves it: `/toolbox/{id}/…`, and its WebSockets. */
import { cpus } from "node:os";
import { WebSocketServer, type WebSocket } from "ws";
import { readJson, Declined } from "../answers.ts";
import type { Upgrade } from "../door.ts";
import { RUNNER_LIMITS } from "../limits.ts";
import { on, type Asked, type Handler, type Opener, type Route } from "../router.ts";
import { fileRoutes } from "./file-routes.ts";
import { commandOf, followLog, processRoutes, sizeOf } from "./process-routes.ts";
import { textsOf } from "./record.ts";
import type { RunningSandbox, Sandboxes } from "./sandboxes.ts";

/** The routes below `/toolbox/:sandbox`. */
export function toolboxRoutes(sandboxes: Sandboxes): Route<Handler>[] {
  const open = openerOf(sandboxes);
  return [
    on("GET /work-dir", async (asked) => ({ dir: open(asked).workspace.folder })),
    on("GET /project-dir", async (asked) => ({ dir: open(asked).workspace.folder })),
    // Files are reached by this address, so home is where they are; the processes' own HOME is beside.
    on("GET /user-home-dir", async (asked) => ({ dir: open(asked).workspace.folder })),
    on("GET /version", async () => ({ version: "local" })),
    on("GET /port", async (asked) => ({ ports: portsOf(open(asked)) })),
    on("GET /port/:port/in-use", async (asked) => ({
      isInUse: portsOf(open(asked)).includes(Number(asked.params.port)),
    })),
    on("GET /system/metrics", async (asked) => metricsOf(open(asked))),
    on("POST /env", async (asked) => {
      const { environment } = sandboxes.get(asked.params.sandbox!);
      const body = await readJson(asked.request);
      const changed = { ...environment, ...textsOf(body.set) };
      for (const name of Array.isArray(body.unset) ? body.unset : []) delete changed[String(name)];
      await sandboxes.change(asked.params.sandbox!, { environment: changed });
      return {};
    }),
    ...fileRoutes(open),
    ...processRoutes(open),
  ];
}

const openerOf =
  (sandboxes: Sandboxes) =>
  (asked: Asked): RunningSandbox =>
    sandboxes.running(asked.params.sandbox!);

const portsOf = ({ workspace }: RunningSandbox) => workspace.listening().map(({ port }) => port);

function metricsOf({ workspace }: RunningSandbox) {
  const { residentBytes, diskBytes } = workspace.usage();
  return {
    cpuCount: cpus().length,
    memTotal: RUNNER_LIMITS.residentBytes,
    memUsed: residentBytes,
    diskTotal: RUNNER_LIMITS.diskBytes,
    diskUsed: diskBytes,
    diskFree: Math.max(0, RUNNER_LIMITS.diskBytes - diskBytes),
    timestamp: new Date().toISOString(),
  };
}

const EXIT_CONTROL = "X-Daytona-Pty-Exit-Control";
const ENVIRONMENT = "X-Daytona-Pty-Envs~";

/** Bytes of one message that somebody types or pastes. */
const MOST_TYPED = 2 ** 20;

/** The WebSockets below `/toolbox/:sandbox`. */
export function toolboxSockets(sandboxes: Sandboxes): Route<Opener>[] {
  const open = openerOf(sandboxes);
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: MOST_TYPED,
    // The SDK offers what it wants to say; a client wants one of them back.
    handleProtocols: (offered) =>
      offered.has(EXIT_CONTROL) ? EXIT_CONTROL : ([...offered][0] ?? false),
  });
  const accept = ({ request }: Asked, { socket, head }: Upgrade) =>
    new Promise<WebSocket>((settle) => {
      server.handleUpgrade(request, socket, head, settle);
    });
  const offeredBy = ({ request }: Asked): string[] =>
    (request.headers["sec-websocket-protocol"] ?? "").split(",").map((each) => each.trim());
  const wantsExit = (asked: Asked) => offeredBy(asked).includes(EXIT_CONTROL);

  return [
    on("GET /process/pty/create-connect", async (asked, upgrade) => {
      const { terminals } = open(asked);
      const query = asked.url.searchParams;
      const id = query.get("id");
      if (!id) throw new Declined(400, "“id” is missing.");
      const terminal = await terminals.create({
        id,
        ...sizeOf(query.get("cols") ?? undefined, query.get("rows") ?? undefined),
        cwd: query.get("cwd"),
        environment: environmentIn(offeredBy(asked)),
      });
      terminal.connect(await accept(asked, upgrade), wantsExit(asked));
    }),
    on("GET /process/pty/:pty/connect", async (asked, upgrade) => {
      const terminal = open(asked).terminals.get(asked.params.pty!);
      terminal.connect(await accept(asked, upgrade), wantsExit(asked));
    }),
    on("GET /process/session/:session/command/:command/logs", async (asked, upgrade) => {
      const command = commandOf(open, asked);
      followLog(command, await accept(asked, upgrade));
    }),
  ];
}

/** Variables come as base64 in a subprotocol's name: a browser's WebSocket has no headers. */
function environmentIn(protocols: readonly string[]): Record<string, string> {
  const given = protocols.find((each) => each.startsWith(ENVIRONMENT));
  if (!given) return {};
  try {
    const text = Buffer.from(given.slice(ENVIRONMENT.length), "base64url").toString("utf8");
    return textsOf(JSON.parse(text));
  } catch {
    throw new Declined(400, "The terminal’s variables can’t be read.");
  }
}
