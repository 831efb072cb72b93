import type { Failure } from "../../shared/failure.ts";
import { addressOf } from "../address.ts";
import { authPathOf } from "../auth/auth-paths.ts";
import { handleAuth } from "../auth/handle-auth.ts";
import { rateHeaders } from "../respond.ts";
import { NOT_FOUND, SIGN_IN_FIRST, tooMany } from "../refusals.ts";
import { respondCounted, type EdgeContext, type EdgeHono } from "../route.ts";

/** Accounts (R5.2): better-auth behind our rules, locks and words; and a way out of any state of cookies. */
export function addAuthRoutes(app: EdgeHono): void {
  app.post("/api/auth/clear-session", (context) => {
    context.set("route", "/api/auth/clear-session");
    for (const name of namesOfCookies(context.req.raw)) {
      if (!/^(?:__Secure-|__Host-)?cv2web\./.test(name)) continue;
      const secure = name.startsWith("__") ? "; Secure" : "";
      context.header("set-cookie", `${name}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax${secure}`, {
        append: true,
      });
    }
    return context.json({ status: "ok" });
  });

  app.all("/api/auth/*", async (context) => {
    const answer = await answerAuth(context);
    if (!(answer instanceof Response))
      return respondCounted(context, context.get("requestId"), answer);
    const copy = new Response(answer.body, answer);
    copy.headers.set("cache-control", "no-store");
    return copy;
  });
}

async function answerAuth(context: EdgeContext): Promise<Response | Failure> {
  const request = context.req.raw;
  const dependencies = context.get("dependencies");
  const path = new URL(request.url).pathname.slice("/api/auth".length);
  const rule = authPathOf(request.method, path);
  if (!rule) return NOT_FOUND;
  context.set("route", `/api/auth${rule.path}`);
  const caller = await dependencies.callerOf(request);
  const address = addressOf(request);
  const rate = await dependencies.takeRate(caller ? { ...caller, address } : { address }, 1);
  for (const [name, value] of Object.entries(rateHeaders(rate))) context.header(name, value);
  if (!rate.allowed) return tooMany(rate.resetMs);
  const needsAccount = rule.access === "member" && (!caller || caller.tier === "anonymous");
  if (needsAccount || (rule.access === "person" && !caller)) return SIGN_IN_FIRST;
  const answer = await handleAuth(request, rule, dependencies.auth(request, address));
  return answer instanceof Response ? answer : answer.ok ? NOT_FOUND : answer.failure;
}

const namesOfCookies = (request: Request): readonly string[] =>
  (request.headers.get("cookie") ?? "")
    .split(/;\s*/)
    .map((pair) => pair.split("=")[0]!)
    .filter(Boolean);
