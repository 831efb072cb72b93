import { exports } from "cloudflare:workers";
import { describe, expect, test } from "vitest";

const APP = "http://localhost:8787";
const PREVIEW = "http://abc-1.localhost:8787";

describe("the app's host", () => {
  test("serves the SPA's document at any page address, with a policy without eval", async () => {
    for (const path of ["/", "/studio/some-id"]) {
      const answer = await exports.default.fetch(APP + path);
      expect(answer.status).toBe(200);
      expect(await answer.text()).toContain('<div id="app">');
      const policy = answer.headers.get("content-security-policy") ?? "";
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).toContain("'wasm-unsafe-eval'");
      expect(policy).not.toContain("'unsafe-eval'");
    }
  });

  test("isolates the documents on which a sandbox runs, and no other", async () => {
    const isolated = async (url: string) => {
      const { headers } = await exports.default.fetch(url);
      expect(headers.get("cross-origin-opener-policy") ?? "none").toBe(
        url.startsWith(APP) ? "same-origin" : "none",
      );
      return headers.get("cross-origin-embedder-policy");
    };
    for (const path of ["/", "/studio/some-id", "/studio/x?room=design"]) {
      expect(await isolated(APP + path), path).toBe("credentialless");
    }
    for (const path of ["/sign-in", "/reset-password?token=x", "/account", "/studios"]) {
      expect(await isolated(APP + path), path).toBeNull();
    }
    expect(await isolated(`${PREVIEW}/`)).toBe("credentialless");
    const { headers } = await exports.default.fetch(`${PREVIEW}/`);
    expect(headers.get("cross-origin-resource-policy")).toBe("cross-origin");
  });

  test("a file that isn't there is 404, not the document", async () => {
    const answer = await exports.default.fetch(`${APP}/assets/gone-abcdefgh.js`);
    expect(answer.status).toBe(404);
  });

  test("an unknown API address answers in the one error shape", async () => {
    const answer = await exports.default.fetch(`${APP}/api/nothing`);
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({
      code: "not-found",
      message: expect.stringMatching(/./),
      retryable: false,
      requestId: expect.stringMatching(/./),
    });
  });

  test("what the API answers is data: not sniffed, not framed, not for other origins", async () => {
    for (const path of ["/healthz", "/api/openapi.json", "/api/nothing", "/api/auth/get-session"]) {
      const { headers } = await exports.default.fetch(APP + path);
      expect(headers.get("x-content-type-options"), path).toBe("nosniff");
      expect(headers.get("content-security-policy"), path).toContain("frame-ancestors 'none'");
      expect(headers.get("cross-origin-resource-policy"), path).toBe("same-origin");
      expect(headers.get("cross-origin-embedder-policy"), path).toBeNull();
    }
  });

  test("over https, and there alone, browsers are told to stay with it", async () => {
    const header = "strict-transport-security";
    for (const path of ["/", "/healthz"]) {
      const secure = await exports.default.fetch(APP.replace("http:", "https:") + path);
      expect(secure.headers.get(header)).toMatch(/max-age=\d{8}/);
      expect((await exports.default.fetch(APP + path)).headers.get(header)).toBeNull();
    }
  });

  test("says that it is well", async () => {
    const answer = await exports.default.fetch(`${APP}/healthz`);
    expect(await answer.json()).toEqual({ status: "ok" });
  });
});

describe("a preview host", () => {
  test("serves the frame's document, framed by the app alone", async () => {
    const answer = await exports.default.fetch(`${PREVIEW}/any/page`);
    expect(answer.status).toBe(200);
    const policy = answer.headers.get("content-security-policy") ?? "";
    expect(policy).toContain("frame-ancestors http://localhost:8787");
    expect(policy).toContain("connect-src 'self' data: blob:");
    expect(await answer.text()).not.toContain('<div id="app">');
  });

  test("has none of the app: no API, no files, no service worker", async () => {
    for (const path of ["/service-worker.js", "/index.html", "/favicon.svg", "/assets/x.js"]) {
      expect((await exports.default.fetch(PREVIEW + path)).status, path).toBe(404);
    }
    const api = await exports.default.fetch(`${PREVIEW}/api/nothing`);
    expect(api.headers.get("content-type")).not.toContain("json");
  });

  test("a host that is no id is nothing", async () => {
    expect((await exports.default.fetch("http://a.b.localhost:8787/")).status).toBe(404);
  });
});
