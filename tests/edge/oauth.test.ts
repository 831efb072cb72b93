import { describe, expect, test } from "vitest";
import { eq } from "drizzle-orm";
import { sessions } from "../../edge/db/schema.ts";
import { openTestDatabase } from "./people.ts";
import { browser, member, ORIGIN, type Browser } from "./browser.ts";

type Service = "github" | "google";
const HINT = { github: "login", google: "login_hint" } as const;

/** A login that nobody has used before. */
const somebody = (kind = "") => `p${crypto.randomUUID().slice(0, 8)}${kind}`;

/** Agrees at the service that our answer names; gives where the service sends the browser. */
async function agreeThere(
  service: Service,
  login: string,
  started: Awaited<ReturnType<Browser["post"]>>,
): Promise<URL> {
  expect(started.status, JSON.stringify(started.body)).toBe(200);
  const there = new URL((started.body as unknown as { url: string }).url);
  there.searchParams.set(HINT[service], login);
  const agreed = await fetch(there, { redirect: "manual" });
  expect(agreed.status).toBe(302);
  return new URL(agreed.headers.get("location")!);
}

/** To the service and back as a browser does it; gives where it ends, with the cookies in its jar. */
async function signInAt(service: Service, login: string, person: Browser = browser()) {
  const started = await person.post("/api/auth/sign-in/social", {
    provider: service,
    callbackURL: "/sign-in?from=service&next=%2Fstudio",
    errorCallbackURL: "/sign-in?from=service&next=%2Fstudio",
  });
  const back = await agreeThere(service, login, started);
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

/** From one's account to the service and back; gives where it ends. */
async function linkAt(service: Service, login: string, person: Browser): Promise<URL> {
  const started = await person.post("/api/auth/link-social", {
    provider: service,
    callbackURL: "/account",
    errorCallbackURL: "/account",
  });
  return comeBack(person, await agreeThere(service, login, started));
}

const waysOf = async (person: Browser) =>
  (await person.get("/api/auth/list-accounts")).body as unknown as {
    id: string;
    providerId: string;
  }[];

describe("an account with a password", () => {
  test("is opened by a service that was added to it, whatever its address there, until it is removed", async () => {
    const { person, email } = await member();
    const login = somebody();
    const end = await linkAt("github", login, person);
    expect(end.pathname + end.search).toBe("/account");
    const { user } = (await person.session())!;
    expect(user).toMatchObject({ email });
    const elsewhere = await signInAt("github", login);
    expect((await elsewhere.person.session())!.user.id).toBe(user.id);
    const ways = await waysOf(person);
    expect(ways.map(({ providerId }) => providerId).toSorted()).toEqual(["credential", "github"]);
    const linked = ways.find(({ providerId }) => providerId === "github")!;
    const removed = await person.post("/api/auth/unlink-account", { accountId: linked.id });
    expect(removed.status, JSON.stringify(removed.body)).toBe(200);
    const after = await signInAt("github", login);
    expect((await after.person.session())?.user.id).not.toBe(user.id);
  });

  test("keeps its last way in, and nobody removes another’s", async () => {
    const { person } = await member();
    const other = await member();
    const [only] = await waysOf(person);
    const last = await person.post("/api/auth/unlink-account", { accountId: only!.id });
    expect(last).toMatchObject({ status: 409, body: { nextStep: "Add another first." } });
    await linkAt("google", somebody(), other.person);
    const foreign = await other.person.post("/api/auth/unlink-account", { accountId: only!.id });
    expect(foreign.status).toBe(404);
    expect(await waysOf(person)).toHaveLength(1);
  });

  test("doesn’t get a service that opens another account, nor one without a verified address", async () => {
    const login = somebody();
    const owner = await signInAt("google", login);
    const { person } = await member();
    const taken = await linkAt("google", login, person);
    expect(taken.searchParams.get("error")).toBe("account_already_linked_to_different_user");
    const unverified = await linkAt("github", `${somebody()}-unverified`, person);
    expect(unverified.searchParams.get("error")).toBe("unable_to_link_account");
    expect(await waysOf(person)).toHaveLength(1);
    expect(await waysOf(owner.person)).toHaveLength(1);
  });

  test("gets a service only by who signed in within a day", async () => {
    const { person } = await member();
    const { session } = (await person.session()) as unknown as { session: { id: string } };
    const open = openTestDatabase();
    await open.database
      .update(sessions)
      .set({ createdAt: new Date(Date.now() - 25 * 3_600_000) })
      .where(eq(sessions.id, session.id));
    await open.end();
    const refused = await person.post("/api/auth/link-social", { provider: "github" });
    expect(refused).toMatchObject({
      status: 403,
      body: { message: "You signed in more than a day ago." },
    });
  });
});

test("a way back to another site is refused", async () => {
  const answer = await browser().post("/api/auth/sign-in/social", {
    provider: "github",
    callbackURL: "https://evil.example/",
  });
  expect(answer.status).toBe(403);
});
