import type { Caller } from "../caller.ts";
import type { Configuration } from "../configuration.ts";

/** True where the request carries this token as a bearer; the comparison takes as long whatever is sent. */
export async function carriesToken(request: Request, token: string | undefined): Promise<boolean> {
  if (!token) return false;
  const given = /^Bearer (\S+)$/i.exec(request.headers.get("authorization") ?? "")?.[1] ?? "";
  const [a, b] = await Promise.all([digest(given), digest(token)]);
  let difference = 0;
  for (let i = 0; i < a.length; i++) difference |= a[i]! ^ b[i]!;
  return difference === 0;
}

/** True where somebody is one of the people that the operator named, by their ids. */
const isNamed = (names: string | undefined, caller: Caller | null): boolean =>
  caller !== null &&
  caller.tier !== "anonymous" &&
  (names ?? "")
    .split(",")
    .map((name) => name.trim())
    .includes(caller.personId);

/** True where a request carries the operator’s token, or the session of somebody who is named as one. */
export const isOperator = async (
  request: Request,
  { OPERATOR_TOKEN, OPERATORS }: Pick<Configuration, "OPERATOR_TOKEN" | "OPERATORS">,
  callerOf: (request: Request) => Promise<Caller | null>,
): Promise<boolean> =>
  (await carriesToken(request, OPERATOR_TOKEN)) || isNamed(OPERATORS, await callerOf(request));

const digest = async (text: string): Promise<Uint8Array> =>
  new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
