import { unzipSync } from "fflate";
import { describe, expect, it, vi } from "vitest";
import { RESUME_PATH, type ProjectFiles } from "../../shared/project.ts";
import { projectFileName, zipProject } from "./export-project-zip.ts";
import { exportResumeJson } from "./export-resume-json.ts";
import { zipSite } from "./export-site-zip.ts";

const RESUME = '{\n  "x-own": [null, 1.0],\n  "basics": { "url": "u", "name": "Ada" }\n}\n';
const FILES: ProjectFiles = {
  "src/fonts/a.woff2": new Uint8Array([0, 1, 255]),
  "package.json": '{ "name": "ada-lovelace-portfolio" }',
  "package-lock.json": "{}",
  "README.md": "# Ada ✎\n",
  [RESUME_PATH]: RESUME,
};

const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

describe("the ZIP of a project", () => {
  it("holds every file, in a folder of the project’s name", async () => {
    const unpacked = unzipSync(await zipProject(FILES));
    expect(Object.keys(unpacked).sort()).toEqual(
      Object.keys(FILES)
        .map((path) => `ada-lovelace-portfolio/${path}`)
        .sort(),
    );
    expect(text(unpacked["ada-lovelace-portfolio/README.md"])).toBe("# Ada ✎\n");
    expect([...unpacked["ada-lovelace-portfolio/src/fonts/a.woff2"]!]).toEqual([0, 1, 255]);
  });

  it("is the same to the byte whenever and in whatever order it is made", async () => {
    vi.useFakeTimers({ now: 0 });
    const early = await zipProject(FILES);
    vi.setSystemTime(2_000_000_000_000);
    const late = await zipProject(Object.fromEntries(Object.entries(FILES).reverse()));
    vi.useRealTimers();
    expect(late).toEqual(early);
  });

  it.each([
    ['{ "name": "../../etc" }', "etc-portfolio"],
    ['{ "name": "@me/site" }', "me-site-portfolio"],
    ["{", "portfolio"],
    [undefined, "portfolio"],
  ])("whose package.json is %s gets a safe name", (manifest, name) => {
    expect(projectFileName(manifest === undefined ? {} : { "package.json": manifest })).toBe(name);
  });
});

it("the ZIP of a site has its page at the top", async () => {
  const site = { files: { "index.html": "<p>", "assets/a.css": "a{}" }, durationMs: 1 };
  expect(Object.keys(unzipSync(await zipSite(site)))).toEqual(["assets/a.css", "index.html"]);
});

describe("resume.json", () => {
  it("comes out character for character", () => {
    expect(exportResumeJson(FILES)).toEqual({ ok: true, value: RESUME });
  });

  it("that can’t be read isn’t handed out", () => {
    expect(exportResumeJson({ [RESUME_PATH]: "{" })).toMatchObject({ ok: false });
  });
});
