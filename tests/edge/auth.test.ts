import { env, exports } from "cloudflare:workers";
import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { anyone, browser, member, ORIGIN, PASSWORD } from "./browser.ts";
import { openDatabase } from "../../edge/db/open-database.ts";

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
    const { database } = openDatabase((env as unknown as { DATABASE_URL: string }).DATABASE_URL, 1);
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

  test("a changed password ends the other sessions", async () => {
    const { person, email } = await member();
    const elsewhere = browser();
    await elsewhere.post("/api/auth/sign-in/email", { email, password: PASSWORD });
    expect(await elsewhere.session()).not.toBeNull();
    const changed = await person.post("/api/auth/change-password", {
      currentPassword: PASSWORD,
      newPassword: "another long password",
    });
    expect(changed.status, JSON.stringify(changed.body)).toBe(200);
    expect(await elsewhere.session()).toBeNull();
    expect(await person.session()).not.toBeNull();
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
      "/api/auth/unlink-account",
    ]) {
      expect((await person.post(path)).status, path).toBe(404);
    }
    expect((await browser().get("/api/auth/list-sessions")).status).toBe(401);
    expect((await browser().get("/api/auth/passkey/list-user-passkeys")).status).toBe(401);
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
