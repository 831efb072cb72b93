import { exports } from "cloudflare:workers";
import { expect } from "vitest";

export const ORIGIN = "http://localhost:8787";
export const PASSWORD = "correct horse battery";
export const anyone = () => `person-${crypto.randomUUID()}@mailbox.example`;

let browsers = 0;

/** A browser: it keeps cookies, sends its page's origin, and has an address of its own. */
export function browser(address = `198.51.${++browsers % 250}.${(browsers * 7) % 250}`) {
  const jar = new Map<string, string>();
  const send = async (
    method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE",
    path: string,
    body?: object | FormData,
    more: Readonly<Record<string, string>> = {},
  ): Promise<Response> => {
    const isForm = body instanceof FormData;
    const answer = await exports.default.fetch(`${ORIGIN}${path}`, {
      method,
      redirect: "manual",
      headers: {
        origin: ORIGIN,
        "cf-connecting-ip": address,
        ...(isForm ? {} : { "content-type": "application/json" }),
        cookie: [...jar].map(([name, value]) => `${name}=${value}`).join("; "),
        ...more,
      },
      ...(body ? { body: isForm ? body : JSON.stringify(body) } : {}),
    });
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie)!;
      if (/max-age=0/i.test(cookie)) jar.delete(name!);
      else jar.set(name!, value!);
    }
    return answer;
  };
  const call = async (method: "GET" | "POST", path: string, body?: object) => {
    const answer = await send(method, path, body);
    const text = await answer.text();
    return {
      status: answer.status,
      body: (text ? JSON.parse(text) : null) as Record<string, never> | null,
      cookies: answer.headers.getSetCookie(),
      headers: answer.headers,
    };
  };
  return {
    jar,
    cookies: () => [...jar].map(([name, value]) => `${name}=${value}`).join("; "),
    /** The answer as it comes. */
    send,
    get: (path: string) => call("GET", path),
    post: (path: string, body: object = {}) => call("POST", path, body),
    session: async () => (await call("GET", "/api/auth/get-session")).body as Session | null,
  };
}
interface Session {
  readonly user: { id: string; email: string; name: string; isAnonymous?: boolean };
}

/** Somebody with an account, signed in. */
export async function member(email = anyone()) {
  const person = browser();
  const made = await person.post("/api/auth/sign-up/email", {
    email,
    password: PASSWORD,
    name: "Ada",
  });
  expect(made.status, JSON.stringify(made.body)).toBe(200);
  return { person, email };
}

export type Browser = ReturnType<typeof browser>;
