/** Against the real hosts, with tokens of an account that is there for it; what is made is left there. */
import { describe, expect, test } from "vitest";
import { GITHUB_HEADERS, githubHost } from "../../edge/elsewhere/github.ts";
import { hexHash } from "../../edge/elsewhere/hex-hash.ts";
import { netlifyHost } from "../../edge/elsewhere/netlify.ts";
import { vercelHost } from "../../edge/elsewhere/vercel.ts";
import { openWire, type Wire } from "../../edge/elsewhere/wire.ts";
import { HASH_HEADER } from "../../shared/site/elsewhere.ts";

const CASES = [
  ["github", githubHost, "https://api.github.com", "LIVE_GITHUB_TOKEN"],
  ["netlify", netlifyHost, "https://api.netlify.com/api/v1", "LIVE_NETLIFY_TOKEN"],
  ["vercel", vercelHost, "https://api.vercel.com", "LIVE_VERCEL_TOKEN"],
] as const;

describe.each(CASES)("%s itself", (host, open, origin, variable) => {
  const token = process.env[variable] ?? "";
  const wire = (): Wire =>
    openWire({
      host,
      origin,
      token,
      headers: host === "github" ? GITHUB_HEADERS : {},
      send: (request) => fetch(request),
    });

  test.skipIf(token === "")(
    `takes a send and knows it afterwards (needs ${variable}: a token of an account made for tests)`,
    { timeout: 120_000 },
    async () => {
      const other = open(wire());
      const name = `cv2web-live-${Date.now().toString(36)}`;
      const settled = await other.settle({ name, branch: "main", isPrivate: false });
      expect(settled).toMatchObject({ ok: true });
      if (!settled.ok) return;
      const bytes = new TextEncoder().encode(`<!doctype html><title>${name}</title>`);
      const hash = await hexHash(HASH_HEADER[host](bytes.length), bytes);
      const files = { "index.html": { hash, size: bytes.length } };
      const id = crypto.randomUUID();
      const begun = await other.begin(settled.value, { id, files, onTop: false });
      expect(begun).toMatchObject({ ok: true, value: { missing: [hash] } });
      if (!begun.ok) return;
      const { sending } = begun.value;
      expect(await other.send(settled.value, sending, { hash, bytes })).toMatchObject({ ok: true });
      const done = await other.finish(settled.value, sending, Date.now());
      expect(done).toMatchObject({ ok: true });
      if (!done.ok) return;
      expect(await other.look(done.value)).toMatchObject({ ok: true });
    },
  );
});
