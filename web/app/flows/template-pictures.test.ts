import { expect, test } from "vitest";
import { fail, ok } from "../../../shared/failure.ts";
import type { ProjectFiles } from "../../../shared/project.ts";
import { bytesHash } from "../../sandbox/instant/compile/content-hash.ts";
import { templatePictures } from "./template-pictures.ts";

const later = async () => {
  for (let turn = 0; turn < 30; turn++) await Promise.resolve();
};

function room() {
  let files: ProjectFiles = { name: "Ada", template: "folio" };
  const built: string[] = [];
  let atOnce = 0;
  let most = 0;
  const pictures = templatePictures({
    filesWith: async (id) => ok({ ...files, template: id }),
    build: async (made) => {
      most = Math.max(most, ++atOnce);
      await Promise.resolve();
      atOnce--;
      built.push(String(made["template"]));
      if (made["template"] === "broken") {
        return fail({ kind: "build-failed", message: "", nextStep: "", retryable: false });
      }
      const page = `<h1>${String(made["name"])} as ${String(made["template"])}</h1>`;
      return ok({ files: { "index.html": page }, durationMs: 1 });
    },
    hash: bytesHash,
    whenQuiet: async () => undefined,
  });
  const change = (next: ProjectFiles) => {
    files = { ...files, ...next };
    pictures.changed();
  };
  return { pictures, built, change, most: () => most };
}

test("each picture in view is drawn once, one at a time, and again when what it shows has changed", async () => {
  const { pictures, built, change, most } = room();
  const leave = ["folio", "commit", "broken"].map((id) => pictures.want(id));
  await later();
  expect(built).toEqual(["folio", "commit", "broken"]);
  expect(most()).toBe(1);
  expect(pictures.getState().get("commit")).toBe("<h1>Ada as commit</h1>");
  expect(pictures.getState().has("broken")).toBe(false);

  change({ template: "commit" });
  pictures.want("commit");
  await later();
  expect(built.length, "another template put on changes none of them").toBe(3);

  leave[0]!();
  change({ name: "Grace" });
  await later();
  expect(built.slice(3), "only what is in view").toEqual(["commit", "broken"]);
  expect(pictures.getState().get("commit")).toContain("Grace");
  expect(pictures.getState().get("folio")).toContain("Ada");
});

test("what went out of view before its turn isn’t drawn", async () => {
  const { pictures, built } = room();
  const leave = pictures.want("folio");
  pictures.want("commit");
  leave();
  await later();
  expect(built).toEqual(["commit"]);
});
