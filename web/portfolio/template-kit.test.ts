import { describe, expect, it } from "vitest";
import type { KitTemplate, TemplatePack } from "../../shared/kit.ts";
import { findTypePair, fontFiles } from "../../shared/portfolio/type-pairs.ts";
import { templateKit } from "./template-kit.ts";

const manifestOf = (id: string, order: number) => ({
  id,
  name: id,
  idea: "",
  order,
  typePairs: ["archivo"],
  palettes: ["ink"],
});
const templateOf = (id: string, order: number): KitTemplate => ({
  manifest: manifestOf(id, order),
  pack: `/kit/${id}.json`,
  compiled: "",
  example: "",
});
const pack: TemplatePack = {
  manifest: manifestOf("folio", 1),
  files: { "src/App.tsx": "app ✎", "src/icon.png": { base64: btoa("\u0000\u00ff") } },
};
const fontNames = fontFiles(findTypePair("archivo")!).map(({ name }) => name);
const kit = {
  templates: { poster: templateOf("poster", 2), folio: templateOf("folio", 1) },
  fonts: Object.fromEntries(fontNames.map((name) => [name, `/kit/${name}`])),
};

/** Serves the kit and records what was asked for; `broken` URLs fail until they are mended. */
function serve(broken = new Set<string>()) {
  const asked: string[] = [];
  const fetchBytes = async (url: string) => {
    asked.push(url);
    if (broken.has(url)) throw new Error(`${url}: 503`);
    return new TextEncoder().encode(url.endsWith(".json") ? JSON.stringify(pack) : url);
  };
  return { asked, broken, templates: templateKit(kit, fetchBytes) };
}

describe("templates out of the kit", () => {
  it("are listed in their order", () => {
    expect(
      serve()
        .templates.listTemplates()
        .map(({ id }) => id),
    ).toEqual(["folio", "poster"]);
  });

  it("come with text as text and bytes as bytes, fetched once", async () => {
    const { asked, templates } = serve();
    const [template] = await Promise.all([
      templates.loadTemplate("folio"),
      templates.loadTemplate("folio"),
    ]);
    expect(template).toEqual({
      ok: true,
      value: {
        manifest: pack.manifest,
        files: { "src/App.tsx": "app ✎", "src/icon.png": new Uint8Array([0, 255]) },
      },
    });
    expect(asked).toEqual(["/kit/folio.json"]);
  });

  it("that couldn’t be fetched are tried again at the next call", async () => {
    const { broken, templates } = serve(new Set(["/kit/folio.json"]));
    expect(await templates.loadTemplate("folio")).toMatchObject({
      ok: false,
      failure: { kind: "unavailable", retryable: true },
    });
    broken.clear();
    expect(await templates.loadTemplate("folio")).toMatchObject({ ok: true });
  });

  it("that don’t exist are answered so", async () => {
    for (const id of ["none", "toString"]) {
      expect(await serve().templates.loadTemplate(id)).toMatchObject({
        failure: { kind: "not-found" },
      });
    }
  });
});

describe("fonts out of the kit", () => {
  it("are those of the pair, and none for a pair of the person’s own", async () => {
    const { templates } = serve();
    const faces = await templates.loadFontFaces("archivo");
    expect(Object.keys(faces.ok ? faces.value : {}).sort()).toEqual([...fontNames].sort());
    expect(await templates.loadFontFaces("own")).toEqual({ ok: true, value: {} });
  });

  it("fail as one when one is missing", async () => {
    const { templates } = serve(new Set([`/kit/${fontNames[0]}`]));
    expect(await templates.loadFontFaces("archivo")).toMatchObject({
      failure: { kind: "unavailable" },
    });
    expect(await templates.loadFontFaces("geist")).toMatchObject({ ok: false });
  });
});
