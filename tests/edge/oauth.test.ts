import { describe, expect, test } from "vitest";
import { browser, member, ORIGIN, type Browser } from "./browser.ts";

type Service = "github" | "google";
const HINT = { github: "login", google: "login_hint" } as const;

/** A login that nobody has used before. */
const somebody = (kind = "") => `p${crypto.randomUUID().slice(0, 8)}${kind}`;

/** To the service and back as a browser does it; gives where it ends, with the cookies in its jar. */
async function signInAt(service: Service, login: string, person: Browser = browser()) {
  const started = await person.post("/api/auth/sign-in/social", {
    provider: service,
    callbackURL: "/sign-in?from=service&next=%2Fstudio",
    errorCallbackURL: "/sign-in?from=service&next=%2Fstudio",
  });
  expect(started.status, JSON.stringify(started.body)).toBe(200);
  const there = new URL((started.body as unknown as { url: string }).url);
  there.searchParams.set(HINT[service], login);
  const agreed = await fetch(there, { redirect: "manual" });
  expect(agreed.status).toBe(302);
  const back = new URL(agreed.headers.get("location")!);
  expect(back.origin).toBe(ORIGIN);
  return { person, end: await comeBack(person, back), back };
}

async function comeBack(person: Browser, back: URL): Promise<URL> {
  const answer = await person.send("GET", back.pathname + back.search);
  expect(answer.status, await answer.clone().text()).toBe(302);
  return new URL(answer.headers.get("location")!, ORIGIN);
}

describe.each(["github", "google"] as const)("signing in at %s", (service) => {
  test("makes an account the first time, and finds it the second", async () => {
    const login = somebody();
    const { person, end } = await signInAt(service, login);
    expect(end.pathname + end.search).toBe("/sign-in?from=service&next=%2Fstudio");
    const first = await person.session();
    expect(first!.user).toMatchObject({
      email: `${login}@mailbox.example`,
      name: expect.stringContaining(login),
    });
    const again = await signInAt(service, login);
    expect((await again.person.session())!.user.id).toBe(first!.user.id);
  });

  test("takes along who began without an account, and their work", async () => {
    const person = browser();
    await person.post("/api/auth/sign-in/anonymous");
    const work = await person.post("/api/cv/analyze", { resume: { basics: { name: "Ada" } } });
    expect(work.status, JSON.stringify(work.body)).toBe(200);
    const job = `/api/jobs/${(work.body as unknown as { id: string }).id}`;
    const login = somebody();
    await signInAt(service, login, person);
    const { user } = (await person.session())!;
    expect(user).toMatchObject({ email: `${login}@mailbox.example`, isAnonymous: false });
    expect((await person.get(job)).status).toBe(200);
  });

  test("doesn’t open an account that somebody made here with that address", async () => {
    const login = somebody();
    await member(`${login}@mailbox.example`);
    const { person, end } = await signInAt(service, login);
    expect(end.pathname).toBe("/sign-in");
    expect(end.searchParams.get("error")).toBe("account_not_linked");
    expect(await person.session()).toBeNull();
  });

  test.each([
    ["nobody", "access_denied"],
    ["broken", "invalid_code"],
  ])("ends on the sign-in page with a reason: %s", async (login, reason) => {
    const { person, end } = await signInAt(service, login);
    expect(end.pathname).toBe("/sign-in");
    expect(end.searchParams.get("next")).toBe("/studio");
    expect(end.searchParams.get("error")).toBe(reason);
    expect(await person.session()).toBeNull();
  });

  test("holds for the browser in which it began, and once", async () => {
    const { back } = await signInAt(service, somebody());
    const thief = browser();
    const end = await comeBack(thief, back);
    expect(end.pathname).toBe("/sign-in");
    expect(end.searchParams.get("error")).toMatch(/state|restart/);
    expect(await thief.session()).toBeNull();
  });
});

test("a service that never answers leads back to signing in", async () => {
  const { person, end } = await signInAt("github", "hanging");
  expect(end.pathname + end.search).toBe("/sign-in?from=service&error=timed_out");
  expect(await person.session()).toBeNull();
});

test("at both with one verified address is one account", async () => {
  const login = somebody();
  const first = await signInAt("google", login);
  const second = await signInAt("github", login);
  const [one, other] = [await first.person.session(), await second.person.session()];
  expect(other!.user.id).toBe(one!.user.id);
});

test.each([
  ["github", "google"],
  ["google", "github"],
] as const)(
  "an address that %s hasn’t verified opens nobody else’s account",
  async (unverifiedAt, verifiedAt) => {
    const login = somebody();
    const owner = await signInAt(verifiedAt, login);
    const thief = await signInAt(unverifiedAt, `${login}-unverified`);
    expect(await thief.person.session()).toBeNull();
    expect(thief.end.searchParams.get("error")).toBe("account_not_linked");
    const ways = await owner.person.get("/api/auth/list-accounts");
    expect(ways.body).toMatchObject([{ providerId: verifiedAt }]);
  },
);

test("who made an account with an address they hadn’t verified doesn’t get its owner’s services", async () => {
  const login = somebody();
  const squatter = await signInAt("google", `${login}-unverified`);
  expect(await squatter.person.session()).not.toBeNull();
  const owner = await signInAt("github", login);
  expect(await owner.person.session()).toBeNull();
  expect(owner.end.searchParams.get("error")).toBe("account_not_linked");
});

test("a way back to another site is refused", async () => {
  const answer = await browser().post("/api/auth/sign-in/social", {
    provider: "github",
    callbackURL: "https://evil.example/",
  });
  expect(answer.status).toBe(403);
});
