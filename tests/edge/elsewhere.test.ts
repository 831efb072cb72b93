import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { hexHash } from "../../edge/elsewhere/hex-hash.ts";
import type { ElsewherePlace, Standing } from "../../shared/api/elsewhere.ts";
import {
  HASH_HEADER,
  pagesWorkflow,
  WORKFLOW_PATH,
  type OtherHostId,
} from "../../shared/site/elsewhere.ts";
import { openTestDatabase } from "./people.ts";
import { call, portfolioOf, somebody, type Member } from "./sites.ts";

type Files = Readonly<Record<string, string>>;
interface Refusal {
  readonly code: string;
  readonly message: string;
}

let ada: Member;
let portfolioId: string;
/** Somebody new for each host: what one may ask in a minute is limited. */
const renew = async () => {
  ada = await somebody();
  portfolioId = await portfolioOf(ada.person);
};
beforeAll(renew);

const keep = (host: OtherHostId, token: string) =>
  call<{ ending: string; account: string } & Refusal>(
    ada.person,
    "PUT",
    `/api/elsewhere/keys/${host}`,
    { token },
  );
const at = (host: OtherHostId, rest = "") =>
  `/api/portfolios/${portfolioId}/elsewhere/${host}${rest}`;
const settle = (host: OtherHostId, body: object) =>
  call<ElsewherePlace & Refusal>(ada.person, "PUT", at(host), body);

/** Begins a send and hands over what is missing. */
async function begin(host: OtherHostId, files: Files, onTop = false) {
  const manifest: Record<string, { hash: string; size: number }> = {};
  const form = new FormData();
  const contents = new Map<string, Uint8Array>();
  for (const [path, text] of Object.entries(files)) {
    const bytes = new TextEncoder().encode(text);
    const hash = await hexHash(HASH_HEADER[host](bytes.length), bytes);
    manifest[path] = { hash, size: bytes.length };
    contents.set(hash, bytes);
  }
  const begun = await call<{ sendId: string; missing: string[] } & Refusal>(
    ada.person,
    "POST",
    at(host, "/sends"),
    { files: manifest, onTop },
  );
  if (begun.status !== 200) return { ...begun, missing: 0, sendId: "" };
  const { sendId, missing } = begun.body;
  for (const hash of missing)
    form.append(hash, new Blob([contents.get(hash)! as Uint8Array<ArrayBuffer>]), hash);
  if (missing.length > 0) {
    const sent = await call<Refusal>(ada.person, "POST", at(host, `/sends/${sendId}/files`), form);
    expect(sent.status, JSON.stringify(sent.body)).toBe(200);
  }
  return { ...begun, missing: missing.length, sendId };
}

const finish = (host: OtherHostId, sendId: string) =>
  call<ElsewherePlace & Refusal>(ada.person, "POST", at(host, `/sends/${sendId}/finish`));

async function send(host: OtherHostId, files: Files, onTop = false) {
  const begun = await begin(host, files, onTop);
  expect(begun.status, JSON.stringify(begun.body)).toBe(200);
  const done = await finish(host, begun.sendId);
  expect(done.status, JSON.stringify(done.body)).toBe(200);
  return { place: done.body, missing: begun.missing };
}

const standing = async (host: OtherHostId) =>
  (await call<Standing>(ada.person, "GET", at(host))).body;

/** GitHub itself, asked by the account’s owner. */
async function github<T>(path: string, json?: object): Promise<T> {
  const answer = await fetch(`https://github.hosts.example${path}`, {
    method: json ? "PUT" : "GET",
    headers: {
      "user-agent": "test",
      "x-github-api-version": "2022-11-28",
      authorization: "Bearer ghp_adalovelace",
    },
    ...(json ? { body: JSON.stringify(json) } : {}),
  });
  return (await answer.json()) as T;
}
async function pathsAt(repository: string, branch = "main"): Promise<string[]> {
  const ref = await github<{ object: { sha: string } }>(
    `/repos/${repository}/git/ref/heads/${branch}`,
  );
  const commit = await github<{ tree: { sha: string } }>(
    `/repos/${repository}/git/commits/${ref.object.sha}`,
  );
  const tree = await github<{ tree: { path: string }[] }>(
    `/repos/${repository}/git/trees/${commit.tree.sha}?recursive=1`,
  );
  return tree.tree.map(({ path }) => path).toSorted();
}
const pushByHand = (repository: string, path: string) =>
  github(`/repos/${repository}/contents/${path}`, {
    message: "By hand",
    content: btoa(crypto.randomUUID()),
    branch: "main",
  });

describe("a token", () => {
  test("is tried before it is kept, sealed, and sent back to nobody", async () => {
    const refused = await keep("github", "not-a-token-at-all");
    expect(refused.status).toBe(403);
    expect(refused.body.message).toBe("GitHub doesn’t take this token.");
    const kept = await keep("github", "ghp_adalovelace");
    expect(kept.status, JSON.stringify(kept.body)).toBe(200);
    expect(kept.body).toMatchObject({ account: "adalovelace", ending: "lace" });
    const listed = await ada.person.get("/api/elsewhere/keys");
    expect(JSON.stringify(listed.body)).not.toContain("adalovelace");
    const open = openTestDatabase();
    const rows = await open.database.execute(
      sql`select encode(sealed_key, 'escape') as key, provider from vault_keys where owner_id = ${ada.id}`,
    );
    await open.end();
    expect([...rows].map((row) => row["provider"])).toEqual(["github"]);
    expect(JSON.stringify([...rows])).not.toContain("ghp_");
  });

  test("is somebody’s own: another person has none, and can’t send to the same place", async () => {
    const eve = await somebody();
    const path = `/api/portfolios/${portfolioId}/elsewhere/github`;
    expect((await eve.person.send("PUT", path, { name: "walks" })).status).toBe(404);
    expect(JSON.stringify((await eve.person.get("/api/elsewhere/keys")).body)).not.toContain(
      "lace",
    );
  });
});

describe("GitHub", () => {
  beforeAll(async () => {
    await renew();
    await keep("github", "ghp_adalovelace");
  });
  const first = {
    "README.md": "Mine\n",
    "src/App.tsx": "export {}\n",
    "src/Old.tsx": "export {};\n",
    [WORKFLOW_PATH]: pagesWorkflow("main"),
  };

  test("gets one commit into a repository that is made, with Pages on; then what has changed alone", async () => {
    const place = await settle("github", { name: "walks" });
    expect(place.body).toMatchObject({
      name: "adalovelace/walks",
      url: "https://adalovelace.github.io/walks/",
      page: "https://github.com/adalovelace/walks",
      remark: "",
    });
    const begun = await send("github", first);
    expect(begun.missing).toBe(4);
    expect(await pathsAt("adalovelace/walks")).toEqual(Object.keys(first).toSorted());
    expect(await standing("github")).toEqual({
      state: "live",
      page: "https://github.com/runs/7",
    });
    const { "src/Old.tsx": _gone, ...rest } = first;
    const next = await send("github", { ...rest, "src/App.tsx": "export const a = 1;\n" });
    expect(next.missing).toBe(1);
    expect(await pathsAt("adalovelace/walks")).not.toContain("src/Old.tsx");
    expect(
      (await send("github", { ...rest, "src/App.tsx": "export const a = 1;\n" })).missing,
    ).toBe(0);
  });

  test("a branch that has moved isn’t overwritten, before or during a send, but by wish", async () => {
    await pushByHand("adalovelace/walks", "NOTES.md");
    const refused = await begin("github", first);
    expect(refused.status).toBe(409);
    expect(refused.body).toMatchObject({
      message: "The branch “main” has commits that weren’t sent from here.",
    });
    await send("github", first, true);
    // What they wrote stays.
    expect(await pathsAt("adalovelace/walks")).toContain("NOTES.md");

    const begun = await begin("github", { ...first, "src/New.tsx": "new\n" });
    await pushByHand("adalovelace/walks", "MORE.md");
    const late = await finish("github", begun.sendId);
    expect(late.status).toBe(409);
    expect(await pathsAt("adalovelace/walks")).toContain("MORE.md");
    expect(await pathsAt("adalovelace/walks")).not.toContain("src/New.tsx");
  });

  test("goes to another branch of a repository that is there, and overwrites no file of its own", async () => {
    await settle("github", { name: "walks", branch: "site" });
    await send("github", first);
    expect(await pathsAt("adalovelace/walks", "site")).toContain("src/App.tsx");
    // The same repository, as if it had never been sent to: its files aren't ours.
    await settle("github", { name: "https://github.com/adalovelace/walks", branch: "main" });
    const refused = await begin("github", { ...first, "NOTES.md": "ours\n" });
    expect(refused.status).toBe(409);
    expect(refused.body.message).toBe("The repository has other contents in NOTES.md.");
  });

  test("says what a token lacks, and where Pages can’t be had", async () => {
    const priv = await settle("github", { name: "hidden", isPrivate: true });
    expect(priv.body).toMatchObject({ url: "", remark: expect.stringContaining("aren’t on") });
    await keep("github", "ghp_adalovelace-readonly");
    const refused = await settle("github", { name: "another" });
    expect(refused.status).toBe(403);
    expect(refused.body.message).toBe("GitHub doesn’t let this token do that.");
    await keep("github", "ghp_adalovelace");
    expect((await settle("github", { name: "../x" })).status).toBe(400);
  });

  test("a second send makes the first one’s end impossible", async () => {
    await settle("github", { name: "fresh" });
    const one = await begin("github", first);
    const two = await begin("github", first);
    expect((await finish("github", one.sendId)).status).toBe(409);
    expect((await finish("github", two.sendId)).status).toBe(200);
  });
});

describe.each([
  ["netlify", "https://walks-by-ada.netlify.app"],
  ["vercel", "https://walks-by-ada.vercel.app/"],
] as const)("%s", (host, url) => {
  beforeAll(renew);
  const site = {
    "index.html": "<h1>Ada</h1>",
    "assets/a b.css": "h1{}",
    "copy.html": "<h1>Ada</h1>",
  };

  test("gets the finished site, each content once, and later what has changed", async () => {
    expect((await keep(host, `${host}-ada`)).body).toMatchObject({ account: "ada" });
    const place = await settle(host, { name: "walks-by-ada" });
    expect(place.body).toMatchObject({ url, name: "walks-by-ada" });
    expect((await send(host, site)).missing).toBe(2);
    expect(await standing(host)).toMatchObject({ state: "live" });
    expect((await send(host, { ...site, "index.html": "<h1>Ada L.</h1>" })).missing).toBe(1);
    expect((await settle(host, { name: "walks-by-ada" })).body.sentAt).not.toBeNull();
  });

  test("a content that isn’t what it is said to be is refused", async () => {
    const begun = await call<{ sendId: string }>(ada.person, "POST", at(host, "/sends"), {
      files: { "index.html": { hash: "a".repeat(40), size: 3 } },
    });
    const form = new FormData();
    form.append("a".repeat(40), new Blob(["bad"]), "x");
    const path = at(host, `/sends/${begun.body.sendId}/files`);
    expect((await ada.person.send("POST", path, form)).status).toBe(400);
  });
});

test("a name that is somebody else’s is said to be taken; a token that is forgotten is gone", async () => {
  await keep("netlify", "netlify-eve");
  const taken = await settle("netlify", { name: "walks-by-ada" });
  expect(taken.status).toBe(409);
  expect((await ada.person.send("DELETE", "/api/elsewhere/keys/netlify")).status).toBe(200);
  expect((await settle("netlify", { name: "mine" })).status).toBe(404);
});
