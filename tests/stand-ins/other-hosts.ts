/**
 * Hosts of others at wire level, each at its own name below `hosts.example`: GitHub (`github-git.ts`),
 * Netlify’s deploys by digest and Vercel’s deployments of uploaded files. A token is `{host}-{account}`.
 */
import { createHash } from "node:crypto";
import { answerGitHub } from "./github-git.ts";

const sha1 = (bytes: Buffer) => createHash("sha1").update(bytes).digest("hex");
const answer = (status: number, body: unknown) => Response.json(body, { status });
const accountOf = (request: Request, host: string) =>
  new RegExp(`^Bearer ${host}-([a-z]+)$`).exec(request.headers.get("authorization") ?? "")?.[1];

/** Answers a request to one of them; `null` for any other address. */
export async function answerOtherHost(request: Request): Promise<Response | null> {
  const { hostname } = new URL(request.url);
  if (hostname === "github.hosts.example") return answerGitHub(request);
  if (hostname === "netlify.hosts.example") return answerNetlify(request);
  return hostname === "vercel.hosts.example" ? answerVercel(request) : null;
}

interface Site {
  readonly id: string;
  readonly name: string;
  readonly owner: string;
}
interface Deploy {
  readonly id: string;
  readonly site: Site;
  readonly files: Readonly<Record<string, string>>;
  readonly required: Set<string>;
}
const sites = new Map<string, Site>();
const deploys = new Map<string, Deploy>();
const netlifyHas = new Set<string>();

/** https://open-api.netlify.com */
async function answerNetlify(request: Request): Promise<Response> {
  const account = accountOf(request, "netlify");
  if (!account) return answer(401, { code: 401, message: "Access Denied" });
  const { pathname } = new URL(request.url);
  const way = `${request.method} ${pathname.replace(/^\/api\/v1/, "")}`;
  if (way === "GET /user") return answer(200, { id: "1", full_name: account, email: null });
  if (way === "POST /sites") {
    const { name } = (await request.json()) as { name: string };
    if (sites.has(name))
      return answer(422, { code: 422, errors: { subdomain: ["must be unique"] } });
    sites.set(name, { id: `site-${sites.size + 1}`, name, owner: account });
    return answer(201, siteView(sites.get(name)!));
  }
  const named = /^GET \/sites\/([\w-]+)\.netlify\.app$/.exec(way)?.[1];
  if (named) {
    const site = sites.get(named);
    if (site?.owner !== account) return answer(404, { code: 404, message: "Not Found" });
    return answer(200, siteView(site));
  }
  const siteId = /^POST \/sites\/([\w-]+)\/deploys$/.exec(way)?.[1];
  const site = [...sites.values()].find(({ id }) => id === siteId);
  if (siteId) {
    if (site?.owner !== account) return answer(404, { code: 404, message: "Not Found" });
    return beginDeploy(site, (await request.json()) as { files: Record<string, string> });
  }
  const put = /^PUT \/deploys\/([\w-]+)\/files\/(.+)$/.exec(way);
  if (put) return putFile(deploys.get(put[1]!), `/${decodeURIComponent(put[2]!)}`, request);
  const deploy = deploys.get(/^GET \/deploys\/([\w-]+)$/.exec(way)?.[1] ?? "");
  return deploy
    ? answer(200, deployView(deploy))
    : answer(404, { code: 404, message: "Not Found" });
}

const siteView = ({ id, name }: Site) => ({
  id,
  name,
  url: `http://${name}.netlify.app`,
  ssl_url: `https://${name}.netlify.app`,
  admin_url: `https://app.netlify.com/projects/${name}`,
});

function beginDeploy(site: Site, { files }: { files: Record<string, string> }): Response {
  if (Object.keys(files).some((path) => !path.startsWith("/"))) return answer(400, { code: 400 });
  const required = new Set(Object.values(files).filter((hash) => !netlifyHas.has(hash)));
  const deploy = { id: `deploy-${deploys.size + 1}`, site, files, required };
  deploys.set(deploy.id, deploy);
  return answer(200, deployView(deploy));
}

async function putFile(deploy: Deploy | undefined, path: string, request: Request) {
  const hash = sha1(Buffer.from(await request.arrayBuffer()));
  if (!deploy || deploy.files[path] !== hash) return answer(422, { code: 422, message: "digest" });
  netlifyHas.add(hash);
  deploy.required.delete(hash);
  return answer(200, { id: path, path, sha: hash });
}

const deployView = ({ id, site, required }: Deploy) => ({
  id,
  site_id: site.id,
  state: required.size > 0 ? "uploading" : "ready",
  required: [...required],
  required_functions: [],
  admin_url: `https://app.netlify.com/projects/${site.name}`,
});

const projects = new Map<string, { readonly id: string; readonly owner: string }>();
const vercelHas = new Set<string>();
const deployments = new Map<string, Readonly<Record<string, unknown>>>();

/** https://vercel.com/docs/rest-api */
async function answerVercel(request: Request): Promise<Response> {
  const account = accountOf(request, "vercel");
  const refuse = (status: number, code: string, more: object = {}) =>
    answer(status, { error: { code, message: code, ...more } });
  if (!account) return refuse(403, "forbidden", { invalidToken: true });
  const { pathname } = new URL(request.url);
  const way = `${request.method} ${pathname}`;
  if (way === "GET /v2/user") return answer(200, { user: { id: "u", username: account } });
  if (way === "POST /v11/projects") {
    const { name } = (await request.json()) as { name: string };
    const id = `prj_${projects.size + 1}`;
    projects.set(`${account}/${name}`, { id, owner: account });
    return answer(200, { id, name });
  }
  if (way === "POST /v2/files") {
    const bytes = Buffer.from(await request.arrayBuffer());
    if (request.headers.get("x-vercel-digest") !== sha1(bytes)) return refuse(400, "bad_digest");
    vercelHas.add(sha1(bytes));
    return answer(200, { urls: [] });
  }
  if (way === "POST /v13/deployments") {
    const { files } = (await request.json()) as { files: readonly { sha: string }[] };
    const missing = files.map(({ sha }) => sha).filter((sha) => !vercelHas.has(sha));
    if (missing.length > 0) return refuse(400, "missing_files", { missing });
    const id = `dpl_${deployments.size + 1}`;
    const made = { id, readyState: "READY", inspectorUrl: `https://vercel.com/${account}/${id}` };
    deployments.set(id, made);
    return answer(200, { ...made, readyState: "QUEUED" });
  }
  const domains = /^GET \/v9\/projects\/(prj_\d+)\/domains$/.exec(way)?.[1];
  if (domains) {
    const name = [...projects].find(([, { id }]) => id === domains)?.[0].split("/")[1];
    return answer(200, { domains: [{ name: `${name}.vercel.app` }] });
  }
  const name = /^GET \/v9\/projects\/([\w-]+)$/.exec(way)?.[1];
  const project = projects.get(`${account}/${name}`);
  if (name && project) return answer(200, { id: project.id, name });
  const deployment = deployments.get(/^GET \/v13\/deployments\/(dpl_\d+)$/.exec(way)?.[1] ?? "");
  return deployment ? answer(200, deployment) : refuse(404, "not_found");
}
