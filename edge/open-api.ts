import { z } from "zod";
import { createDocument, type ZodOpenApiPathsObject } from "zod-openapi";
import type { Access, Endpoint } from "../shared/api/endpoint.ts";
import { failureBodySchema } from "../shared/api/failure-body.ts";
import { ENDPOINTS } from "../shared/api/table.ts";
import { AUTH_PATHS, type AuthPath } from "./auth/auth-paths.ts";

const CONTENT = {
  json: "application/json",
  bytes: "application/octet-stream",
  multipart: "multipart/form-data",
  sse: "text/event-stream",
} as const;

const whoMay = (access: Access): string =>
  typeof access === "string" ? access : `owner of the ${access.owner}`;

/** The OpenAPI 3.1 document of the endpoint table. */
export function openApiDocument(): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const endpoint of ENDPOINTS) {
    (paths[endpoint.path] ??= {})[endpoint.method.toLowerCase()] = operationOf(endpoint);
  }
  for (const rule of AUTH_PATHS) {
    (paths[`/api/auth${rule.path}`] ??= {})[rule.method.toLowerCase()] = accountOperation(rule);
  }
  paths["/api/auth/clear-session"] = { post: accountOperation(CLEAR_SESSION) };
  return createDocument({
    openapi: "3.1.1",
    info: { title: "CV2WEB", version: "1.0.0" },
    paths: paths as ZodOpenApiPathsObject,
    components: {
      schemas: { Failure: failureBodySchema },
      securitySchemes: {
        session: { type: "apiKey", in: "cookie", name: "cv2web.session_token" },
        operator: { type: "http", scheme: "bearer" },
        key: { type: "http", scheme: "bearer", description: "An API key" },
        keyHeader: { type: "apiKey", in: "header", name: "x-api-key" },
      },
    },
  }) as unknown as Record<string, unknown>;
}

const operationOf = (endpoint: Endpoint) => ({
  summary: endpoint.summary,
  tags: [endpoint.tag],
  description: `Who may call it: ${whoMay(endpoint.access)}${endpoint.byKey ? `; an API key with the scope “${endpoint.byKey}”, as its owner` : ""}.`,
  security: [
    ...securityOf(endpoint.access),
    ...(endpoint.byKey ? [{ key: [] }, { keyHeader: [] }] : []),
  ],
  ...(endpoint.params || endpoint.query
    ? {
        requestParams: {
          ...(endpoint.params ? { path: endpoint.params } : {}),
          ...(endpoint.query ? { query: endpoint.query } : {}),
        },
      }
    : {}),
  ...(endpoint.body
    ? {
        requestBody: {
          content: Object.fromEntries(
            bodyTypesOf(endpoint).map((type) => [CONTENT[type], bodySchemaOf(endpoint)]),
          ),
        },
      }
    : {}),
  responses: {
    "200": {
      description: endpoint.answers === "sse" ? "A stream of events" : "Done",
      content: {
        [CONTENT[endpoint.answers ?? "json"]]:
          endpoint.answers === "bytes"
            ? { schema: { type: "string", format: "binary" } }
            : { schema: endpoint.output },
      },
    },
    default: {
      description: "It failed; the body says why",
      content: { "application/json": { schema: failureBodySchema } },
    },
  },
});

const CLEAR_SESSION: AuthPath = {
  method: "POST",
  path: "/clear-session",
  access: "anyone",
  summary: "Forgets every cookie of ours, in any state they are in",
};

/** One of better-auth's routes, in its own wire format. */
const accountOperation = (rule: AuthPath) => ({
  summary: rule.summary,
  tags: ["Accounts"],
  description: `Who may call it: ${whoMay(rule.access)}.`,
  security: securityOf(rule.access),
  ...(rule.path.includes("{provider}")
    ? { requestParams: { path: z.object({ provider: z.enum(["github", "google"]) }) } }
    : {}),
  ...(rule.body ? { requestBody: { content: { [CONTENT.json]: { schema: rule.body } } } } : {}),
  responses: {
    ...(rule.path.startsWith("/callback/")
      ? { "302": { description: "On to the app, with a session or `?error=`" } }
      : { "200": { description: "Done", content: { [CONTENT.json]: { schema: {} } } } }),
    default: {
      description: "It failed; the body says why",
      content: { [CONTENT.json]: { schema: failureBodySchema } },
    },
  },
});

const bodyTypesOf = ({ bodyType = "json" }: Endpoint) =>
  bodyType === "json-or-multipart" ? (["json", "multipart"] as const) : [bodyType];

const bodySchemaOf = (endpoint: Endpoint) =>
  endpoint.bodyType === "bytes"
    ? { schema: { type: "string", format: "binary" } }
    : { schema: endpoint.body };

const securityOf = (access: Access) => {
  if (access === "anyone") return [];
  return access === "operator" || access === "internal" ? [{ operator: [] }] : [{ session: [] }];
};
