import { openClient, type ApiClient } from "../../web/api/open-client.ts";
import type { RunningEdge } from "./run-edge.ts";

/** A person with a browser: their cookies, and an address of their own. */
export interface Visitor {
  readonly email: string;
  /** Sends a request of theirs, as their browser would. */
  readonly send: (request: Request) => Promise<Response>;
  /** The headers that `send` adds, for clients of another kind. */
  headers(): Record<string, string>;
}

export const PASSWORD = "correct horse battery";

/**
 * Somebody new: `number` gives their e-mail address and their network address, which Cloudflare would put
 * into `cf-connecting-ip`; so each is limited as a person of their own.
 */
export function visitor(edge: Pick<RunningEdge, "url">, number: number): Visitor {
  const cookies = new Map<string, string>();
  const address = `10.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}`;
  const headers = () => ({
    "cf-connecting-ip": address,
    origin: edge.url,
    ...(cookies.size === 0
      ? {}
      : { cookie: [...cookies].map((pair) => pair.join("=")).join("; ") }),
  });
  return {
    email: `person-${number}@example.org`,
    headers,
    send: async (request) => {
      for (const [name, value] of Object.entries(headers())) request.headers.set(name, value);
      const answer = await fetch(request);
      for (const cookie of answer.headers.getSetCookie()) {
        const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie)!;
        if (value === "") cookies.delete(name!);
        else cookies.set(name!, value!);
      }
      return answer;
    },
  };
}

/** A request with a JSON body. */
export const post = (url: string, body: unknown): Request =>
  new Request(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });

/** Makes an account for them; they are signed in then. */
export const signUp = (edge: Pick<RunningEdge, "url">, who: Visitor): Promise<Response> =>
  who.send(
    post(`${edge.url}/api/auth/sign-up/email`, {
      name: "Ada Lovelace",
      email: who.email,
      password: PASSWORD,
    }),
  );

export const signIn = (edge: Pick<RunningEdge, "url">, who: Visitor): Promise<Response> =>
  who.send(post(`${edge.url}/api/auth/sign-in/email`, { email: who.email, password: PASSWORD }));

/** The API as their app calls it. */
export const clientOf = (
  edge: Pick<RunningEdge, "url">,
  { send }: Pick<Visitor, "send">,
): ApiClient => openClient({ send, origin: edge.url, newRequestId: () => crypto.randomUUID() });
