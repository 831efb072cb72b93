import { afterAll, beforeAll, describe, expect, test } from "vitest";
import postgres from "postgres";
import { fail, ok, type Result } from "../../shared/failure.ts";
import { failureBodySchema } from "../../shared/api/failure-body.ts";
import type { JobEvent } from "../../shared/job.ts";
import type { PortfolioStorage } from "../../shared/ports/portfolio-storage.ts";
import { openMemoryStorage } from "../../web/storage/portfolio-storage.ts";
import type { AccountStorage } from "../../web/sync/account-storage.ts";
import { openClient } from "../../web/api/open-client.ts";
import { httpAccountStorage } from "../../web/sync/http-account-storage.ts";
import { syncAccount } from "../../web/sync/sync-account.ts";
import { startCuttingProxy, type CuttingProxy } from "./cutting-proxy.ts";
import { runEdge, type RunningEdge } from "./run-edge.ts";
import { seeded } from "./seeded.ts";
import { post, signIn, signUp, visitor, type Visitor } from "./sign-up.ts";
import { wholeEvents } from "./whole-events.ts";

const ROUNDS = 9;
const DEVICES = 3;
/** New people come after so many rounds: each stays within what one may ask in a minute. */
const ROUNDS_EACH = 3;
/** One round of so many has a job: workerd waits two seconds before it runs a cut-off alarm again. */
const JOB_EVERY = 3;
/** A kill comes within this many milliseconds of a round’s beginning: about what its work takes. */
const WITHIN_MS = 300;

let edge: RunningEdge;
beforeAll(async () => {
  edge = await runEdge();
});
afterAll(() => edge?.stop());

/** Somebody’s device, and what the account has acknowledged to it. */
interface Owner {
  readonly who: Visitor;
  readonly storage: PortfolioStorage;
  readonly account: AccountStorage;
  readonly portfolioId: string;
  readonly acknowledged: { revision: number; readonly versions: Set<string> };
}

const clientOf = ({ send }: Visitor) =>
  openClient({ send, origin: edge.url, newRequestId: () => crypto.randomUUID() });

async function openOwner(number: number): Promise<Owner> {
  const who = visitor(edge, number);
  expect((await signUp(edge, who)).status).toBe(200);
  const storage = openMemoryStorage();
  const made = await storage.create({ name: "Ada", files: { "src/a.ts": "0" } });
  const acknowledged = { revision: 0, versions: new Set<string>() };
  const account = httpAccountStorage(clientOf(who));
  const noting: AccountStorage = {
    ...account,
    save: async (id, state) => {
      const written = await account.save(id, state);
      if (written.ok && written.value.status === "kept") {
        acknowledged.revision = written.value.revision;
      }
      return written;
    },
    saveVersions: async (id, versions) => {
      const written = await account.saveVersions(id, versions);
      if (written.ok && written.value.status === "kept") {
        for (const version of versions) acknowledged.versions.add(version.id);
      }
      return written;
    },
  };
  return { who, storage, account: noting, portfolioId: must(made), acknowledged };
}

const must = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`${result.failure.message} ${result.failure.detail ?? ""}`);
  return result.value;
};
const roundOf = ({ storage, account, who }: Pick<Owner, "storage" | "account" | "who">) =>
  syncAccount({ storage, account, personId: who.email });

/** Longer than anything takes to come back, on a machine that has much else to do; milliseconds. */
const PATIENCE_MS = 60_000;

/** Repeats what a client would repeat, until it is answered with yes. */
async function untilOk<T>(ask: () => Promise<Result<T>>): Promise<T> {
  return must(await untilAnswered(ask));
}

async function edit({ storage, portfolioId }: Owner, text: string): Promise<void> {
  const { tree } = must(await storage.readPortfolio(portfolioId));
  const files = [
    { path: "src/a.ts", content: text },
    { path: `src/${text}.ts`, content: text.repeat(50) },
  ];
  must(await storage.commit(portfolioId, files, tree, "device"));
  const all = must(await storage.readFiles(tree));
  must(await storage.addVersion(portfolioId, { label: text, kind: "manual", files: { ...all } }));
}

/** What was acknowledged is there; and then, after a round, all of it, once, on another device too. */
async function expectWhole(owner: Owner): Promise<void> {
  const { account, portfolioId, acknowledged, storage, who } = owner;
  if (acknowledged.revision > 0) {
    const there = await untilOk(() => account.read(portfolioId));
    expect(there.revision).toBeGreaterThanOrEqual(acknowledged.revision);
    const listed = await untilOk(() => account.listVersions(portfolioId, 0));
    const ids = listed.items.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(expect.arrayContaining([...acknowledged.versions]));
  }
  await untilOk(() => roundOf(owner));
  const other = openMemoryStorage();
  await untilOk(() => roundOf({ storage: other, account: httpAccountStorage(clientOf(who)), who }));
  const idsIn = async (one: PortfolioStorage) =>
    must(await one.list())
      .map(({ id }) => id)
      .sort();
  expect(await idsIn(other)).toEqual(await idsIn(storage));
  const trees = await Promise.all(
    [storage, other].map(async (one) => must(await one.readPortfolio(portfolioId)).tree),
  );
  expect(trees[1]).toEqual(trees[0]);
  must(await other.readFiles(trees[1]!));
  const versions = await Promise.all(
    [storage, other].map(async (one) =>
      must(await one.listVersions(portfolioId))
        .map(({ id, label }) => `${id} ${label}`)
        .sort(),
    ),
  );
  expect(versions[1]).toEqual(versions[0]);
}

/** An account asked for: whether it was acknowledged isn’t known where no answer came. */
const tryToSignUp = (who: Visitor): Promise<Result<void>> =>
  signUp(edge, who).then(
    async (answer) => {
      if (answer.ok) return ok(undefined);
      const body = failureBodySchema.parse(await answer.json());
      return fail({ ...AWAY, kind: body.code as "conflict", retryable: body.retryable });
    },
    () => fail(AWAY),
  );
const AWAY = { kind: "unavailable", message: "", nextStep: "", retryable: true } as const;

/** They get in: with what they asked for before, or by asking again. */
async function expectAccount(who: Visitor, wasAcknowledged: boolean): Promise<void> {
  if (!wasAcknowledged) {
    const again = await untilAnswered(() => tryToSignUp(who));
    if (again.ok) return;
  }
  const answer = await signIn(edge, who);
  expect(answer.status, await answer.text()).toBe(200);
}

async function untilAnswered<T>(ask: () => Promise<Result<T>>): Promise<Result<T>> {
  for (const end = Date.now() + PATIENCE_MS; ;) {
    const answer = await ask();
    if (answer.ok || !answer.failure.retryable || Date.now() > end) return answer;
    await new Promise((wake) => setTimeout(wake, 100));
  }
}

/** A portfolio ordered from the server; the same key orders the same one. */
async function order({ who }: Owner, key: string): Promise<Result<JobEvent>> {
  try {
    const request = post(`${edge.url}/api/portfolio/generate-streaming`, {
      resume: { basics: { name: "Ada Lovelace" } },
      templateId: "folio",
    });
    request.headers.set("idempotency-key", key);
    const events = wholeEvents(await (await who.send(request)).text());
    expect(events.map(({ id }) => id)).toEqual(events.map((_, index) => index + 1));
    const last = events.at(-1);
    return last && ["complete", "error"].includes(last.type) ? ok(last) : fail(AWAY);
  } catch (error) {
    if (error instanceof TypeError) return fail(AWAY);
    throw error;
  }
}

test(
  "workerd and Postgres killed in the middle of syncs, jobs and sign-ups: nothing acknowledged is lost, nothing doubled",
  { timeout: 300_000 },
  async () => {
    const random = seeded(20_261_121);
    let owners: Owner[] = [];
    let people = 0;
    let cutOff = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      if (round % ROUNDS_EACH === 0) {
        const first = 1_000 + people;
        owners = await Promise.all(Array.from({ length: DEVICES }, (_, n) => openOwner(first + n)));
        people += DEVICES;
      }
      const news = [0, 1].map((n) => visitor(edge, 2 * round + n));
      people += news.length;
      for (const owner of owners) await edit(owner, `round-${round}`);
      const kill = new Promise<void>((done) => {
        setTimeout(() => {
          const isWorker = round % 2 === 0;
          process.kill(isWorker ? -edge.worker().groupId() : edge.postgres.pid(), "SIGKILL");
          done();
        }, random() * WITHIN_MS);
      });
      const hasJob = round % JOB_EVERY === 0;
      const key = `made-in-round-${round}`;
      const [synced, signedUp, made] = await Promise.all([
        Promise.all(owners.map(roundOf)),
        Promise.all(news.map(tryToSignUp)),
        hasJob ? order(owners[0]!, key) : null,
        kill,
      ]);
      cutOff += [...synced, ...signedUp, made].filter((outcome) => outcome?.ok === false).length;
      if (made) {
        const again = await untilOk(() => order(owners[0]!, key));
        expect(again, again.message).toMatchObject({ type: "complete" });
        if (made.ok) expect(again).toEqual(made.value);
      }
      await Promise.all(owners.map(expectWhole));
      await Promise.all(news.map((who, n) => expectAccount(who, signedUp[n]!.ok)));
    }
    // Otherwise the kills came when nothing was under way.
    expect(cutOff).toBeGreaterThan(ROUNDS / 2);
    const sql = postgres(edge.postgres.url, { max: 1 });
    const [counted] = await sql`
      select (select count(*)::int from people) as people,
             (select count(distinct email)::int from people) as emails,
             (select count(*)::int from accounts) as accounts,
             (select count(*)::int from portfolios) as portfolios`;
    await sql.end();
    const portfolios = (ROUNDS / ROUNDS_EACH) * DEVICES + ROUNDS / JOB_EVERY;
    expect(counted).toEqual({ people, emails: people, accounts: people, portfolios });
  },
);

describe("while Postgres is away", () => {
  let line: CuttingProxy;
  let away: RunningEdge;
  const database = new URL("postgres://localhost");
  beforeAll(async () => {
    line = await startCuttingProxy(
      () => Number(database.port),
      () => null,
    );
    away = await runEdge({ databasePort: line.port });
    database.port = new URL(away.postgres.url).port;
  });
  afterAll(async () => {
    await away?.stop();
    await line?.stop();
  });

  test("the API says so in its one shape, to be tried again, and comes back by itself", async () => {
    const ada = visitor(away, 1);
    expect((await signUp(away, ada)).status).toBe(200);
    const asks = {
      list: () => ada.send(new Request(`${away.url}/api/portfolios`)),
      session: () => ada.send(new Request(`${away.url}/api/auth/get-session`)),
      contents: () => ada.send(post(`${away.url}/api/contents/missing`, { keys: [] })),
      "sign in": () => signIn(away, visitor(away, 1)),
      "sign up": () => signUp(away, visitor(away, 2)),
      ready: () => fetch(`${away.url}/readyz`),
    };
    line.setAway(true);
    for (const [name, ask] of Object.entries(asks)) {
      const answer = await ask();
      const body = failureBodySchema.parse(await answer.json());
      expect([answer.status, body], name).toMatchObject([
        503,
        { code: "unavailable", retryable: true },
      ]);
      expect(body.message).not.toMatch(/quer|sql|connect|127/i);
    }
    // What needs no database goes on.
    expect((await fetch(`${away.url}/healthz`)).status).toBe(200);
    expect((await fetch(`${away.url}/`)).status).toBe(200);
    line.setAway(false);
    for (const [name, ask] of Object.entries(asks)) expect((await ask()).status, name).toBe(200);
  });
});
