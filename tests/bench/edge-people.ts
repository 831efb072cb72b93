// 100 people at the same time: sign in, list, save a version whose contents changed, read it.
import { createHash, randomUUID } from "node:crypto";
import type { Result } from "../../shared/failure.ts";
import { httpAccountStorage } from "../../web/sync/http-account-storage.ts";
import type { RunningEdge } from "../edge-node/run-edge.ts";
import { clientOf, signIn, signUp, visitor, type Visitor } from "../edge-node/sign-up.ts";
import { seeded } from "../edge-node/seeded.ts";
import { Counts, spread } from "./edge-figures.ts";

export const PEOPLE = 100;

/** Files of a portfolio, and how many of them a save changes. */
const FILES = 20;
const CHANGED = 3;
const FILE_BYTES = 4_000;

interface Measured {
  readonly act: string;
  /** Milliseconds to the answer's head, and to its end. */
  readonly firstByte: number;
  readonly total: number;
}

/** Makes an account for each, a few at once: hashing a password is what takes the time. */
export async function signUpAll(edge: RunningEdge): Promise<Visitor[]> {
  const people = Array.from({ length: PEOPLE }, (_, n) => visitor(edge, n + 1));
  const waiting = [...people];
  const worker = async () => {
    for (let who = waiting.pop(); who; who = waiting.pop()) {
      const answer = await signUp(edge, who);
      if (!answer.ok) throw new Error(`No account: ${answer.status} ${await answer.text()}`);
    }
  };
  await Promise.all(Array.from({ length: 4 }, worker));
  return people;
}

/** A portfolio on somebody's device. */
function newWork(random: () => number) {
  const content = () =>
    Array.from({ length: FILE_BYTES / 10 }, () => random().toString(36).slice(2, 12)).join("");
  const keyOf = (text: string) => `t-${createHash("sha256").update(text).digest("hex")}`;
  const files = new Map(Array.from({ length: FILES }, (_, n) => [`src/part-${n}.ts`, content()]));
  return {
    id: randomUUID(),
    change: () => {
      for (let n = 0; n < CHANGED; n += 1) {
        files.set(`src/part-${Math.floor(random() * FILES)}.ts`, content());
      }
    },
    tree: () => Object.fromEntries([...files].map(([path, text]) => [path, keyOf(text)])),
    contents: (keys: readonly string[]) =>
      new Map(
        [...files.values()]
          .map((text) => [keyOf(text), new TextEncoder().encode(text)] as const)
          .filter(([key]) => keys.includes(key)),
      ),
  };
}

function openPerson(edge: RunningEdge, who: Visitor, number: number) {
  const measured: Measured[] = [];
  const errors = new Counts();
  const random = seeded(number);
  let act = "";
  const send = async (request: Request): Promise<Response> => {
    const began = performance.now();
    try {
      const answer = await who.send(request);
      const firstByte = performance.now() - began;
      const body = await answer.arrayBuffer();
      measured.push({ act, firstByte, total: performance.now() - began });
      if (!answer.ok) {
        errors.add((JSON.parse(new TextDecoder().decode(body)) as { code: string }).code);
      }
      return new Response(body, answer);
    } catch (error) {
      errors.add("no-answer");
      throw error;
    }
  };
  const account = httpAccountStorage(clientOf(edge, { send }));
  const work = newWork(random);
  let revision = 0;

  const save = async () => {
    work.change();
    const tree = work.tree();
    const missing = expectOk(await account.missingContents(Object.values(tree)));
    if (missing.length > 0) expectOk(await account.sendContents(work.contents(missing)));
    const at = Date.now();
    const state = { name: "Ada", templateId: "folio", tree, createdAt: at, updatedAt: at };
    const id = randomUUID();
    const written = expectOk(
      await account.save(work.id, { ...state, revision, headVersionId: id }),
    );
    if (written.status !== "kept") throw new Error("contents are missing");
    revision = written.revision;
    const version = { id, parentId: null, label: "Saved", kind: "manual" as const, at, tree };
    expectOk(await account.saveVersions(work.id, [version]));
  };
  const read = async () => {
    const kept = expectOk(await account.read(work.id));
    expectOk(await account.readContents(Object.values(kept.tree)));
  };
  const ACTS = {
    "sign in": () => signIn(edge, { ...who, send }),
    list: async () => expectOk(await account.changes(0)),
    save,
    read,
  };
  return {
    measured,
    errors,
    random,
    do: async (name: keyof typeof ACTS): Promise<void> => {
      act = name;
      // What went wrong was counted where it was answered.
      await ACTS[name]().catch(() => undefined);
    },
  };
}

const expectOk = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.failure.message);
  return result.value;
};

const ACT_NAMES = ["sign in", "list", "save", "read"] as const;
const pause = (ms: number) => new Promise((wake) => setTimeout(wake, ms));

function summary(people: readonly ReturnType<typeof openPerson>[]) {
  const all = people.flatMap(({ measured }) => measured);
  const errors: Record<string, number> = {};
  for (const person of people) {
    for (const [kind, count] of Object.entries(person.errors.all())) {
      errors[kind] = (errors[kind] ?? 0) + count;
    }
  }
  const figures = (some: readonly Measured[]) => ({
    total: spread(some.map(({ total }) => total)),
    firstByte: spread(some.map(({ firstByte }) => firstByte)),
  });
  const byAct = Object.fromEntries(
    ACT_NAMES.map((name) => [name, figures(all.filter(({ act }) => act === name))]),
  );
  return { requests: all.length, ...figures(all), errors, byAct };
}

/**
 * People as they are: each comes within the first twenty seconds, pauses one to three seconds between two
 * acts, and saves and reads five times; all hundred are there together in the middle.
 */
export async function measurePeople(edge: RunningEdge, visitors: readonly Visitor[]) {
  const people = visitors.map((who, n) => openPerson(edge, who, n));
  await Promise.all(
    people.map(async (person, n) => {
      await pause((n * 20_000) / PEOPLE);
      await person.do("sign in");
      for (let times = 0; times < 5; times += 1) {
        for (const act of ["list", "save", "read"] as const) {
          await pause(1_000 + 2_000 * person.random());
          await person.do(act);
        }
      }
    }),
  );
  return summary(people);
}

/** The worst: all of them do the same in the same moment, and nobody pauses. */
export async function measureCrowd(edge: RunningEdge, visitors: readonly Visitor[]) {
  const people = visitors.map((who, n) => openPerson(edge, who, n + PEOPLE));
  for (const act of ACT_NAMES) await Promise.all(people.map((person) => person.do(act)));
  return summary(people);
}
