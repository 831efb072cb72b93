import { eq } from "drizzle-orm";
import { unzipSync } from "fflate";
import { beforeAll, expect, test } from "vitest";
import { blobs } from "../../edge/db/schema.ts";
import { browser, member, type Browser } from "./browser.ts";
import { openTestDatabase } from "./people.ts";

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const PATH = "/api/portfolios/ada-zip";
const version = crypto.randomUUID();
const MANIFEST = '{ "name": "ada-lovelace-portfolio" }';
const BEFORE = "export const year = 1842;";
const NOW = "export const year = 1843;";
const PICTURE = Uint8Array.of(0xff, 0xd8, 0, 1, 2, 0xff);

let ada: Browser;

async function keyOf(content: string | Uint8Array): Promise<string> {
  const bytes = typeof content === "string" ? encoder.encode(content) : content;
  const digest = await crypto.subtle.digest("SHA-256", bytes as Uint8Array<ArrayBuffer>);
  const hex = Array.from(new Uint8Array(digest), (b) => b.toString(16).padStart(2, "0")).join("");
  return `${typeof content === "string" ? "t" : "b"}-${hex}`;
}

beforeAll(async () => {
  ada = (await member()).person;
  const form = new FormData();
  for (const content of [MANIFEST, BEFORE, NOW, PICTURE]) {
    form.append(
      await keyOf(content),
      new Blob([content as string | Uint8Array<ArrayBuffer>]),
      "content",
    );
  }
  expect((await ada.send("POST", "/api/contents", form)).status).toBe(200);
  const tree = async (code: string) => ({
    "src/App.tsx": await keyOf(code),
    "package.json": await keyOf(MANIFEST),
    "public/me.jpg": await keyOf(PICTURE),
  });
  const body = {
    revision: 0,
    name: "Ada Lovelace",
    templateId: "folio",
    tree: await tree(NOW),
    headVersionId: version,
    createdAt: 1,
    updatedAt: 2,
  };
  expect((await ada.send("PUT", PATH, body)).status).toBe(200);
  const one = { id: version, parentId: null, label: "First", kind: "created", at: 1 };
  const versions = [{ ...one, tree: await tree(BEFORE) }];
  expect((await ada.send("POST", `${PATH}/versions`, { versions })).status).toBe(200);
});

const download = (who: Browser, version?: string) =>
  who.send("GET", `${PATH}/download${version ? `?version=${version}` : ""}`);

async function unzipped(version?: string) {
  const answer = await download(ada, version);
  expect(answer.status).toBe(200);
  return { answer, files: unzipSync(new Uint8Array(await answer.arrayBuffer())) };
}

test("a portfolio's project comes as a ZIP with every file as it is now, in one folder", async () => {
  const { answer, files } = await unzipped();
  expect(answer.headers.get("content-disposition")).toBe(
    'attachment; filename="ada-lovelace-portfolio.zip"',
  );
  expect(answer.headers.get("cache-control")).toBe("no-store");
  const folder = "ada-lovelace-portfolio/";
  expect(Object.keys(files)).toEqual([
    `${folder}package.json`,
    `${folder}public/me.jpg`,
    `${folder}src/App.tsx`,
  ]);
  expect(decoder.decode(files[`${folder}src/App.tsx`])).toBe(NOW);
  expect(files[`${folder}public/me.jpg`]).toEqual(PICTURE);
});

test("a version's project comes as it was then", async () => {
  const { files } = await unzipped(version);
  expect(decoder.decode(files["ada-lovelace-portfolio/src/App.tsx"])).toBe(BEFORE);
});

test("it is there for its owner alone, and a version that isn't there is said", async () => {
  const eve = (await member()).person;
  expect((await download(eve)).status).toBe(404);
  expect((await download(browser())).status).toBe(401);
  const gone = await download(ada, crypto.randomUUID());
  expect(gone.status).toBe(404);
  expect(await gone.json()).toMatchObject({ message: "This version isn’t kept in the account." });
});

test("a project with a hole isn't given, and it is said what to do", async () => {
  const personId = (await ada.session())!.user.id;
  const open = openTestDatabase();
  // As the removal of orphans leaves a content that it is taking away.
  await open.database.update(blobs).set({ stored: false }).where(eq(blobs.ownerId, personId));
  await open.end();
  const answer = await download(ada);
  expect(answer.status).toBe(404);
  expect(await answer.json()).toMatchObject({
    message: "Some files of this portfolio aren’t in the account yet.",
  });
});
