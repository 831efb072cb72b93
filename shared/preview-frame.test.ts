import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { FRAME_BOOTSTRAP, FRAME_BOOTSTRAP_HASH, previewOrigin } from "./preview-frame.ts";

test("the policy names the bootstrap by its real hash", () => {
  const digest = createHash("sha256").update(FRAME_BOOTSTRAP).digest("base64");
  expect(FRAME_BOOTSTRAP_HASH).toBe(`'sha256-${digest}'`);
});

const local = { protocol: "http:", port: "8787" };
test.each([
  ["ada-l", "{id}.localhost", local, "http://ada-l.localhost:8787"],
  ["Ada_L…", "{id}.localhost", local, "http://ada-l.localhost:8787"],
  ["x", "{id}.preview.example", { protocol: "https:", port: "" }, "https://x.preview.example"],
  ["x", "{id}.localhost:9000", local, "http://x.localhost:9000"],
  ["…", "{id}.localhost", local, null],
  ["x", "preview.example", local, null],
])("previewOrigin(%s, %s)", (id, pattern, app, expected) => {
  expect(previewOrigin(id, pattern, app)).toBe(expected);
});

test("a host's label is never longer than DNS allows", () => {
  const origin = previewOrigin("a".repeat(90), "{id}.localhost", local)!;
  expect(new URL(origin).hostname.split(".")[0]).toHaveLength(63);
});
