/** Daytona's REST API: sandboxes and their addresses. Paths and shapes are those of @daytona/api-client. */
import { Declined, readJson } from "../answers.ts";
import { on, type Asked, type Handler, type Route } from "../router.ts";
import { shownOf, textsOf, type SandboxRecord } from "./record.ts";
import type { Sandboxes } from "./sandboxes.ts";

export interface Addresses {
  /** `http://127.0.0.1:PORT`, known when the runner serves. */
  readonly origin: () => string;
}

/** Daytona's own figures for signed previews, in seconds. */
const SIGNED_SECONDS = { usual: 60, most: 86_400 };

/** The routes below `/api`. */
export function sandboxRoutes(sandboxes: Sandboxes, { origin }: Addresses): Route<Handler>[] {
  const show = (record: SandboxRecord) =>
    shownOf(record, `${origin()}/toolbox`, portsOrNone(sandboxes, record));
  const one = (asked: Asked) => sandboxes.get(asked.params.id!);
  const move =
    (act: (id: string) => Promise<SandboxRecord>): Handler =>
    async (asked) =>
      show(await act(one(asked).id));
  const set =
    (what: (asked: Asked) => Partial<SandboxRecord>): Handler =>
    async (asked) =>
      show(await sandboxes.change(one(asked).id, what(asked)));

  return [
    on("GET /health", async () => ({ status: "ok" })),
    on("GET /health/ready", async () => ({ status: "ok", info: {}, error: {}, details: {} })),
    on("GET /config", async () => ({ version: "local", proxyToolboxUrl: `${origin()}/toolbox` })),
    on("POST /sandbox", async ({ request }) =>
      show(await sandboxes.create(await readJson(request))),
    ),
    on("GET /sandbox", async ({ url }) => listed(sandboxes, url.searchParams, show)),
    on("GET /sandbox/:id", async (asked) => show(one(asked))),
    on("DELETE /sandbox/:id", async (asked) => {
      const record = await sandboxes.remove(one(asked).id);
      return { ...show(record), state: "destroyed" };
    }),
    on("POST /sandbox/:id/start", move(sandboxes.start)),
    on("POST /sandbox/:id/stop", move(sandboxes.stop)),
    on("POST /sandbox/:id/archive", move(sandboxes.archive)),
    on("PUT /sandbox/:id/labels", async (asked) => {
      const labels = textsOf((await readJson(asked.request)).labels);
      await sandboxes.change(one(asked).id, { labels });
      return { labels };
    }),
    on(
      "POST /sandbox/:id/autostop/:minutes",
      set((asked) => ({ autoStopInterval: minutesOf(asked) })),
    ),
    on(
      "POST /sandbox/:id/autoarchive/:minutes",
      set((asked) => ({ autoArchiveInterval: minutesOf(asked) })),
    ),
    on(
      "POST /sandbox/:id/autodelete/:minutes",
      set((asked) => ({ autoDeleteInterval: minutesOf(asked, -1) })),
    ),
    on(
      "POST /sandbox/:id/public/:is",
      set((asked) => ({ isPublic: asked.params.is === "true" })),
    ),
    on("POST /sandbox/:id/last-activity", async (asked) => {
      await sandboxes.change(one(asked).id, { activeAt: Date.now() });
      return {};
    }),
    on("GET /sandbox/:id/toolbox-proxy-url", async () => ({ url: `${origin()}/toolbox` })),
    ...previewRoutes(sandboxes, origin),
  ];
}

function previewRoutes(sandboxes: Sandboxes, origin: () => string): Route<Handler>[] {
  return [
    on("GET /sandbox/:id/ports/:port/preview-url", async (asked) => {
      const { id, previewToken } = sandboxes.get(asked.params.id!);
      return {
        sandboxId: id,
        url: `${origin()}/preview/${id}/${portOf(asked)}`,
        token: previewToken,
      };
    }),
    on("GET /sandbox/:id/ports/:port/signed-preview-url", async (asked) => {
      const { id } = sandboxes.get(asked.params.id!);
      const seconds = Number(
        asked.url.searchParams.get("expiresInSeconds") ?? SIGNED_SECONDS.usual,
      );
      if (!(seconds >= 1 && seconds <= SIGNED_SECONDS.most)) {
        throw new Declined(400, `A signed preview lasts 1 to ${SIGNED_SECONDS.most} seconds.`);
      }
      const port = portOf(asked);
      const { key } = await sandboxes.sign(id, port, seconds * 1000);
      const { port: ours } = new URL(origin());
      return { sandboxId: id, port, token: key, url: `http://${port}-${key}.localhost:${ours}` };
    }),
    on("POST /sandbox/:id/ports/:port/signed-preview-url/:key/expire", async (asked) => {
      const { id, signed } = sandboxes.get(asked.params.id!);
      const rest = signed.filter(({ key }) => key !== asked.params.key);
      await sandboxes.change(id, { signed: rest });
      return {};
    }),
  ];
}

const portsOrNone = (sandboxes: Sandboxes, { id }: SandboxRecord): readonly number[] => {
  try {
    return sandboxes.portsOf(id);
  } catch {
    // Just removed: its last answer shows it without ports.
    return [];
  }
};

function portOf({ params }: Asked): number {
  const port = Number(params.port);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Declined(400, "The port isn’t a number from 1 to 65535.");
}

function minutesOf({ params }: Asked, least = 0): number {
  const minutes = Number(params.minutes);
  if (Number.isInteger(minutes) && minutes >= least) return minutes;
  throw new Declined(400, `The interval is a whole number of minutes from ${least} on.`);
}

const MOST_LISTED = 100;

/** A page of sandboxes, the newest first; the cursor is where the next one begins. */
function listed(
  sandboxes: Sandboxes,
  query: URLSearchParams,
  show: (record: SandboxRecord) => unknown,
): { items: unknown[]; nextCursor: string | null } {
  const labels = labelsIn(query.get("labels"));
  const states = query.getAll("states").flatMap((each) => each.split(","));
  const isAsked = (record: SandboxRecord) =>
    (query.get("id") ?? record.id) === record.id &&
    record.name.startsWith(query.get("name") ?? "") &&
    (states.length === 0 || states.includes(record.state)) &&
    Object.entries(labels).every(([name, value]) => record.labels[name] === value);
  const direction = query.get("order") === "asc" ? 1 : -1;
  const found = sandboxes
    .list()
    .filter(isAsked)
    .toSorted((a, b) => direction * (a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1)));
  const from = Number(query.get("cursor") ?? 0) || 0;
  const count = Math.min(Number(query.get("limit") ?? MOST_LISTED) || MOST_LISTED, MOST_LISTED);
  const more = from + count < found.length;
  return {
    items: found.slice(from, from + count).map(show),
    nextCursor: more ? String(from + count) : null,
  };
}

function labelsIn(text: string | null): Record<string, string> {
  try {
    return textsOf(JSON.parse(text ?? "{}"));
  } catch {
    throw new Declined(400, "The labels aren’t JSON. Give an object of texts.");
  }
}
