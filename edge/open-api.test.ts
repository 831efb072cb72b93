import { Validator } from "@seriousme/openapi-schema-validator";
import { expect, test } from "vitest";
import { ENDPOINTS } from "../shared/api/table.ts";
import { AUTH_PATHS } from "./auth/auth-paths.ts";
import { openApiDocument } from "./open-api.ts";

interface Operation {
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly requestBody?: { readonly content: Record<string, { readonly schema: object }> };
  readonly responses: Record<string, unknown>;
}
const document = openApiDocument() as { paths: Record<string, Record<string, Operation>> };

test("the API’s document is a valid OpenAPI document", async () => {
  const { valid, errors } = await new Validator().validate(structuredClone(document));
  expect(errors).toBeUndefined();
  expect(valid).toBe(true);
});

test("it has every route there is, with all that stands in its path", () => {
  const all = [
    ...ENDPOINTS.map(({ method, path }) => ({ method, path })),
    ...AUTH_PATHS.map(({ method, path }) => ({ method, path: `/api/auth${path}` })),
    { method: "POST", path: "/api/auth/clear-session" },
  ];
  for (const { method, path } of all) {
    const operation = document.paths[path]?.[method.toLowerCase()];
    expect(operation, `${method} ${path}`).toBeDefined();
    const named = (operation!.parameters ?? []).filter((one) => one.in === "path");
    const wanted = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    expect(named.map(({ name }) => name).toSorted(), path).toEqual(wanted.toSorted());
    expect(operation!.responses).toHaveProperty("default");
  }
  const count = Object.values(document.paths).flatMap((path) => Object.keys(path)).length;
  expect(count).toBe(all.length);
});

test("what takes a body says which", () => {
  const without = AUTH_PATHS.filter(
    ({ method, path }) =>
      method === "POST" && !document.paths[`/api/auth${path}`]!["post"]!.requestBody,
  );
  expect(without.map(({ path }) => path)).toEqual([
    "/sign-in/anonymous",
    "/sign-out",
    "/revoke-other-sessions",
  ]);
});
