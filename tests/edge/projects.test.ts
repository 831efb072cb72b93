import { exports } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import type { ProjectView } from "../../shared/api/projects.ts";
import { PROJECT_LIFE } from "../../shared/limits.ts";
import { member, ORIGIN, type Browser } from "./browser.ts";

let person: Browser;
let key: string;

beforeAll(async () => {
  person = (await member()).person;
  const made = await person.post("/api/keys", { name: "Program" });
  key = (made.body as unknown as { key: string }).key;
});

const call = (method: string, path: string, body?: object | FormData) =>
  exports.default.fetch(`${ORIGIN}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${key}`,
      ...(body && !(body instanceof FormData) ? { "content-type": "application/json" } : {}),
    },
    ...(body ? { body: body instanceof FormData ? body : JSON.stringify(body) } : {}),
  });

const create = async (source: object | FormData) => {
  const answer = await call("POST", "/api/projects/create", source);
  const body = (await answer.json()) as Created;
  if (body.project !== null || answer.status !== 200) return { status: answer.status, body };
  // A slow machine: the job goes on, and its stream ends with it.
  await (await call("GET", `/api/jobs/${body.id}/events`)).text();
  const project = (await (await call("GET", `/api/projects/${body.id}`)).json()) as ProjectView;
  return { status: answer.status, body: { ...body, project } };
};
interface Created {
  readonly id: string;
  readonly message?: string;
  readonly project: ProjectView | null;
}

const resume = { basics: { name: "Ada Lovelace", email: "ada@engine.example" } };

describe("a project by API key", () => {
  test("is made of a résumé, read file by file, deleted, brought back, and gone", async () => {
    const made = await create({ resume, templateId: "commit", name: "Engine" });
    expect(made.body).toMatchObject({ project: { name: "Engine", templateId: "commit" } });
    const path = `/api/projects/${made.body.id}`;
    const { files } = (await (await call("GET", `${path}/files`)).json()) as {
      files: { path: string; isText: boolean }[];
    };
    expect(files).toContainEqual({ path: "src/data/resume.json", isText: true });
    const file = await call("GET", `${path}/files/src/data/resume.json`);
    expect(file.headers.get("content-type")).toBe("text/plain; charset=utf-8");
    expect(file.headers.get("content-disposition")).toBe("attachment");
    expect(await file.json()).toMatchObject(resume);
    expect((await call("GET", `${path}/files/src%2f..%2fpackage.json`)).status).toBe(404);
    expect((await call("GET", `${path}/files/constructor`)).status).toBe(404);
    const listed = (await (await call("GET", "/api/projects")).json()) as { items: ProjectView[] };
    expect(listed.items.map(({ id }) => id)).toContain(made.body.id);

    const gone = (await (await call("DELETE", path)).json()) as { restorableUntil: number };
    expect(gone.restorableUntil - Date.now()).toBeGreaterThan(PROJECT_LIFE.deletedMs - 60_000);
    expect((await call("GET", path)).status).toBe(404);
    expect((await call("DELETE", path)).status).toBe(404);
    expect((await call("GET", `${path}/files/src/data/resume.json`)).status).toBe(404);

    const back = await call("POST", `${path}/restore`);
    expect(await back.json()).toMatchObject({ id: made.body.id, name: "Engine" });
    const again = await call("GET", `${path}/files/src/data/resume.json`);
    expect(await again.json()).toMatchObject(resume);
    // What is there isn’t brought back over itself.
    expect((await call("POST", `${path}/restore`)).status).toBe(409);
  });

  test("is made of a CV file", async () => {
    const form = new FormData();
    const text =
      "Ada Lovelace\nada@engine.example\n\nExperience\nAnalyst, Babbage & Co, 1842 – 1843\n";
    form.append("file", new Blob([text], { type: "text/plain" }), "cv.txt");
    // There is no model here: the template’s own parts stay, and that is said.
    form.append("ai_components", "hero, skills");
    const made = await create(form);
    expect(made.status, JSON.stringify(made.body)).toBe(200);
    expect(made.body.project).toMatchObject({ name: "Ada Lovelace", templateId: "folio" });
    const events = await (await call("GET", `/api/jobs/${made.body.id}/events`)).text();
    expect(events).toContain("“Opening” stays");
    form.set("ai_components", "hero, footer");
    expect((await create(form)).status).toBe(400);
  });

  test("is made of a prompt", async () => {
    const made = await create({ prompt: "I am Grace Hopper, rear admiral and programmer." });
    expect(made.status, JSON.stringify(made.body)).toBe(200);
    expect(made.body.project?.fileCount).toBeGreaterThan(10);
  });

  test("needs one source, and one that can be read", async () => {
    const nothing = await create({ templateId: "folio" });
    expect(nothing).toMatchObject({ status: 400 });
    expect(nothing.body.message).toContain("exactly one of file");
    expect((await create({ resume, prompt: "Both" })).status).toBe(400);
    const form = new FormData();
    form.append("file", new Blob([new Uint8Array(100)]), "cv.pdf");
    expect((await create(form)).status).toBe(415);
  });
});
