import { PAGE } from "../../shared/api/portfolios.ts";
import type { ProjectView } from "../../shared/api/projects.ts";
import { api } from "../../shared/api/table.ts";
import { fail, ok, type Failure, type Result } from "../../shared/failure.ts";
import { jobFailureSchema } from "../../shared/job-result.ts";
import type { Caller } from "../caller.ts";
import type { Dependencies } from "../dependencies.ts";
import type { AnswerInput } from "../jobs/answer-input.ts";
import type { CreateInput } from "../jobs/create-from-source.ts";
import { NOT_FOUND } from "../refusals.ts";
import { route, type Call, type EdgeHono } from "../route.ts";
import { bringBack, deleteWithSnapshot } from "../storage/deleted-portfolios.ts";
import { listKept, readKept, type Keeping } from "../storage/kept-portfolios.ts";
import { modelFor } from "./cv.ts";
import { startOf } from "./event-start.ts";
import { eventStream, idOf, orderJob } from "./order-job.ts";
import { readPlace, writePlace } from "./portfolios.ts";

/** What is done within this time is answered at once; else the job goes on by itself. */
const WAIT_MS = 10_000;

/** Projects for programs (R4.11): the account’s portfolios by a plain API. */
export function addProjectRoutes(app: EdgeHono): void {
  route(app, api.projects.create, create);
  addReading(app);

  route(app, api.projects.chat, async (call) => {
    const { message, askId, answerId } = call.input.body;
    const { newId, now } = call.dependencies;
    const { keyId } = call.caller;
    const order: AnswerInput = {
      portfolioId: call.input.params.projectId,
      text: message,
      askId: askId ?? newId(),
      answerId: answerId ?? newId(),
      at: now(),
      ...(keyId === undefined ? {} : { keyId }),
    };
    // Each message begins from what the one before it left, whoever sent that.
    const lane = await idOf(`${call.caller.personId} ${order.portfolioId}`);
    const made = await orderJob(call, { kind: "agent-message", input: order, lane });
    // Sent again with the same idempotency key it is the same job, heard from where the stream was lost.
    return made.ok ? eventStream(call, made.value.id, startOf(call.context, undefined)) : made;
  });

  route(app, api.projects.delete, async ({ input, caller, dependencies }) => {
    const keeping = await dependencies.keepingOf(caller);
    if (!keeping.ok) return keeping;
    const { projectId } = input.params;
    const until = await deleteWithSnapshot(keeping.value, projectId);
    if (!until.ok) return until;
    await freeSandboxes(dependencies, caller, projectId);
    return ok({ status: "deleted" as const, restorableUntil: until.value });
  });

  route(app, api.projects.restore, async ({ input, caller, dependencies }) => {
    const keeping = await dependencies.keepingOf(caller);
    if (!keeping.ok) return keeping;
    const back = await bringBack(keeping.value, input.params.projectId);
    return back.ok ? readView(keeping.value, input.params.projectId) : back;
  });
}

async function create(call: Call<typeof api.projects.create>) {
  const { dependencies, caller, input } = call;
  const { resume, prompt, withModel, templateId, theme, name, ai_components } = input.body;
  const file = input.body.file as unknown as (Blob & { readonly name: string }) | undefined;
  const source: CreateInput["source"] = resume
    ? { kind: "resume", resume }
    : {
        ...(file ? { kind: "file", name: file.name } : { kind: "prompt", description: prompt! }),
        ...(await modelFor(call, withModel)),
      };
  const order: CreateInput = { source, templateId, theme, name, ai_components };
  const made = await orderJob(call, {
    kind: "project-create",
    meter: "generations",
    input: order,
    ...(file ? { file: new Uint8Array(await file.arrayBuffer()) } : {}),
  });
  if (!made.ok) return made;
  const { id } = made.value;
  const view = await dependencies.job(id).viewAtEnd(WAIT_MS);
  if (!view.ok) return view;
  const { result: _result, ...job } = view.value;
  const failure = jobFailureSchema.safeParse(job.failure);
  if (failure.success) return fail(failure.data as Failure);
  if (job.status !== "complete") return ok({ id, job, project: null });
  const keeping = await dependencies.keepingOf(caller);
  const project = keeping.ok ? await readView(keeping.value, id) : keeping;
  return project.ok ? ok({ id, job, project: project.value }) : project;
}

function addReading(app: EdgeHono): void {
  route(app, api.projects.list, async ({ input, caller, dependencies }) => {
    const keeping = await dependencies.keepingOf(caller);
    if (!keeping.ok) return keeping;
    const { items, last } = await listKept(keeping.value, readPlace(input.query.after), PAGE);
    const views = await Promise.all(items.map(({ id }) => readView(keeping.value, id)));
    const there = views.flatMap((view) => (view.ok ? [view.value] : []));
    return ok({ items: there, next: last && writePlace(last) });
  });

  route(app, api.projects.read, async ({ input, caller, dependencies }) => {
    const keeping = await dependencies.keepingOf(caller);
    return keeping.ok ? readView(keeping.value, input.params.projectId) : keeping;
  });

  route(app, api.projects.files, async ({ input, caller, dependencies }) => {
    const keeping = await dependencies.keepingOf(caller);
    const tree = keeping.ok ? await treeOf(keeping.value, input.params.projectId) : keeping;
    if (!tree.ok) return tree;
    const paths = Object.keys(tree.value).sort();
    return ok({ files: paths.map((path) => ({ path, isText: isText(tree.value[path]!) })) });
  });

  route(app, api.projects.file, async ({ input, caller, dependencies }) => {
    const { projectId, path } = input.params;
    const keeping = await dependencies.keepingOf(caller);
    if (!keeping.ok) return keeping;
    const tree = await treeOf(keeping.value, projectId);
    if (!tree.ok) return tree;
    const key = Object.hasOwn(tree.value, path) ? tree.value[path] : undefined;
    if (key === undefined) return fail(NOT_FOUND);
    const content = await keeping.value.blobs.read(key);
    if (!content.ok) return content;
    // Never as what it is: a page of theirs on our own origin could do what the app can.
    return new Response(content.value as Uint8Array<ArrayBuffer>, {
      headers: {
        "content-type": isText(key) ? "text/plain; charset=utf-8" : "application/octet-stream",
        "content-disposition": "attachment",
        "cache-control": "no-store",
      },
    });
  });
}

const isText = (contentKey: string) => contentKey.startsWith("t-");

async function treeOf(keeping: Keeping, projectId: string) {
  const kept = await readKept(keeping, projectId);
  if (!kept.ok) return kept;
  return kept.value.isDeleted ? fail(NOT_FOUND) : ok(kept.value.tree);
}

async function readView(keeping: Keeping, projectId: string): Promise<Result<ProjectView>> {
  const kept = await readKept(keeping, projectId);
  if (!kept.ok) return kept;
  if (kept.value.isDeleted) return fail(NOT_FOUND);
  const { id, name, templateId, fileCount, createdAt, updatedAt } = kept.value;
  const versionId = kept.value.headVersionId;
  return ok({ id, name, templateId, versionId, fileCount, createdAt, updatedAt });
}

/** Ends what runs the project; each keeps a last snapshot of its own for as long. */
async function freeSandboxes(
  { fleet, sandbox }: Dependencies,
  { personId }: Caller,
  projectId: string,
): Promise<void> {
  for (const id of await fleet().listOf(personId)) {
    const view = await sandbox(id).view();
    if (view.ok && view.value.portfolio_id === projectId) await sandbox(id).remove();
  }
}
