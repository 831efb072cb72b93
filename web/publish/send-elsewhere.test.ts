import { expect, test } from "vitest";
import { elsewhere as api } from "../../shared/api/elsewhere.ts";
import type { Endpoint } from "../../shared/api/endpoint.ts";
import { fail, ok, type Failure } from "../../shared/failure.ts";
import { elsewhereSteps } from "./elsewhere-words.ts";
import { sendElsewhere } from "./send-elsewhere.ts";

const PLACE = {
  host: "github",
  name: "ada/walks",
  branch: "main",
  url: "",
  page: "https://github.com/ada/walks",
  sentAt: 1,
  remark: "",
} as const;
const MOVED: Failure = { kind: "conflict", message: "m", nextStep: "n", retryable: false };
/** `printf hello | git hash-object --stdin`, and `printf hello | sha1sum`. */
const HELLO = {
  git: "b6fc4c620b67d95f953a5c1c1230aaab5db5a1b0",
  plain: "aaf4c61ddcc5e8a2dabede0f3b482cd9aea9434d",
} as const;

/** A server that lacks all that it is told of; it says what it was asked. */
function server(answerBegin?: Failure) {
  const asked: { path: string; input: Record<string, unknown> }[] = [];
  const client = {
    call: async (endpoint: Endpoint, input: unknown) => {
      const given = input as Record<string, unknown>;
      asked.push({ path: endpoint.path, input: given });
      if (endpoint.path === api.finish.path) return ok(PLACE);
      if (endpoint.path === api.sendFiles.path) return ok({ sent: 1 });
      if (answerBegin) return fail(answerBegin);
      const { files } = given["body"] as { files: Record<string, { hash: string }> };
      return ok({ sendId: "one", missing: [...new Set(Object.values(files).map((f) => f.hash))] });
    },
  };
  return { asked, client: client as never };
}

test.each([
  ["github", HELLO.git],
  ["netlify", HELLO.plain],
  ["vercel", HELLO.plain],
] as const)(
  "%s: contents go under the host’s own names for them, each once",
  async (host, hash) => {
    const { asked, client } = server();
    const files = { "a.txt": "hello", "b.txt": new TextEncoder().encode("hello") };
    const sent = await sendElsewhere({ client, portfolioId: "walks", host, files, onTop: false });
    expect(sent).toEqual(ok(PLACE));
    const [begun, handed, finished] = asked;
    expect(begun!.input["body"]).toEqual({
      files: { "a.txt": { hash, size: 5 }, "b.txt": { hash, size: 5 } },
      onTop: false,
    });
    expect([...(handed!.input["body"] as FormData).keys()]).toEqual([hash]);
    expect(finished!.input["params"]).toEqual({ portfolioId: "walks", host, sendId: "one" });
  },
);

test("a branch that has moved ends the send before anything is handed over", async () => {
  const { asked, client } = server(MOVED);
  const files = { "a.txt": "hello" };
  const given = { client, portfolioId: "walks", host: "github", files, onTop: false } as const;
  expect(await sendElsewhere(given)).toEqual(fail(MOVED));
  expect(asked).toHaveLength(1);
});

test("steps: a project isn’t built here; the one under way is the one that fails", () => {
  expect(elsewhereSteps("github", "check", "not yet").map(({ name }) => name)).not.toContain(
    "Built",
  );
  const failed = elsewhereSteps("netlify", "check", "badly");
  expect(failed.find(({ state }) => state === "failed")?.name).toBe("Checked");
  expect(elsewhereSteps("vercel", "done", "well").every(({ state }) => state === "done")).toBe(
    true,
  );
});
