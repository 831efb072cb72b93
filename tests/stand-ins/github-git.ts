/**
 * GitHub’s REST API as far as repositories, Git data, Pages and workflow runs go, at wire level
 * (https://docs.github.com/rest). Hashes are Git’s own. A token is `ghp_{login}`, with `-readonly` behind
 * it where it may not write; anything else isn’t known.
 */
import { createHash } from "node:crypto";

interface Repository {
  readonly owner: string;
  readonly name: string;
  readonly isPrivate: boolean;
  readonly refs: Map<string, string>;
  hasPages: boolean;
}
type Entries = Readonly<Record<string, string>>;

const repositories = new Map<string, Repository>();
/** Everything by its hash, as Git has it. */
const blobs = new Set<string>();
const trees = new Map<string, Entries>();
const commits = new Map<string, { readonly tree: string; readonly parents: readonly string[] }>();

const gitHash = (type: string, content: Buffer) =>
  createHash("sha1").update(`${type} ${content.length}\0`).update(content).digest("hex");

const keepBlob = (content: Buffer): string => {
  const sha = gitHash("blob", content);
  blobs.add(sha);
  return sha;
};
/** Not Git’s own form of a tree or commit, but one hash for one content all the same. */
const keepTree = (entries: Entries): string => {
  const sorted = Object.fromEntries(Object.entries(entries).toSorted());
  const sha = gitHash("tree", Buffer.from(JSON.stringify(sorted)));
  trees.set(sha, sorted);
  return sha;
};
let commitCount = 0;
const keepCommit = (tree: string, parents: readonly string[]): string => {
  const sha = gitHash("commit", Buffer.from(`${tree} ${parents.join()} ${(commitCount += 1)}`));
  commits.set(sha, { tree, parents });
  return sha;
};

const answer = (status: number, body: unknown) => Response.json(body, { status });
const says = (status: number, message: string) =>
  answer(status, { message, documentation_url: "https://docs.github.com/rest" });
const NOT_FOUND = () => says(404, "Not Found");

/** Answers one request to the API. */
export async function answerGitHub(request: Request): Promise<Response> {
  const { pathname, searchParams } = new URL(request.url);
  if (!request.headers.get("user-agent")) {
    return says(403, "Request forbidden by administrative rules.");
  }
  if (request.headers.get("x-github-api-version") !== "2022-11-28") {
    return says(400, "Unsupported X-GitHub-Api-Version");
  }
  const token = /^Bearer ghp_([a-z]+)(-readonly)?$/.exec(
    request.headers.get("authorization") ?? "",
  );
  if (!token) return says(401, "Bad credentials");
  const [, login = "", readOnly] = token;
  if (readOnly && request.method !== "GET") {
    return says(403, "Resource not accessible by personal access token");
  }
  const sent = request.method === "GET" ? {} : ((await request.json()) as Record<string, unknown>);
  return answerKnown({ login, method: request.method, sent, pathname, searchParams });
}

function answerKnown(call: {
  readonly login: string;
  readonly method: string;
  readonly sent: Record<string, unknown>;
  readonly pathname: string;
  readonly searchParams: URLSearchParams;
}): Response {
  const { login, method, sent, pathname, searchParams } = call;
  if (pathname === "/user") return answer(200, { login, id: 1 });
  if (pathname === "/user/repos") return makeRepository(login, sent);
  const [, owner, name, rest = ""] = /^\/repos\/([^/]+)\/([^/]+)(?:\/(.*))?$/.exec(pathname) ?? [];
  const repository = repositories.get(`${owner}/${name}`.toLowerCase());
  if (!repository || (repository.isPrivate && repository.owner !== login)) return NOT_FOUND();
  if (rest === "") return answer(200, viewOf(repository));
  if (rest === "pages") return pages(repository, method);
  if (rest === "actions/runs") return runsOf(searchParams.get("head_sha") ?? "");
  if (rest.startsWith("contents/")) return putContents(repository, rest.slice(9), sent);
  return gitData(repository, method, rest, sent);
}

function makeRepository(owner: string, sent: Record<string, unknown>): Response {
  const name = String(sent["name"]);
  const key = `${owner}/${name}`.toLowerCase();
  if (repositories.has(key)) {
    return answer(422, {
      message: "Repository creation failed.",
      errors: [{ resource: "Repository", code: "custom", field: "name" }],
    });
  }
  const made: Repository = {
    owner,
    name,
    isPrivate: sent["private"] === true,
    refs: new Map(),
    hasPages: false,
  };
  repositories.set(key, made);
  if (sent["auto_init"] === true) {
    const readme = keepBlob(Buffer.from(`# ${name}\n`));
    made.refs.set("heads/main", keepCommit(keepTree({ "README.md": readme }), []));
  }
  return answer(201, viewOf(made));
}

const viewOf = ({ owner, name, isPrivate }: Repository) => ({
  id: 1,
  full_name: `${owner}/${name}`,
  private: isPrivate,
  html_url: `https://github.com/${owner}/${name}`,
  default_branch: "main",
});

function pages(repository: Repository, method: string): Response {
  const { owner, name, isPrivate } = repository;
  const view = { html_url: `https://${owner}.github.io/${name}/`, build_type: "workflow" };
  if (method === "GET") return repository.hasPages ? answer(200, view) : NOT_FOUND();
  if (isPrivate) return says(422, "Your current plan does not support GitHub Pages");
  if (repository.hasPages) return says(409, "GitHub Pages is already enabled.");
  repository.hasPages = true;
  return answer(201, view);
}

function runsOf(sha: string): Response {
  if (!commits.has(sha)) return answer(200, { total_count: 0, workflow_runs: [] });
  const run = {
    id: 7,
    head_sha: sha,
    status: "completed",
    conclusion: "success",
    html_url: "https://github.com/runs/7",
  };
  return answer(200, { total_count: 1, workflow_runs: [run] });
}

function putContents(repository: Repository, path: string, sent: Record<string, unknown>) {
  const ref = `heads/${String(sent["branch"] ?? "main")}`;
  const before = repository.refs.get(ref);
  const entries = before ? trees.get(commits.get(before)!.tree)! : {};
  if (entries[path] && sent["sha"] !== entries[path]) return says(422, '"sha" wasn\'t supplied.');
  const blob = keepBlob(Buffer.from(String(sent["content"]), "base64"));
  const sha = keepCommit(keepTree({ ...entries, [path]: blob }), before ? [before] : []);
  repository.refs.set(ref, sha);
  return answer(201, { content: { path, sha: blob }, commit: { sha } });
}

function gitData(
  repository: Repository,
  method: string,
  rest: string,
  sent: Record<string, unknown>,
): Response {
  if (repository.refs.size === 0) return says(409, "Git Repository is empty.");
  const [, kind = "", name = ""] = /^git\/(\w+)(?:\/(.+))?$/.exec(rest) ?? [];
  const way = `${method} ${kind}`;
  if (way === "GET ref") return refAnswer(repository, name);
  if (way === "GET commits") {
    const commit = commits.get(name);
    return commit ? answer(200, { sha: name, tree: { sha: commit.tree } }) : NOT_FOUND();
  }
  if (way === "GET trees") {
    const entries = Object.entries(trees.get(name) ?? {});
    const tree = entries.map(([path, sha]) => ({ path, mode: "100644", type: "blob", sha }));
    return trees.has(name) ? answer(200, { sha: name, tree, truncated: false }) : NOT_FOUND();
  }
  if (way === "POST blobs") {
    if (sent["encoding"] !== "base64") return says(422, "Invalid request.");
    return answer(201, { sha: keepBlob(Buffer.from(String(sent["content"]), "base64")) });
  }
  if (way === "POST trees") return makeTree(sent);
  if (way === "POST commits") {
    const parents = sent["parents"] as readonly string[];
    if (!trees.has(String(sent["tree"])) || !parents.every((one) => commits.has(one))) {
      return says(422, "Tree SHA does not exist");
    }
    const tree = String(sent["tree"]);
    return answer(201, { sha: keepCommit(tree, parents), tree: { sha: tree } });
  }
  if (way === "POST refs") return makeRef(repository, sent);
  if (way === "PATCH refs") return moveRef(repository, name, sent);
  return NOT_FOUND();
}

function refAnswer(repository: Repository, name: string): Response {
  const sha = repository.refs.get(name);
  return sha ? answer(200, { ref: `refs/${name}`, object: { type: "commit", sha } }) : NOT_FOUND();
}

function makeTree(sent: Record<string, unknown>): Response {
  const entries = { ...trees.get(String(sent["base_tree"])) };
  for (const entry of sent["tree"] as readonly { path: string; sha: string | null }[]) {
    if (entry.sha === null) {
      if (!(entry.path in entries)) return says(422, "GitRPC::BadObjectState");
      delete entries[entry.path];
      continue;
    }
    if (!blobs.has(entry.sha)) return says(422, `tree.sha ${entry.sha} is not a valid blob`);
    entries[entry.path] = entry.sha;
  }
  return answer(201, { sha: keepTree(entries) });
}

function makeRef(repository: Repository, sent: Record<string, unknown>): Response {
  const name = String(sent["ref"]).replace(/^refs\//, "");
  if (repository.refs.has(name)) return says(422, "Reference already exists");
  repository.refs.set(name, String(sent["sha"]));
  return answer(201, { ref: `refs/${name}`, object: { type: "commit", sha: sent["sha"] } });
}

function moveRef(repository: Repository, name: string, sent: Record<string, unknown>): Response {
  const now = repository.refs.get(name);
  if (!now) return says(422, "Reference does not exist");
  const to = String(sent["sha"]);
  if (sent["force"] !== true && !isBelow(now, to)) return says(422, "Update is not a fast forward");
  repository.refs.set(name, to);
  return refAnswer(repository, name);
}

const isBelow = (ancestor: string, sha: string): boolean =>
  sha === ancestor || (commits.get(sha)?.parents ?? []).some((one) => isBelow(ancestor, one));
