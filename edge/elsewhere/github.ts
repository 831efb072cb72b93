import { z } from "zod";
import { fail, ok, type Result } from "../../shared/failure.ts";
import { parseBranch, parseRepository } from "../../shared/site/elsewhere.ts";
import { beginCommit, finishCommit, sendBlob } from "./github-commit.ts";
import type { OtherHost, Place, Wish } from "./other-host.ts";
import { expectAnswer, nameTaken, type Wire } from "./wire.ts";

/** https://docs.github.com/rest, version 2022-11-28. */
export const GITHUB_HEADERS = {
  accept: "application/vnd.github+json",
  "x-github-api-version": "2022-11-28",
} as const;

const user = z.object({ login: z.string() });
const repository = z.object({ full_name: z.string(), html_url: z.string() });
const pages = z.object({ html_url: z.string().nullish() });
const runs = z.object({
  workflow_runs: z.array(
    z.object({
      status: z.string().nullable(),
      conclusion: z.string().nullable(),
      html_url: z.string(),
    }),
  ),
});

/** GitHub: a repository with one commit a send, and a workflow that builds it for Pages. */
export function githubHost(wire: Wire): OtherHost {
  const whose = async (): Promise<Result<string>> => {
    const asked = expectAnswer("github", await wire.ask("GET", "/user"), user);
    return asked.ok ? ok(asked.value.login) : asked;
  };
  return {
    id: "github",
    whose,
    settle: async (wish) => {
      const parsed = parseRepository(wish.name);
      if (!parsed.ok) return parsed;
      const branch = parseBranch(wish.branch);
      if (!branch.ok) return branch;
      const login = await whose();
      if (!login.ok) return login;
      const owner = parsed.value.owner ?? login.value;
      const made = await findOrMake(
        wire,
        { owner, name: parsed.value.name, login: login.value },
        wish,
      );
      return made.ok ? withPages(wire, made.value, branch.value) : made;
    },
    begin: (place, send) => beginCommit(wire, place, send),
    send: (place, _sending, content) => sendBlob(wire, place, content),
    finish: (place, sending, now) => finishCommit(wire, place, sending, now),
    look: async (place) => {
      if (place.sent === null) return ok({ state: "unknown", page: "" });
      const asked = await wire.ask("GET", `/repos/${place.name}/actions/runs`, {
        query: { head_sha: place.sent.ref, per_page: "1" },
      });
      const found = expectAnswer("github", asked, runs);
      if (!found.ok) return found;
      const run = found.value.workflow_runs[0];
      // A run comes some seconds after its commit; where Actions are off there is never one.
      if (!run) return ok({ state: "unknown", page: "" });
      const ended = run.conclusion === "success" ? "live" : "failed";
      return ok({ state: run.status === "completed" ? ended : "building", page: run.html_url });
    },
  };
}

interface Found {
  readonly repository: z.infer<typeof repository>;
  readonly isNew: boolean;
}

async function findOrMake(
  wire: Wire,
  { owner, name, login }: { owner: string; name: string; login: string },
  { isPrivate }: Wish,
): Promise<Result<Found>> {
  const find = () => wire.ask("GET", `/repos/${owner}/${name}`);
  const there = await find();
  if (!there.ok) return there;
  if (there.value.status !== 404) {
    const found = expectAnswer("github", there, repository);
    return found.ok ? ok({ repository: found.value, isNew: false }) : found;
  }
  const isOwn = owner.toLowerCase() === login.toLowerCase();
  const made = await wire.ask("POST", isOwn ? "/user/repos" : `/orgs/${owner}/repos`, {
    // With a first commit: an empty repository takes no blobs.
    json: { name, private: isPrivate, auto_init: true, description: "My website" },
  });
  if (made.ok && made.value.status === 422) {
    // A try before whose answer was lost may have made it.
    const again = expectAnswer("github", await find(), repository);
    return again.ok
      ? ok({ repository: again.value, isNew: false })
      : fail(nameTaken("github", name));
  }
  const parsed = expectAnswer("github", made, repository);
  return parsed.ok ? ok({ repository: parsed.value, isNew: true }) : parsed;
}

/** The place, with Pages switched on where the plan and the token allow it. */
async function withPages(
  wire: Wire,
  { repository: { full_name, html_url }, isNew }: Found,
  branch: string,
): Promise<Result<Place>> {
  const path = `/repos/${full_name}/pages`;
  const made = await wire.ask("POST", path, { json: { build_type: "workflow" } });
  if (!made.ok) return made;
  // 409: they are on already.
  const shown = made.value.status === 409 ? await wire.ask("GET", path) : made;
  const parsed = expectAnswer("github", shown, pages);
  const url = parsed.ok ? (parsed.value.html_url ?? "") : "";
  const remark = url === "" ? NO_PAGES : "";
  const place = { id: full_name, name: full_name, branch, url, page: html_url, remark };
  return ok({ ...place, sent: null, isNew });
}

const NO_PAGES =
  "GitHub Pages aren’t on: choose Settings → Pages → Source: GitHub Actions there. Private repositories need a paid plan for it.";
