import type { z } from "zod";
import type { Endpoint } from "../../shared/api/endpoint.ts";
import { failureBodySchema } from "../../shared/api/failure-body.ts";
import { portfolios as api } from "../../shared/api/portfolios.ts";
import { fail, ok, type Failure, type FailureKind, type Result } from "../../shared/failure.ts";
import type { AccountStorage } from "./account-storage.ts";

/** Sends a request; as `fetch`, rejects only when nothing came back. */
export type Send = (request: Request) => Promise<Response>;

interface Input {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, number>>;
  readonly body?: unknown;
}

/** The account over the API. `origin` is the app's own. */
export function httpAccountStorage(send: Send, origin: string): AccountStorage {
  const call = async (endpoint: Endpoint, input: Input): Promise<Result<Response>> => {
    try {
      const answer = await send(requestOf(origin, endpoint, input));
      return answer.ok ? ok(answer) : fail(await failureOf(answer));
    } catch (error) {
      return fail(notReached(String(error)));
    }
  };
  const read = async <T extends z.ZodType>(
    endpoint: Endpoint & { readonly output: T },
    input: Input,
  ): Promise<Result<z.output<T>>> => {
    const answer = await call(endpoint, input);
    if (!answer.ok) return answer;
    const parsed = endpoint.output.safeParse(await answer.value.json().catch(() => null));
    return parsed.success ? ok(parsed.data) : fail(notReached(parsed.error.message));
  };
  const of = (portfolioId: string) => ({ params: { portfolioId } });
  return {
    changes: (after) => read(api.changes, { query: { after } }),
    read: (id) => read(api.read, of(id)),
    save: (id, body) => read(api.save, { ...of(id), body }),
    delete: (id, revision) => read(api.delete, { ...of(id), query: { revision } }),
    listVersions: (id, after) => read(api.listVersions, { ...of(id), query: { after } }),
    readVersions: async (id, ids) => {
      const answer = await read(api.readVersions, { ...of(id), body: { ids } });
      return answer.ok ? ok(answer.value.items) : answer;
    },
    saveVersions: (id, versions) => read(api.saveVersions, { ...of(id), body: { versions } }),
    missingContents: async (keys) => {
      const answer = await read(api.missingContents, { body: { keys } });
      return answer.ok ? ok(answer.value.keys) : answer;
    },
    sendContents: async (contents) => {
      const body = new FormData();
      for (const [key, bytes] of contents) {
        body.append(key, new Blob([bytes as Uint8Array<ArrayBuffer>]), key);
      }
      const answer = await call(api.sendContents, { body });
      return answer.ok ? ok(undefined) : answer;
    },
    readContents: async (keys) => {
      const answer = await call(api.readContents, { body: { keys } });
      return answer.ok ? readForm(answer.value) : answer;
    },
    readSource: (id) => read(api.readSource, of(id)),
    saveSource: (id, source) =>
      read(api.saveSource, { ...of(id), body: { ...source, consent: true } }),
    deleteSource: async (id) => {
      const answer = await call(api.deleteSource, of(id));
      return answer.ok ? ok(undefined) : answer;
    },
  };
}

function requestOf(origin: string, endpoint: Endpoint, { params, query, body }: Input): Request {
  const path = endpoint.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => params?.[name] ?? "");
  const url = new URL(path, origin);
  for (const [name, value] of Object.entries(query ?? {})) {
    url.searchParams.set(name, String(value));
  }
  const isForm = body instanceof FormData;
  return new Request(url, {
    method: endpoint.method,
    headers: body === undefined || isForm ? {} : { "content-type": "application/json" },
    ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
  });
}

async function readForm(answer: Response): Promise<Result<ReadonlyMap<string, Uint8Array>>> {
  const found = new Map<string, Uint8Array>();
  try {
    for (const [key, file] of await answer.formData()) {
      if (typeof file !== "string") found.set(key, new Uint8Array(await file.arrayBuffer()));
    }
    return ok(found);
  } catch (error) {
    // An answer without a single file is no form at all.
    return answer.headers.get("content-length") === "0"
      ? ok(found)
      : fail(notReached(String(error)));
  }
}

async function failureOf(answer: Response): Promise<Failure> {
  const body = failureBodySchema.safeParse(await answer.json().catch(() => null));
  if (!body.success) return notReached(`status ${answer.status}`);
  const { code, message, nextStep, retryable, requestId } = body.data;
  const seconds = Number(answer.headers.get("retry-after"));
  return {
    kind: code as FailureKind,
    message,
    nextStep,
    retryable,
    detail: requestId,
    ...(seconds > 0 ? { retryAfterMs: seconds * 1000 } : {}),
  };
}

const notReached = (detail: string): Failure => ({
  kind: "unavailable",
  message: "Your account can’t be reached.",
  nextStep: "Everything is saved here and goes up as soon as it can.",
  detail,
  retryable: true,
});
