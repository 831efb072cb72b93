import { describe, expect, test } from "vitest";
import { siteOf } from "./host.ts";

describe("siteOf", () => {
  test.each([
    ["localhost:8787", { kind: "app" }],
    ["127.0.0.1:8787", { kind: "app" }],
    ["abc-1.localhost:8787", { kind: "preview", id: "abc-1" }],
    ["ABC.LOCALHOST", { kind: "preview", id: "abc" }],
    ["a.b.localhost", { kind: "unknown" }],
    ["-a.localhost", { kind: "unknown" }],
    [`${"x".repeat(64)}.localhost`, { kind: "unknown" }],
    ["evillocalhost", { kind: "app" }],
  ])("%s", (host, site) => {
    expect(siteOf(host, "{id}.localhost")).toEqual(site);
  });

  test("a production pattern leaves other hosts to the app", () => {
    expect(siteOf("p1.preview.example", "{id}.preview.example")).toEqual({
      kind: "preview",
      id: "p1",
    });
    expect(siteOf("app.example", "{id}.preview.example")).toEqual({ kind: "app" });
  });
});
