/** Vercel’s deployments of uploaded files (https://vercel.com/docs/rest-api/deployments). */
import { z } from "zod";
import { fail, ok, type Result } from "../../shared/failure.ts";
import { parseSiteName, type SentManifest } from "../../shared/site/elsewhere.ts";
import type { OtherHost, Place } from "./other-host.ts";
import { arrivedDamaged, expectAnswer, nameTaken, type Wire, type WireAnswer } from "./wire.ts";

const user = z.object({ user: z.object({ username: z.string() }) });
const project = z.object({ id: z.string(), name: z.string() });
const domains = z.object({ domains: z.array(z.object({ name: z.string() })) });
const deployment = z.object({
  id: z.string(),
  readyState: z.string(),
  inspectorUrl: z.string().nullish(),
});
const missingFiles = z.object({
  error: z.object({ code: z.literal("missing_files"), missing: z.array(z.string()) }),
});

/** Vercel: a project without a framework; contents are named by their SHA-1. */
export function vercelHost(wire: Wire): OtherHost {
  return {
    id: "vercel",
    whose: async () => {
      const asked = expectAnswer("vercel", await wire.ask("GET", "/v2/user"), user);
      return asked.ok ? ok(asked.value.user.username) : asked;
    },
    settle: async (wish) => {
      const name = parseSiteName(wish.name);
      return name.ok ? findOrMake(wire, name.value) : name;
    },
    begin: async (place, { id, files }) => {
      const asked = await deploy(wire, place, files);
      const lacking = missingIn(asked);
      if (lacking !== null) return ok({ sending: { id, files, ref: "" }, missing: lacking });
      const made = expectAnswer("vercel", asked, deployment);
      return made.ok ? ok({ sending: { id, files, ref: made.value.id }, missing: [] }) : made;
    },
    send: async (_place, _sending, { hash, bytes }) => {
      const sent = await wire.ask("POST", "/v2/files", {
        bytes,
        headers: { "content-type": "application/octet-stream", "x-vercel-digest": hash },
      });
      const parsed = expectAnswer("vercel", sent, z.unknown());
      return parsed.ok ? ok(undefined) : parsed;
    },
    finish: async (place, { files, ref }, now) => {
      if (ref !== "") return ok({ ...place, sent: { ref, at: now, paths: [] } });
      const asked = await deploy(wire, place, files);
      if (missingIn(asked) !== null) return fail(arrivedDamaged("vercel"));
      const made = expectAnswer("vercel", asked, deployment);
      return made.ok ? ok({ ...place, sent: { ref: made.value.id, at: now, paths: [] } }) : made;
    },
    look: async (place) => {
      if (place.sent === null) return ok({ state: "unknown", page: "" });
      const asked = await wire.ask("GET", `/v13/deployments/${place.sent.ref}`);
      const found = expectAnswer("vercel", asked, deployment);
      if (!found.ok) return found;
      const { readyState, inspectorUrl } = found.value;
      const words = { READY: "live", ERROR: "failed", CANCELED: "failed" } as const;
      const state = words[readyState as keyof typeof words] ?? "building";
      return ok({ state, page: inspectorUrl ?? "" });
    },
  };
}

const deploy = (wire: Wire, place: Place, files: SentManifest) =>
  wire.ask("POST", "/v13/deployments", {
    // Else a new project is asked about its framework first.
    query: { skipAutoDetectionConfirmation: "1" },
    json: {
      name: place.name,
      project: place.id,
      target: "production",
      projectSettings: { framework: null },
      files: Object.entries(files).map(([file, { hash, size }]) => ({ file, sha: hash, size })),
    },
  });

/** Which contents it asks for; `null` where it asks for none. */
function missingIn(asked: Result<WireAnswer>): readonly string[] | null {
  if (!asked.ok || asked.value.status !== 400) return null;
  const parsed = missingFiles.safeParse(asked.value.body);
  return parsed.success ? [...new Set(parsed.data.error.missing)] : null;
}

async function findOrMake(wire: Wire, name: string): Promise<Result<Place>> {
  const there = await wire.ask("GET", `/v9/projects/${name}`);
  if (!there.ok) return there;
  const isNew = there.value.status === 404;
  const answered = isNew
    ? await wire.ask("POST", "/v11/projects", { json: { name, framework: null } })
    : there;
  if (answered.ok && answered.value.status === 409) return fail(nameTaken("vercel", name));
  const parsed = expectAnswer("vercel", answered, project);
  if (!parsed.ok) return parsed;
  const { id } = parsed.value;
  const listed = await wire.ask("GET", `/v9/projects/${id}/domains`);
  const found = expectAnswer("vercel", listed, domains);
  if (!found.ok) return found;
  const host = found.value.domains[0]?.name ?? "";
  const page = "https://vercel.com/dashboard";
  const place = { id, name: parsed.value.name, branch: "", page, remark: "", sent: null, isNew };
  return ok({ ...place, url: host === "" ? "" : `https://${host}/` });
}
