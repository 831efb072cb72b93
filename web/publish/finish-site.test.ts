import { expect, test } from "vitest";
import { ok } from "../../shared/failure.ts";
import { RESUME_PATH, type FileChange, type ProjectFiles } from "../../shared/project.ts";
import { finishSite, type SiteToFinish } from "./finish-site.ts";

const files = (basics: object, words = ""): ProjectFiles => ({
  [RESUME_PATH]: JSON.stringify({ basics }),
  "public/me.jpg": new Uint8Array([1]),
  "src/words.ts": words,
});
const ADA = {
  name: "Ada",
  phone: "+44 20 7946 0958",
  url: "https://ada.example",
  image: "./me.jpg",
};

/** A build that prints the résumé, as a template would. */
const build: SiteToFinish["build"] = async (project, changes: readonly FileChange[]) => {
  const all = { ...project, ...Object.fromEntries(changes.map((c) => [c.path, c.content])) };
  const { basics } = JSON.parse(String(all[RESUME_PATH])) as { basics: Record<string, string> };
  const html = `<html><head></head><body>${basics["name"]} ${basics["phone"] ?? ""} ${String(all["src/words.ts"])}<a href="${basics["url"]}">x</a></body></html>`;
  const picture = all["public/me.jpg"];
  return ok({
    files: { "index.html": html, ...(picture ? { "me.jpg": picture } : {}) },
    durationMs: 1,
  });
};

const finish = (project: ProjectFiles, hidden: SiteToFinish["hidden"]) => {
  const steps: string[] = [];
  const onStep = (step: string) => void steps.push(step);
  const given = {
    files: project,
    hidden,
    url: "https://a.example/",
    noIndex: false,
    isOurs: true,
    now: 0,
    build,
    addDesk: async <F>(files: F) => files,
    takeInPictures: async <P>(shown: P) => shown,
    shrinkPictures: async <F>(built: F) => built,
    setPdf: async (resume: object) => new TextEncoder().encode(JSON.stringify(resume)),
    drawPicture: async (shown: ProjectFiles) => new TextEncoder().encode(Object.keys(shown).join()),
  };
  return finishSite({ ...given, onStep }).then((done) => ({ done, steps }));
};

test("what is hidden is in no file, and the rest is there with the site’s own files", async () => {
  const { done, steps } = await finish(files(ADA), ["phone", "photo"]);
  if (!done.ok) throw new Error(done.failure.message);
  expect(steps).toEqual(["build", "check"]);
  expect(JSON.stringify(done.value.files)).not.toContain("7946");
  expect(Object.keys(done.value.files)).not.toContain("me.jpg");
  expect(Object.keys(done.value.files)).toEqual(
    expect.arrayContaining(["index.html", "resume.json", "contact.vcf", "sitemap.xml"]),
  );
  expect(new TextDecoder().decode(done.value.files["cv.pdf"] as Uint8Array)).not.toContain("7946");
  const drawn = Object.keys(done.value.files).find((path) => path.startsWith("assets/share-"))!;
  expect(new TextDecoder().decode(done.value.files[drawn] as Uint8Array)).not.toContain("me.jpg");
  expect(String(done.value.files["index.html"])).toContain(
    `<meta property="og:image" content="https://a.example/${drawn}">`,
  );
  expect(done.value.webLinks).toEqual(["https://ada.example"]);
});

test("a number that stands in a text too keeps the site from being published", async () => {
  const { done } = await finish(files(ADA, "Call 020 7946 0958"), ["phone"]);
  expect(done).toMatchObject({
    ok: false,
    failure: { message: expect.stringMatching(/phone number.*index\.html/) },
  });
  expect((await finish(files(ADA, "Call 020 7946 0958"), [])).done.ok).toBe(true);
});

test.each([
  ["javascript:alert(1)", /can’t be published/],
  ["http://192.168.0.1/", /network of your own/],
])("a link to %s does, too", async (url, message) => {
  const { done } = await finish(files({ ...ADA, url }), []);
  expect(done).toMatchObject({ ok: false, failure: { message: expect.stringMatching(message) } });
});

test("a picture that another server keeps to itself is told of", async () => {
  const words = '<img src="https://photos.example/a.jpg"><img src="./me.jpg">';
  const { done } = await finish(files(ADA, words), []);
  expect(done).toMatchObject({
    ok: true,
    value: { outsidePictures: ["https://photos.example/a.jpg"] },
  });
});
