import { describe, expect, test } from "vitest";
import { hostedHost, publishedHost, siteOf } from "./host.ts";

const ID = "0b9c8f5e-2f53-4a43-9d1c-3f0c8b6a7e21";

describe("siteOf", () => {
  test.each([
    ["localhost:8787", { kind: "app" }],
    ["127.0.0.1:8787", { kind: "app" }],
    ["abc-1.localhost:8787", { kind: "preview", id: "abc-1" }],
    ["ABC.LOCALHOST", { kind: "preview", id: "abc" }],
    [`s-${ID}.localhost:8787`, { kind: "hosted", id: ID }],
    ["s-short.localhost", { kind: "preview", id: "s-short" }],
    [`x.s-${ID}.localhost`, { kind: "unknown" }],
    ["a.b.localhost", { kind: "unknown" }],
    ["-a.localhost", { kind: "unknown" }],
    [`${"x".repeat(64)}.localhost`, { kind: "unknown" }],
    ["evillocalhost", { kind: "app" }],
  ])("%s", (host, site) => {
    expect(siteOf(host, "{id}.localhost")).toEqual(site);
  });

  test("the host of a hosted sandbox is told apart again", () => {
    const host = hostedHost(ID, "{id}.preview.example", "");
    expect(siteOf(host, "{id}.preview.example")).toEqual({ kind: "hosted", id: ID });
    expect(hostedHost(ID, "{id}.localhost", "8787")).toBe(`s-${ID}.localhost:8787`);
  });

  test("a published site has a domain of its own; on one machine it shares the previews’", () => {
    const hosts = ["{id}.preview.example", "{slug}.sites.example"] as const;
    expect(siteOf("Ada.sites.example:443", ...hosts)).toEqual({
      kind: "published",
      slug: "ada",
      orPreview: false,
    });
    expect(siteOf("a.b.sites.example", ...hosts)).toEqual({ kind: "unknown" });
    expect(siteOf("p1.preview.example", ...hosts)).toEqual({ kind: "preview", id: "p1" });
    expect(siteOf("sites.example", ...hosts)).toEqual({ kind: "app" });
    // Names of the internet that aren’t ours may be a site’s own domain.
    expect(siteOf("www.Example.org:443", ...hosts)).toEqual({
      kind: "domain",
      domain: "www.example.org",
    });
    const app = [...hosts, "cv2web.example"] as const;
    for (const host of ["cv2web.example", "localhost:8787", "192.0.2.7", "[::1]", "box.local"]) {
      expect(siteOf(host, ...app), host).toEqual({ kind: "app" });
    }
    expect(siteOf("www.cv2web.example", ...app)).toMatchObject({ kind: "domain" });
    const here = ["{id}.localhost", "{slug}.localhost"] as const;
    expect(siteOf("ada.localhost:8787", ...here)).toEqual({
      kind: "published",
      slug: "ada",
      orPreview: true,
    });
    expect(siteOf(`s-${ID}.localhost`, ...here)).toEqual({ kind: "hosted", id: ID });
    expect(siteOf("localhost:8787", ...here)).toEqual({ kind: "app" });
    expect(publishedHost("ada", "{slug}.localhost", "8787")).toBe("ada.localhost:8787");
  });

  test("a production pattern leaves other hosts to the app", () => {
    expect(siteOf("p1.preview.example", "{id}.preview.example")).toEqual({
      kind: "preview",
      id: "p1",
    });
    expect(siteOf("app.example", "{id}.preview.example")).toEqual({ kind: "app" });
  });
});
