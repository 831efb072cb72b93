/**
 * Names of the internet at wire level: a resolver that answers DNS over HTTPS in JSON, and Cloudflare’s
 * custom hostnames. A test writes a zone by `PUT /zone/{name}`; what nobody wrote isn’t there.
 */
interface DnsRecord {
  readonly type: "A" | "AAAA" | "CNAME" | "TXT";
  readonly data: string;
}

const zone = new Map<string, readonly DnsRecord[]>();
const NUMBERS = { A: 1, CNAME: 5, TXT: 16, AAAA: 28 } as const;

/** As https://developers.cloudflare.com/1.1.1.1/encryption/dns-over-https/make-api-requests/dns-json/ has it. */
export async function answerNames(request: Request): Promise<Response> {
  const { pathname, searchParams } = new URL(request.url);
  const written = /^\/zone\/(.+)$/.exec(pathname)?.[1];
  if (written && request.method === "PUT") {
    zone.set(written, (await request.json()) as DnsRecord[]);
    return new Response(null, { status: 204 });
  }
  const name = searchParams.get("name") ?? "";
  const type = searchParams.get("type") as DnsRecord["type"];
  if (request.headers.get("accept") !== "application/dns-json" || !(type in NUMBERS)) {
    return Response.json({ error: "Bad request" }, { status: 400 });
  }
  const records = zone.get(name);
  if (records?.length === 0) return Response.json({ Status: 2, TC: false });
  const question = [{ name: `${name}.`, type: NUMBERS[type] }];
  const answers = (records ?? [])
    .filter((one) => one.type === type || one.type === "CNAME")
    .map((one) => ({
      name: `${name}.`,
      type: NUMBERS[one.type],
      TTL: 300,
      data: one.type === "TXT" ? `"${one.data.slice(0, 20)}" "${one.data.slice(20)}"` : one.data,
    }));
  return Response.json({
    Status: records ? 0 : 3,
    TC: false,
    RD: true,
    RA: true,
    AD: false,
    CD: false,
    Question: question,
    ...(answers.length > 0 ? { Answer: answers } : {}),
  });
}

const hostnames = new Map<string, { readonly hostname: string; asked: number }>();
const TOKEN = "Bearer saas-token";

const view = (id: string, { hostname, asked }: { hostname: string; asked: number }) => ({
  id,
  hostname,
  status: asked > 0 ? "active" : "pending",
  ssl: {
    id: `ssl-${id}`,
    method: "http",
    type: "dv",
    status: asked > 0 ? "active" : "pending_validation",
  },
});
const said = (result: unknown) => ({ success: true, errors: [], messages: [], result });
const refused = (code: number, message: string) => ({
  success: false,
  errors: [{ code, message }],
  messages: [],
  result: null,
});

/** Cloudflare’s custom hostnames of the zone `z1`; one becomes active when it is asked for again. */
export async function answerHostnames(request: Request): Promise<Response> {
  if (request.headers.get("authorization") !== TOKEN) {
    return Response.json(refused(10_000, "Authentication error"), { status: 403 });
  }
  const { pathname, searchParams } = new URL(request.url);
  const place = /^\/client\/v4\/zones\/z1\/custom_hostnames(?:\/([\w-]+))?$/.exec(pathname);
  if (!place) return Response.json(refused(7003, "No route"), { status: 404 });
  const [, id] = place;
  if (id === undefined && request.method === "POST") {
    const { hostname } = (await request.json()) as { hostname: string };
    if ([...hostnames.values()].some((one) => one.hostname === hostname)) {
      return Response.json(refused(1406, "Duplicate custom hostname found."), { status: 409 });
    }
    const made = `h${hostnames.size + 1}-${hostname.replaceAll(".", "-")}`;
    hostnames.set(made, { hostname, asked: 0 });
    return Response.json(said(view(made, hostnames.get(made)!)), { status: 201 });
  }
  if (id === undefined) {
    const wanted = searchParams.get("hostname");
    const found = [...hostnames].filter(([, one]) => one.hostname === wanted);
    return Response.json(said(found.map(([key, one]) => view(key, one))));
  }
  const there = hostnames.get(id);
  if (!there) return Response.json(refused(1436, "Not found"), { status: 404 });
  if (request.method === "DELETE") {
    hostnames.delete(id);
    return Response.json({ id });
  }
  there.asked += 1;
  return Response.json(said(view(id, there)));
}
