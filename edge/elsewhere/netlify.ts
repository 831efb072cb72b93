/** Netlify’s deploys by file digests (https://docs.netlify.com/api/get-started/#file-digest-method). */
import { z } from "zod";
import { fail, ok, type Result } from "../../shared/failure.ts";
import { parseSiteName } from "../../shared/site/elsewhere.ts";
import type { OtherHost, Place } from "./other-host.ts";
import { expectAnswer, nameTaken, type Wire } from "./wire.ts";

const user = z.object({ email: z.string().nullish(), full_name: z.string().nullish() });
const site = z.object({
  id: z.string(),
  name: z.string(),
  url: z.string(),
  ssl_url: z.string().nullish(),
  admin_url: z.string(),
});
const deploy = z.object({
  id: z.string(),
  state: z.string(),
  required: z.array(z.string()).nullish(),
  admin_url: z.string().nullish(),
});

/** Netlify: a site whose files are named by their SHA-1; what it has isn’t sent again. */
export function netlifyHost(wire: Wire): OtherHost {
  return {
    id: "netlify",
    whose: async () => {
      const asked = expectAnswer("netlify", await wire.ask("GET", "/user"), user);
      return asked.ok ? ok(asked.value.full_name || asked.value.email || "") : asked;
    },
    settle: async (wish) => {
      const name = parseSiteName(wish.name);
      return name.ok ? findOrMake(wire, name.value) : name;
    },
    begin: async (place, { id, files }) => {
      const digests = Object.entries(files).map(([path, { hash }]) => [`/${path}`, hash] as const);
      const asked = await wire.ask("POST", `/sites/${place.id}/deploys`, {
        json: { files: Object.fromEntries(digests) },
      });
      const begun = expectAnswer("netlify", asked, deploy);
      if (!begun.ok) return begun;
      const missing = [...new Set(begun.value.required ?? [])];
      return ok({ sending: { id, files, ref: begun.value.id }, missing });
    },
    send: async (_place, { files, ref }, { hash, bytes }) => {
      const path = Object.entries(files).find(([, file]) => file.hash === hash)?.[0] ?? "";
      const at = path.split("/").map(encodeURIComponent).join("/");
      const sent = await wire.ask("PUT", `/deploys/${ref}/files/${at}`, {
        bytes,
        headers: { "content-type": "application/octet-stream" },
      });
      const parsed = expectAnswer("netlify", sent, z.unknown());
      return parsed.ok ? ok(undefined) : parsed;
    },
    finish: async (place, { ref }, now) => ok({ ...place, sent: { ref, at: now, paths: [] } }),
    look: async (place) => {
      if (place.sent === null) return ok({ state: "unknown", page: "" });
      const asked = await wire.ask("GET", `/deploys/${place.sent.ref}`);
      const found = expectAnswer("netlify", asked, deploy);
      if (!found.ok) return found;
      const { state, admin_url: page } = found.value;
      const words = { ready: "live", error: "failed", rejected: "failed" } as const;
      return ok({
        state: words[state as keyof typeof words] ?? "building",
        page: page ? `${page}/deploys/${place.sent.ref}` : "",
      });
    },
  };
}

async function findOrMake(wire: Wire, name: string): Promise<Result<Place>> {
  // Names are everybody's: one that is somebody else's isn't found, and can't be had.
  const there = await wire.ask("GET", `/sites/${name}.netlify.app`);
  if (!there.ok) return there;
  const isNew = there.value.status === 404 || there.value.status === 403;
  const answered = isNew ? await wire.ask("POST", "/sites", { json: { name } }) : there;
  if (answered.ok && answered.value.status === 422) return fail(nameTaken("netlify", name));
  const parsed = expectAnswer("netlify", answered, site);
  if (!parsed.ok) return parsed;
  const { id, ssl_url, url, admin_url } = parsed.value;
  const place = { id, name: parsed.value.name, branch: "", url: ssl_url || url, page: admin_url };
  return ok({ ...place, remark: "", sent: null, isNew });
}
