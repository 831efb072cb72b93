import { createHash, randomBytes } from "node:crypto";
import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openDatabase } from "../../edge/db/open-database.ts";
import { readMasterKeys } from "../../edge/keys/master-keys.ts";
import { rotateKeys } from "../../edge/keys/rotate-keys.ts";
import { withMessage } from "../../shared/conversation-branches.ts";
import { NO_CONVERSATION, type Message } from "../../shared/conversation.ts";
import type { CvExtraction, GeneratedPortfolio } from "../../shared/job-result.ts";
import type { Resume } from "../../shared/resume.ts";
import type { Result } from "../../shared/failure.ts";
import { openMemoryStorage } from "../../web/storage/portfolio-storage.ts";
import { openClient } from "../../web/api/open-client.ts";
import { httpAccountStorage } from "../../web/sync/http-account-storage.ts";
import { syncAccount } from "../../web/sync/sync-account.ts";
import { findInFiles } from "./find-in-files.ts";
import { runEdge, type RunningEdge } from "./run-edge.ts";
import { PASSWORD, post, visitor, type Visitor } from "./sign-up.ts";
import { wholeEvents } from "./whole-events.ts";

const NAME = "Nadia Okonkwo-Reyes";
const EMAIL = "nadia@okonkwo.example";
const PHONE = "+44 20 7946 0958";
const BULLET = "Designed the roof of the Vauxhall market hall";
const FACTS = [NAME, EMAIL, PHONE, BULLET];

const CV = `${NAME}
${EMAIL} | ${PHONE}

Experience

Structural engineer, Harrow & Pike
March 2019 – present
- ${BULLET}
`;

let edge: RunningEdge;
let ada: Visitor;
beforeAll(async () => {
  edge = await runEdge();
  ada = visitor(edge, 1);
});
afterAll(() => edge?.stop());

const must = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`${result.failure.message} ${result.failure.detail ?? ""}`);
  return result.value;
};
const bytesOf = (text: string) => new TextEncoder().encode(text);
const keyOf = (kind: "t" | "b", bytes: Uint8Array) =>
  `${kind}-${createHash("sha256").update(bytes).digest("hex")}`;

const get = (path: string) => ada.send(new Request(edge.url + path));

/** The last event’s result of a job that this request orders. */
async function resultOf<T>(request: Request): Promise<{ jobId: string; result: T }> {
  const events = wholeEvents(await (await ada.send(request)).text());
  const last = events.at(-1)!;
  expect(last.type, last.message).toBe("complete");
  return { jobId: (events[0]!.detail as { jobId: string }).jobId, result: last.detail as T };
}

function extract() {
  const body = new FormData();
  body.set("file", new File([CV], `${NAME}.txt`));
  body.set("withModel", "true");
  const url = `${edge.url}/api/cv/extract-streaming`;
  return resultOf<CvExtraction>(new Request(url, { method: "POST", body }));
}

const generate = (resume: Resume) =>
  resultOf<GeneratedPortfolio>(
    post(`${edge.url}/api/portfolio/generate-streaming`, { resume, templateId: "folio" }),
  );

const clientOf = () =>
  openClient({ send: ada.send, origin: edge.url, newRequestId: () => crypto.randomUUID() });

/** Said to the site, with what became of it: texts short enough for a row, and one that isn't. */
const SAID: Message = {
  id: "said",
  after: null,
  at: 1,
  from: "person",
  text: `I am ${NAME}. ${BULLET}`,
  changes: [{ path: "src/cv.md", before: CV, after: `${CV}\n`.repeat(100) }],
};

/** A portfolio of theirs on this device, in the account with a version and the CV it came from. */
async function keepWork(resume: Resume): Promise<string> {
  const storage = openMemoryStorage();
  const account = httpAccountStorage(clientOf());
  const files = { "resume.json": JSON.stringify(resume), [`src/${BULLET}.md`]: CV };
  const id = must(await storage.create({ name: NAME, files }));
  must(await storage.addVersion(id, { label: `By ${NAME}`, kind: "manual", files }));
  must(await storage.saveConversation(id, withMessage(NO_CONVERSATION, SAID)));
  must(await syncAccount({ storage, account, personId: "ada" }));
  const reading = bytesOf(JSON.stringify({ text: CV, resume }));
  const source = {
    name: `${NAME}.txt`,
    content: keyOf("b", bytesOf(CV)),
    reading: keyOf("t", reading),
  };
  must(
    await account.sendContents(
      new Map([
        [source.content, bytesOf(CV)],
        [source.reading, reading],
      ]),
    ),
  );
  expect(must(await account.saveSource(id, source)).status).toBe("kept");
  return id;
}

/** What the person sees of all of it. */
async function look(portfolioId: string, jobs: readonly string[]) {
  const account = httpAccountStorage(clientOf());
  const kept = must(await account.read(portfolioId));
  const contents = must(await account.readContents(Object.values(kept.tree)));
  const { items } = must(await account.listVersions(portfolioId, 0));
  const source = (await (await get(`/api/portfolios/${portfolioId}/source`)).json()) as {
    name: string;
    link: string;
  };
  return {
    name: kept.name,
    texts: Object.entries(kept.tree).map(([path, key]) => [
      path,
      new TextDecoder().decode(contents.get(key)),
    ]),
    versions: items.map(({ label }) => label),
    said: must(await account.readMessages(portfolioId, 0)).items,
    source: source.name,
    cv: await (await get(source.link)).text(),
    jobs: await Promise.all(
      jobs.map(async (id) => wholeEvents(await (await get(`/api/jobs/${id}/events`)).text())),
    ),
    list: ((await (await get("/api/portfolios")).json()) as { items: unknown[] }).items.length,
  };
}

/** Where everything is kept. Postgres may have its files elsewhere, where its own account can reach them. */
async function folders(): Promise<readonly string[]> {
  const sql = postgres(edge.postgres.url, { max: 1 });
  // What Postgres has in memory is in its files after that.
  await sql`checkpoint`;
  const [row] = await sql`show data_directory`;
  await sql.end();
  const data = String(row!["data_directory"]);
  return data.startsWith(edge.folder) ? [edge.folder] : [edge.folder, data];
}

async function search(texts: readonly string[]) {
  const all = await Promise.all((await folders()).map((folder) => findInFiles(folder, texts)));
  return {
    found: all.flatMap(({ found }) => found),
    bytes: all.reduce((sum, { bytes }) => sum + bytes, 0),
  };
}

test(
  "nothing of a CV is readable in what Postgres, R2 and the Durable Objects keep, nor after a key rotation",
  { timeout: 120_000 },
  async () => {
    const signUp = post(`${edge.url}/api/auth/sign-up/email`, {
      name: NAME,
      email: EMAIL,
      password: PASSWORD,
    });
    expect((await ada.send(signUp)).status).toBe(200);
    const extracted = await extract();
    const { resume } = extracted.result;
    expect(resume.basics).toMatchObject({ name: NAME, email: EMAIL });
    expect(JSON.stringify(resume)).toContain(BULLET);
    const generated = await generate(resume);
    const id = await keepWork(resume);
    const jobs = [extracted.jobId, generated.jobId];
    const before = await look(id, jobs);
    expect(before).toMatchObject({ name: NAME, source: `${NAME}.txt`, cv: CV, list: 2 });

    const first = await search(FACTS);
    expect(first.found).toEqual([]);
    expect(first.bytes).toBeGreaterThan(10_000_000);
    await expectKinds();

    const second = `second:${randomBytes(32).toString("base64")}`;
    const open = openDatabase(edge.postgres.url, { connections: 1 });
    const both = `${second},${edge.bindings.MASTER_KEYS}`;
    const rotated = must(await rotateKeys(open.database, must(await readMasterKeys(both))));
    await open.end();
    expect(rotated).toBeGreaterThanOrEqual(2);
    // As the README tells: both keys while objects are still under the old one, then the new one alone.
    for (const keys of [both, second]) {
      await edge.restartWorker({ MASTER_KEYS: keys });
      expect(await look(id, jobs)).toEqual(before);
    }
    expect((await search(FACTS)).found).toEqual([]);
  },
);

/** What was searched has files of each kind: otherwise it would be no wonder that nothing was found. */
async function expectKinds(): Promise<void> {
  const names = (
    await Promise.all((await folders()).map((folder) => readdir(folder, { recursive: true })))
  ).flat();
  for (const kind of [
    /base\/\d+\/\d+$/,
    /pg_wal\/[0-9A-F]{24}$/,
    /^worker\/.*r2\/.*blobs\/\w+$/,
    /^worker\/.*\.sqlite$/,
  ]) {
    expect(
      names.some((name) => kind.test(name)),
      String(kind),
    ).toBe(true);
  }
}

test("the search finds what is there: in a row, in the log before it, in a file, in any coding", async () => {
  const marker = "Zephyrine Quillfeather";
  const sql = postgres(edge.postgres.url, { max: 1 });
  await sql`create table planted (words text)`;
  await sql`insert into planted values (${marker})`;
  await sql.end();
  const worker = join(edge.folder, "worker");
  await writeFile(join(worker, "planted-16"), Buffer.from(`x${marker}`, "utf16le"));
  for (const n of [0, 1, 2]) {
    const text = `${"-".repeat(n)}${marker}.`;
    await writeFile(join(worker, `planted-64-${n}`), Buffer.from(text).toString("base64"));
  }
  const { found } = await search([marker]);
  const places = found.join("\n");
  for (const place of [/base\/\d+\/\d+: .*UTF-8/, /pg_wal\/\w+: .*UTF-8/, /planted-16: .*UTF-16/]) {
    expect(places).toMatch(place);
  }
  for (const n of [0, 1, 2]) expect(places).toMatch(new RegExp(`planted-64-${n}: .*base64`));
});
