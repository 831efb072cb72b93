/**
 * GitHub's and Google's OAuth 2.0 at wire level, at their own addresses: a worker under test has its
 * outgoing requests answered here. The browser's part (the page where one agrees) redirects at once. Who
 * agrees is the `login`/`login_hint` of the request: `ada`, `ada-unverified` (says ada's address
 * is theirs, and hasn't verified it), `nobody` (says no), `broken` (the token endpoint fails), `hanging` (it never answers).
 */
import { createHash, createSign, generateKeyPairSync, randomUUID } from "node:crypto";

const CLIENTS: Readonly<Record<string, string>> = {
  "github-id": "github-secret",
  "google-id": "google-secret",
};

interface Grant {
  readonly login: string;
  readonly clientId: string;
  readonly redirectUri: string;
  readonly challenge: string | null;
}
const grants = new Map<string, Grant>();
const tokens = new Map<string, string>();
const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });

/**
 * The address a login says it has: at GitHub and Google the same, so that they can meet in one account;
 * `ada-unverified` is somebody else who says that ada's is theirs.
 */
export const addressOf = (login: string): string =>
  `${login.replace(/-unverified$/, "")}@mailbox.example`;

/** Answers a request to one of the services' addresses; `null` for any other. */
export async function answerOAuth(request: Request): Promise<Response | null> {
  const { host, pathname } = new URL(request.url);
  if (host === "github.com" && pathname === "/login/oauth/authorize")
    return agree(request, "login");
  if (host === "accounts.google.com" && pathname === "/o/oauth2/v2/auth")
    return agree(request, "login_hint");
  if (host === "github.com" && pathname === "/login/oauth/access_token")
    return githubToken(request);
  if (host === "oauth2.googleapis.com" && pathname === "/token") return googleToken(request);
  if (host === "api.github.com") return githubApi(request, pathname);
  if (host === "www.googleapis.com" && pathname === "/oauth2/v3/certs")
    return Response.json({ keys: [jwk()] });
  return null;
}

/** The page where one agrees: back to the app with a code, or with the refusal. */
function agree(request: Request, hint: string): Response {
  const asked = new URL(request.url).searchParams;
  const redirectUri = asked.get("redirect_uri") ?? "";
  const back = new URL(redirectUri);
  const login = asked.get(hint) ?? "ada";
  if (!CLIENTS[asked.get("client_id") ?? ""] || asked.get("response_type") !== "code") {
    return new Response("invalid_client", { status: 400 });
  }
  back.searchParams.set("state", asked.get("state") ?? "");
  if (login === "nobody") {
    back.searchParams.set("error", "access_denied");
    return Response.redirect(back.href, 302);
  }
  const code = randomUUID();
  grants.set(code, {
    login,
    clientId: asked.get("client_id")!,
    redirectUri,
    challenge: asked.get("code_challenge"),
  });
  back.searchParams.set("code", code);
  return Response.redirect(back.href, 302);
}

/** A code is worth a token once, to its own client, at its own address, with its verifier. */
async function redeem(request: Request): Promise<Grant | null> {
  const form = new URLSearchParams(await request.text());
  const code = form.get("code") ?? "";
  const grant = grants.get(code);
  grants.delete(code);
  if (!grant || request.method !== "POST" || form.get("grant_type") !== "authorization_code")
    return null;
  const basic = /^Basic (.+)$/.exec(request.headers.get("authorization") ?? "")?.[1];
  const [id, secret] = basic
    ? Buffer.from(basic, "base64").toString().split(":")
    : [form.get("client_id"), form.get("client_secret")];
  if (id !== grant.clientId || secret !== CLIENTS[grant.clientId]) return null;
  if (form.get("redirect_uri") !== grant.redirectUri) return null;
  const verifier = form.get("code_verifier") ?? "";
  const hashed = createHash("sha256").update(verifier).digest("base64url");
  return grant.challenge === null || grant.challenge === hashed ? grant : null;
}

async function githubToken(request: Request): Promise<Response> {
  const grant = await redeem(request);
  if (grant?.login === "hanging") return new Promise(() => undefined);
  if (grant?.login === "broken") return new Response("Bad gateway", { status: 502 });
  // GitHub says no with a 200.
  if (!grant)
    return Response.json({
      error: "bad_verification_code",
      error_description: "The code passed is incorrect or expired.",
    });
  const token = `gho_${randomUUID()}`;
  tokens.set(token, grant.login);
  return Response.json({
    access_token: token,
    scope: "read:user,user:email",
    token_type: "bearer",
  });
}

function githubApi(request: Request, path: string): Response {
  // GitHub refuses whoever doesn't say who asks.
  if (!request.headers.get("user-agent"))
    return new Response("Request forbidden by administrative rules.", { status: 403 });
  const login = tokens.get(
    (request.headers.get("authorization") ?? "").replace(/^(?:Bearer|token) /i, ""),
  );
  if (!login) return Response.json({ message: "Bad credentials" }, { status: 401 });
  if (path === "/user") {
    const id = Number.parseInt(createHash("sha1").update(login).digest("hex").slice(0, 7), 16);
    return Response.json({ id, login, name: `${login} at GitHub`, email: null, avatar_url: null });
  }
  if (path !== "/user/emails") return Response.json({ message: "Not Found" }, { status: 404 });
  const verified = !login.endsWith("-unverified");
  return Response.json([
    { email: addressOf(login), primary: true, verified, visibility: "private" },
  ]);
}

async function googleToken(request: Request): Promise<Response> {
  const grant = await redeem(request);
  if (grant?.login === "hanging") return new Promise(() => undefined);
  if (grant?.login === "broken") return new Response("Bad gateway", { status: 502 });
  if (!grant)
    return Response.json(
      { error: "invalid_grant", error_description: "Malformed auth code." },
      { status: 400 },
    );
  const now = Math.floor(Date.now() / 1000);
  const claims = {
    iss: "https://accounts.google.com",
    aud: grant.clientId,
    sub: createHash("sha1").update(grant.login).digest("hex"),
    email: addressOf(grant.login),
    email_verified: !grant.login.endsWith("-unverified"),
    name: `${grant.login} at Google`,
    iat: now,
    exp: now + 3600,
  };
  return Response.json({
    access_token: `ya29.${randomUUID()}`,
    expires_in: 3599,
    scope: "openid email profile",
    token_type: "Bearer",
    id_token: signed(claims),
  });
}

const jwk = () => ({
  ...publicKey.export({ format: "jwk" }),
  kid: "one",
  alg: "RS256",
  use: "sig",
});

function signed(claims: object): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const text = `${part({ alg: "RS256", kid: "one", typ: "JWT" })}.${part(claims)}`;
  return `${text}.${createSign("RSA-SHA256").update(text).sign(privateKey).toString("base64url")}`;
}
