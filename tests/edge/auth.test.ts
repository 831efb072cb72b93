import { env, exports } from "cloudflare:workers";
import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { anyone, browser, member, ORIGIN, PASSWORD } from "./browser.ts";
import { appWith } from "./people.ts";
import { openDatabase } from "../../edge/db/open-database.ts";

const posted = (path: string, body: object) =>
  new Request(`${ORIGIN}${path}`, {
    method: "POST",
    headers: {
      origin: ORIGIN,
      "content-type": "application/json",
      "cf-connecting-ip": `203.0.113.${Math.floor(Math.random() * 200)}`,
    },
    body: JSON.stringify(body),
  });

describe("accounts", () => {
  test("sign up, sign out, sign in: the same person, by a cookie that scripts can’t read", async () => {
    const { person, email } = await member();
    const before = await person.session();
    expect(before!.user).toMatchObject({ email, name: "Ada" });
    await person.post("/api/auth/sign-out");
    expect(await person.session()).toBeNull();
    const back = await person.post("/api/auth/sign-in/email", { email, password: PASSWORD });
    expect(back.cookies.join()).toMatch(/cv2web\.session_token=.*HttpOnly.*SameSite=Lax/is);
    expect((await person.session())!.user.id).toBe(before!.user.id);
  });

  test("what is stored is ciphertext, and capitals in an address don’t matter", async () => {
    const { email } = await member();
    const { database } = openDatabase((env as unknown as { DATABASE_URL: string }).DATABASE_URL, {
      connections: 1,
    });
    const rows = await database.execute<{ row: string }>(sql`select p::text as row from people p`);
    const all = [...rows].map(({ row }) => row).join("\n");
    expect(all).not.toContain(email.split("@")[0]);
    expect(all).not.toContain("Ada");
    const again = browser();
    const answer = await again.post("/api/auth/sign-in/email", {
      email: email.toUpperCase(),
      password: PASSWORD,
    });
    expect(answer.status).toBe(200);
  });

  test("who begins without an account keeps what they began when they sign up", async () => {
    const person = browser();
    expect((await person.post("/api/auth/sign-in/anonymous")).status).toBe(200);
    const before = await person.session();
    expect(before!.user.isAnonymous).toBe(true);
    const email = anyone();
    const made = await person.post("/api/auth/sign-up/email", {
      email,
      password: PASSWORD,
      name: "",
    });
    expect(made.status, JSON.stringify(made.body)).toBe(200);
    expect((await person.session())!.user).toMatchObject({ email });
  });

  test("a short password is refused in plain words", async () => {
    const answer = await browser().post("/api/auth/sign-up/email", {
      email: anyone(),
      password: "short",
      name: "",
    });
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({
      code: "invalid",
      message: "A password needs at least 12 characters.",
      requestId: expect.stringMatching(/./),
    });
  });

  test("a wrong password and an unknown address get the same answer", async () => {
    const { email } = await member();
    const wrong = await browser().post("/api/auth/sign-in/email", {
      email,
      password: "wrong password",
    });
    const unknown = await browser().post("/api/auth/sign-in/email", {
      email: anyone(),
      password: "wrong password",
    });
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    const { requestId: _a, ...first } = wrong.body as Record<string, unknown>;
    const { requestId: _b, ...second } = unknown.body as Record<string, unknown>;
    expect(first).toEqual(second);
  });

  test("five wrong passwords lock the account for a while, the right one too, and say how long", async () => {
    const { email } = await member();
    const person = browser();
    for (let attempt = 0; attempt < 5; attempt++) {
      const answer = await person.post("/api/auth/sign-in/email", {
        email,
        password: "wrong password",
      });
      expect(answer.status).toBe(401);
    }
    const locked = await person.post("/api/auth/sign-in/email", { email, password: PASSWORD });
    expect(locked.status).toBe(429);
    expect(locked.body).toMatchObject({
      code: "rate-limited",
      message: expect.stringContaining("locked"),
    });
    expect(Number(locked.headers.get("retry-after"))).toBeGreaterThan(14 * 60);
  });

  test("right passwords lock nobody, however many come from one address", async () => {
    const { email } = await member();
    for (let time = 0; time < 25; time++) {
      const person = browser("203.0.113.7");
      const answer = await person.post("/api/auth/sign-in/email", { email, password: PASSWORD });
      expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    }
  });

  test("twenty wrong ones from one address, at different accounts, lock that address and no other", async () => {
    const tryAs = (address: string, email: string, password: string) =>
      browser(address).post("/api/auth/sign-in/email", { email, password });
    for (let time = 0; time < 20; time++) {
      expect((await tryAs("203.0.113.8", anyone(), "wrong password")).status).toBe(401);
    }
    const { email } = await member();
    const locked = await tryAs("203.0.113.8", email, PASSWORD);
    expect(locked.status).toBe(429);
    expect(locked.body).toMatchObject({ message: expect.stringMatching(/^20 attempts from here/) });
    expect((await tryAs("203.0.113.9", email, PASSWORD)).status).toBe(200);
  });

  test("a changed password ends the other sessions", async () => {
    const { person, email } = await member();
    const elsewhere = browser();
    await elsewhere.post("/api/auth/sign-in/email", { email, password: PASSWORD });
    expect((await elsewhere.get("/api/portfolios")).status).toBe(200);
    const changed = await person.post("/api/auth/change-password", {
      currentPassword: PASSWORD,
      newPassword: "another long password",
    });
    expect(changed.status, JSON.stringify(changed.body)).toBe(200);
    expect((await elsewhere.get("/api/portfolios")).status).toBe(401);
    expect(await elsewhere.session()).toBeNull();
    expect((await person.get("/api/portfolios")).status).toBe(200);
  });

  test("sessions are listed and ended", async () => {
    const { person, email } = await member();
    const elsewhere = browser();
    await elsewhere.post("/api/auth/sign-in/email", { email, password: PASSWORD });
    const list = (await person.get("/api/auth/list-sessions")).body as unknown as unknown[];
    expect(list).toHaveLength(2);
    await person.post("/api/auth/revoke-other-sessions");
    expect(await elsewhere.session()).toBeNull();
  });

  test("what the library serves and we don’t isn’t there; what needs an account says so", async () => {
    const { person } = await member();
    for (const path of [
      "/api/auth/delete-user",
      "/api/auth/change-email",
      "/api/auth/refresh-token",
    ]) {
      expect((await person.post(path)).status, path).toBe(404);
    }
    expect((await browser().get("/api/auth/list-sessions")).status).toBe(401);
    expect((await browser().get("/api/auth/passkey/list-user-passkeys")).status).toBe(401);
  });

  test("a letter that takes its time tells nobody that there is an account", async () => {
    const { email } = await member();
    const slow = appWith({ MAIL_URL: "https://hanging.mail.example/", MAIL_KEY: "k" });
    const ask = async (address: string) => {
      const answer = await slow(posted("/api/auth/request-password-reset", { email: address }));
      return { status: answer.status, body: await answer.json() };
    };
    const known = await Promise.race([ask(email), scheduler.wait(5_000).then(() => "waits")]);
    expect(known).toMatchObject({ status: 200 });
    expect(known).toEqual(await ask(anyone()));
  });

  test("a password known from a breach is refused, and a check that can’t be made stops nobody", async () => {
    const breached = "correct horse battery staple";
    const signUp = async (app: ReturnType<typeof appWith>) =>
      app(posted("/api/auth/sign-up/email", { email: anyone(), password: breached, name: "" }));
    const at = (host: string) =>
      appWith({ BREACH_CHECK_URL: `https://${host}.pwnedpasswords.example/range` });
    const refused = await signUp(at("api"));
    expect(refused.status).toBe(400);
    expect(await refused.json()).toMatchObject({
      code: "invalid",
      message: expect.stringContaining("stolen"),
    });
    for (const host of ["hanging", "failing"])
      expect((await signUp(at(host))).status, host).toBe(200);
  });

  test("another site’s page can’t act with somebody’s cookies", async () => {
    const { person } = await member();
    const answer = await exports.default.fetch(`${ORIGIN}/api/auth/sign-out`, {
      method: "POST",
      headers: {
        origin: "https://evil.example",
        cookie: [...person.jar].map(([name, value]) => `${name}=${value}`).join("; "),
      },
    });
    expect(answer.status).toBe(403);
    expect(await person.session()).not.toBeNull();
  });

  test("any state of cookies is cleared, and broken ones are nobody’s", async () => {
    const person = browser();
    person.jar.set("cv2web.session_token", "broken.cookie");
    expect(await person.session()).toBeNull();
    await person.post("/api/auth/clear-session");
    expect(person.jar.size).toBe(0);
  });
});
