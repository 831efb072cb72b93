import { api } from "../../shared/api/table.ts";
import type { HostedView, OneHostedView } from "../../shared/api/sandboxes.ts";
import { fail, ok, type Failure, type Result } from "../../shared/failure.ts";
import type { HostedSandboxView } from "../../shared/hosted-sandbox.ts";
import { HOSTED_LIFE } from "../../shared/limits.ts";
import { createProject } from "../../shared/portfolio/create-project.ts";
import type { ProjectFiles } from "../../shared/project.ts";
import { addressOf } from "../address.ts";
import type { OwnComponentId } from "../../shared/ports/model.ts";
import type { Caller } from "../caller.ts";
import { quotaNameOf } from "../compose-jobs.ts";
import { assetBytes } from "../jobs/asset-bytes.ts";
import { offerFor } from "../objects/fleet-words.ts";
import type { SandboxOrder } from "../objects/sandbox-messages.ts";
import { fetchTemplate } from "../portfolio/fetch-template.ts";
import { tooMany } from "../refusals.ts";
import { route, type Call, type EdgeHono } from "../route.ts";
import { changesOf, sentFile } from "../sandboxes/sent-files.ts";
import { drawQr } from "../serve/qr-code.ts";
import { linkTo, ownPreviewUrl, previewOrigin } from "../serve/preview-links.ts";
import { countKeptMessages } from "../storage/kept-conversations.ts";
import { BAD_KEY, idOf, KEY } from "./order-job.ts";
import { startOf } from "./event-start.ts";

type Asking = Pick<Call<{ access: "person" }>, "dependencies" | "context" | "requestId"> & {
  readonly caller: Caller;
};

/** Hosted sandboxes: opened, watched, used, stopped, deleted by their owner (R3.7, R3.8). */
export function addSandboxRoutes(app: EdgeHono): void {
  addOpening(app);
  addWatching(app);
  addUse(app);
  route(app, api.sandboxes.link, async ({ input, dependencies, context }) =>
    linkTo(dependencies, context.req.raw, input.params.sandbox_id, {
      expiresAt: dependencies.now() + input.body.expires_in_ms,
      password: input.body.password ?? null,
      draw: drawQr,
    }),
  );
  route(app, api.sandboxes.show, async ({ input, caller, dependencies, context }) => {
    const { sandbox_id: id } = input.params;
    const isOwner = caller !== null && (await dependencies.owns(caller, "sandbox", id));
    const request = context.req.raw;
    const location = isOwner
      ? await ownPreviewUrl(dependencies, request, id, dependencies.now() + HOSTED_LIFE.linkMs)
      : `${previewOrigin(dependencies, request, id)}/`;
    return new Response(null, { status: 302, headers: { location, "cache-control": "no-store" } });
  });
  route(app, api.sandboxes.emergency, async ({ input, dependencies }) =>
    ok((await dependencies.fleet().setEmergency(input.body.is_on)).offer),
  );
}

function addOpening(app: EdgeHono): void {
  route(app, api.sandboxes.generate, async (call) => {
    if (!(await isOnFor(call))) return fail(NOT_ON_YET);
    const { resume, options } = call.input.body;
    const { dependencies, context } = call;
    const source = await fetchTemplate(
      (path) =>
        assetBytes(
          { fetch: dependencies.asset } as unknown as Fetcher,
          new URL(path, context.req.url).pathname,
        ),
      { templateId: options.template, theme: options.theme },
    );
    if (!source.ok) return source;
    const files = createProject({ resume, ...source.value });
    return open(call, {
      files,
      serves: options.mode === "site",
      portfolioId: null,
      ...(options.ai_components.length > 0 ? { components: options.ai_components } : {}),
    });
  });

  route(app, api.sandboxes.open, async (call) => {
    if (!(await isOnFor(call))) return fail(NOT_ON_YET);
    const { files, serves, portfolio_id } = call.input.body;
    const changes = changesOf(files);
    if (!changes.ok) return changes;
    const kept = changes.value.flatMap(({ path, content }) =>
      content === null ? [] : [[path, content] as const],
    );
    return open(call, {
      files: Object.fromEntries(kept) as ProjectFiles,
      serves,
      portfolioId: portfolio_id,
    });
  });
}

/** Looked at before any other work is done for it. */
const isOnFor = ({
  dependencies,
  caller,
}: Pick<Asking, "dependencies" | "caller">): Promise<boolean> =>
  dependencies.hasFeature("hosted-sandboxes", caller);

/** Opens one for the caller. In an emergency it costs more of the rate limit. */
async function open(
  call: Asking,
  {
    components,
    ...order
  }: Pick<SandboxOrder, "files" | "serves" | "portfolioId"> & {
    readonly components?: readonly OwnComponentId[];
  },
): Promise<Result<OneHostedView>> {
  const { dependencies, caller, requestId, context } = call;
  const payer = { ...caller, address: addressOf(context.req.raw) };
  const { rateFactor } = await dependencies.fleet().look();
  if (rateFactor > 1) {
    const more = (api.sandboxes.open.cost ?? 1) * (rateFactor - 1);
    const rate = await dependencies.takeRate(payer, more);
    if (!rate.allowed) return fail(tooMany(rate.resetMs));
  }
  // Sent again after a lost answer it names the same sandbox.
  const key = context.req.header("idempotency-key");
  if (key !== undefined && !KEY.test(key)) return fail(BAD_KEY);
  const sandboxId = key ? await idOf(`${caller.personId} sandbox ${key}`) : dependencies.newId();
  const mine = await dependencies.fleet().listOf(caller.personId);
  const { personId, tier } = caller;
  const back = mine.length > 0 ? "returning" : "new";
  const made = await dependencies.sandbox(sandboxId).create({
    ...order,
    ...(components ? { components: { ids: components, quotaName: quotaNameOf(payer) } } : {}),
    sandboxId,
    ownerId: personId,
    tier,
    priority: tier === "premium" ? "premium" : back,
    requestId,
  });
  return made.ok ? shown(call, made.value) : made;
}

function addWatching(app: EdgeHono): void {
  route(app, api.sandboxes.offer, async ({ dependencies, caller }) =>
    ok(offerFor((await dependencies.fleet().look(true)).offer, caller?.tier ?? null)),
  );
  route(app, api.sandboxes.list, async (call) => {
    const { dependencies, caller } = call;
    const ids = await dependencies.fleet().listOf(caller.personId);
    const views = await Promise.all(ids.map((id) => dependencies.sandbox(id).view()));
    const there = views.flatMap((view) => (view.ok ? [view.value] : []));
    const all = await Promise.all(there.map((view) => withUrl(call, view)));
    return ok({ sandboxes: all });
  });
  route(app, api.sandboxes.status, async (call) =>
    answer(call, call.dependencies.sandbox(call.input.params.job_id).view()),
  );
  route(app, api.sandboxes.events, async ({ input, dependencies, context }) => {
    const after = startOf(context, input.query.after);
    const events = await dependencies
      .sandbox(input.params.job_id)
      .fetch(new Request(`https://sandbox.local/?after=${after}`));
    return new Response(events.body, events);
  });
  route(app, api.sandboxes.visit, async (call) =>
    answer(call, call.dependencies.sandbox(call.input.params.sandbox_id).visit()),
  );
  route(app, api.sandboxes.stop, async (call) =>
    answer(
      call,
      call.dependencies.sandbox(call.input.params.sandbox_id).stop("stopped by its owner"),
    ),
  );
  route(app, api.sandboxes.delete, async (call) =>
    answer(call, call.dependencies.sandbox(call.input.params.sandbox_id).remove()),
  );
}

function addUse(app: EdgeHono): void {
  route(app, api.sandboxes.write, async ({ input, dependencies }) => {
    const changes = changesOf(input.body.files);
    if (!changes.ok) return changes;
    const written = await dependencies.sandbox(input.params.sandbox_id).write(changes.value);
    return written.ok ? ok({ written: changes.value.length }) : written;
  });
  route(app, api.sandboxes.files, async ({ input, dependencies }) => {
    const files = await dependencies.sandbox(input.params.sandbox_id).files();
    return files.ok ? ok({ files: Object.entries(files.value).map(sentFile) }) : files;
  });
  route(app, api.sandboxes.run, async ({ input, dependencies }) => {
    const { command, within_ms } = input.body;
    const ran = await dependencies.sandbox(input.params.sandbox_id).run(command, within_ms);
    return ran.ok ? ok({ exit_code: ran.value.exitCode, output: ran.value.output }) : ran;
  });
  route(app, api.sandboxes.terminal, async ({ input, dependencies, context }) => {
    const { headers, url } = context.req.raw;
    if (headers.get("upgrade") !== "websocket") return fail(NO_SOCKET);
    // A socket sends cookies from any page; only the app's own may open one (CSWSH).
    const origin = headers.get("origin") ?? "";
    const own = dependencies.appOrigin || `${new URL(url).protocol}//${headers.get("host")}`;
    if (origin !== own) return fail(NO_SOCKET);
    const { name, columns, rows } = input.query;
    const query = new URLSearchParams({ name, columns: String(columns), rows: String(rows) });
    const upgrade = { headers: { upgrade: "websocket" } };
    const opened = await dependencies
      .sandbox(input.params.sandbox_id)
      .fetch(new Request(`https://sandbox.local/terminal?${query}`, upgrade));
    // Its own headers can’t be changed, and ours are added to every answer.
    return opened.webSocket
      ? new Response(null, { status: 101, webSocket: opened.webSocket })
      : fail(NO_TERMINAL);
  });
  route(app, api.sandboxes.resizeTerminal, async ({ input, dependencies }) => {
    const done = await dependencies.sandbox(input.params.sandbox_id).resizeTerminal(input.body);
    return done.ok ? ok({}) : done;
  });
}

async function answer(
  call: Asking,
  asked: Promise<Result<HostedSandboxView>>,
): Promise<Result<OneHostedView>> {
  const view = await asked;
  return view.ok ? shown(call, view.value) : view;
}

const shown = async (call: Asking, view: HostedSandboxView): Promise<Result<OneHostedView>> => {
  const [seen, conversation] = await Promise.all([withUrl(call, view), saidAbout(call, view)]);
  return ok({ ...seen, conversation });
};

/** What the caller's account has of the talk about the portfolio; `null` where it isn't reached. */
async function saidAbout(
  { dependencies, caller }: Asking,
  { portfolio_id }: HostedSandboxView,
): Promise<OneHostedView["conversation"]> {
  if (portfolio_id === null) return null;
  const keeping = await dependencies.keepingOf(caller);
  if (!keeping.ok) return null;
  const messages = await countKeptMessages(keeping.value, portfolio_id).catch(() => 0);
  return messages > 0 ? { messages } : null;
}

const withUrl = async (
  { dependencies, context }: Pick<Asking, "dependencies" | "context">,
  view: HostedSandboxView,
): Promise<HostedView> => ({
  ...view,
  preview_url: await ownPreviewUrl(
    dependencies,
    context.req.raw,
    view.sandbox_id,
    dependencies.now() + HOSTED_LIFE.linkMs,
  ),
});

const NOT_ON_YET: Failure = {
  kind: "unavailable",
  message: "Hosted sandboxes aren’t on for you yet.",
  nextStep: "Your portfolio runs in your browser as before.",
  retryable: false,
};
const NO_SOCKET: Failure = {
  kind: "invalid",
  message: "A terminal is a WebSocket, opened by the app’s own page.",
  nextStep: "Open it in the app.",
  retryable: false,
};
const NO_TERMINAL: Failure = {
  kind: "conflict",
  message: "The sandbox has no terminal to open just now.",
  nextStep: "Wait until it runs, and try again.",
  retryable: true,
};
