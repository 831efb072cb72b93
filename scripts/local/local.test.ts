import { mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startMailReceiver } from "./mail-receiver.ts";
import { startPostgres } from "./postgres.ts";
import { readSecrets } from "./secrets.ts";

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "cv2web-local-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test("secrets are made once, for their owner’s eyes, and what is there never changes", async () => {
  const file = join(folder, "secrets.env");
  const made = await readSecrets(file);
  expect(made["MASTER_KEYS"]).toMatch(/^first:.{44}$/);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(await readSecrets(file)).toEqual(made);
});

test("e-mail lands as a file; nobody without the key leaves any, and no header can be smuggled in", async () => {
  const heard: string[] = [];
  const receiver = await startMailReceiver({
    folder: join(folder, "mail"),
    key: "key",
    onMail: ({ to, subject }) => heard.push(`${to}: ${subject}`),
  });
  const post = (body: object, key = "key") =>
    fetch(receiver.url, {
      method: "POST",
      headers: { authorization: `Bearer ${key}` },
      body: JSON.stringify(body),
    });
  const letter = {
    from: "CV2WEB <a@localhost>",
    to: ["ada@example.org"],
    subject: "Hello\r\nBcc: eve@example.org",
    text: "Grüße",
  };
  expect((await post(letter, "wrong")).status).toBe(401);
  expect((await post({ ...letter, from: 1 })).status).toBe(422);
  expect((await post(letter)).status).toBe(200);
  await receiver.stop();
  const [file, ...others] = await readdir(join(folder, "mail"));
  expect(others).toEqual([]);
  const text = await readFile(join(folder, "mail", file!), "utf8");
  expect(text).toContain("To: ada@example.org");
  expect(text).toContain("Grüße");
  expect(text).not.toMatch(/^Bcc:/m);
  expect(heard.length).toBe(1);
});

test("Postgres that is killed comes back by itself with all that was committed", async () => {
  const started = await startPostgres({ folder: join(folder, "postgres"), password: "secret" });
  if (!started.ok) throw new Error(started.failure.detail);
  const { url, pid, stop } = started.value;
  const ask = async (text: string) => {
    const client = postgres(url, { max: 1, connect_timeout: 1, onnotice: () => undefined });
    return client.unsafe(text).finally(() => client.end({ timeout: 1 }));
  };
  await ask("create table kept (n int); insert into kept values (42)");
  const before = pid();
  process.kill(before, "SIGKILL");
  await expect
    .poll(() => ask("select n from kept").catch(() => null), { timeout: 20_000 })
    .not.toBeNull();
  expect(pid()).not.toBe(before);
  expect(await ask("select n from kept")).toEqual([{ n: 42 }]);
  await expect(postgres(url.replace("secret", "wrong"), { max: 1 })`select 1`).rejects.toThrow(
    /password/,
  );
  await stop();
  expect(() => process.kill(pid(), 0)).toThrow();
}, 60_000);
