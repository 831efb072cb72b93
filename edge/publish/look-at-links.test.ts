import { expect, test } from "vitest";
import { lookAtLinks } from "./look-at-links.ts";

/** The world: what each address answers; who isn't here can't be reached. */
const WORLD: Readonly<Record<string, readonly [number, string?]>> = {
  "https://here.example/": [200],
  "https://members.example/": [403],
  "https://gone.example/": [404],
  "https://broken.example/": [500],
  "https://moved.example/": [301, "/new"],
  "https://moved.example/new": [200],
  "https://trap.example/": [302, "http://169.254.169.254/latest/meta-data"],
  "https://round.example/": [302, "https://round.example/"],
};

test("says which links answer, follows redirects, and never into a private network", async () => {
  const asked: string[] = [];
  const send = async ({ url, method }: Request) => {
    asked.push(`${method} ${url}`);
    if (url === "https://get-only.example/") {
      return new Response(null, { status: method === "HEAD" ? 405 : 200 });
    }
    const answer = WORLD[url];
    if (!answer) throw new TypeError("no such host");
    const [status, location] = answer;
    return new Response(null, { status, headers: location ? { location } : {} });
  };
  const wanted = {
    "https://here.example/": "answers",
    "https://members.example/": "answers",
    "https://get-only.example/": "answers",
    "https://moved.example/": "answers",
    "https://gone.example/": "dead",
    "https://nobody.example/": "dead",
    "https://broken.example/": "unknown",
    "https://round.example/": "unknown",
    "https://trap.example/": "refused",
    "http://10.0.0.1/": "refused",
    "mailto:ada@here.example": "refused",
  };
  const links = await lookAtLinks([...Object.keys(wanted), "https://here.example/"], send);
  expect(Object.fromEntries(links.map(({ url, state }) => [url, state]))).toEqual(wanted);
  expect(links).toHaveLength(Object.keys(wanted).length);
  expect(asked.filter((line) => /169\.254|10\.0|mailto/.test(line))).toEqual([]);
});
