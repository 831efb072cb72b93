import { fail, ok, type Failure, type Result } from "../../shared/failure.ts";
import type { Kit, TemplatePack } from "../../shared/kit.ts";
import type { FontFaces, TemplateSource } from "../../shared/portfolio/create-project.ts";
import { findTypePair, fontFiles } from "../../shared/portfolio/type-pairs.ts";
import type { TemplateManifest } from "../../shared/template.ts";

export interface TemplateKit {
  /** The templates for the gallery, in their order. */
  listTemplates(): readonly TemplateManifest[];
  /** A template's files, fetched once. Fails with `not-found`, or `unavailable` when it can't be fetched. */
  loadTemplate(id: string): Promise<Result<TemplateSource>>;
  /** The WOFF2 files of a type pair, fetched once. None for a pair of the person's own. */
  loadFontFaces(pairId: string): Promise<Result<FontFaces>>;
}

/** Gives the bytes at a URL of our own origin; rejects when they can't be had. */
export type FetchBytes = (url: string) => Promise<Uint8Array>;

/** Templates and fonts out of the kit. What couldn't be fetched is tried again at the next call. */
export function templateKit(
  kit: Pick<Kit, "templates" | "fonts">,
  fetchBytes: FetchBytes,
): TemplateKit {
  const templates = remember<TemplateSource>();
  const fonts = remember<readonly [string, Uint8Array]>();
  return {
    listTemplates: () =>
      Object.values(kit.templates)
        .map(({ manifest }) => manifest)
        .sort((a, b) => a.order - b.order),
    loadTemplate: async (id) => {
      const template = Object.hasOwn(kit.templates, id) ? kit.templates[id] : undefined;
      if (!template) return fail(noTemplate(id));
      return templates(id, () => fetchBytes(template.pack).then(unpack));
    },
    loadFontFaces: async (pairId) => {
      const pair = findTypePair(pairId);
      const names = pair ? fontFiles(pair).map(({ name }) => name) : [];
      const loaded = await Promise.all(
        names.map((name) =>
          fonts(name, async () => [name, await fetchBytes(fontUrl(kit.fonts, name))] as const),
        ),
      );
      const faces: (readonly [string, Uint8Array])[] = [];
      for (const face of loaded) {
        if (!face.ok) return face;
        faces.push(face.value);
      }
      return ok(Object.fromEntries(faces));
    },
  };
}

function fontUrl(fonts: Kit["fonts"], name: string): string {
  const url = fonts[name];
  if (url === undefined) throw new Error(`The kit has no font ${name}.`);
  return url;
}

/** Remembers what went well, by key, and what is under way. */
function remember<T>() {
  const kept = new Map<string, Promise<T>>();
  return async (key: string, load: () => Promise<T>): Promise<Result<T>> => {
    const loading = kept.get(key) ?? load();
    kept.set(key, loading);
    try {
      return ok(await loading);
    } catch (error) {
      kept.delete(key);
      return fail(unavailable(String(error)));
    }
  };
}

function unpack(bytes: Uint8Array): TemplateSource {
  const pack = JSON.parse(new TextDecoder().decode(bytes)) as TemplatePack;
  const files = Object.entries(pack.files).map(
    ([path, content]) =>
      [path, typeof content === "string" ? content : fromBase64(content.base64)] as const,
  );
  return { manifest: pack.manifest, files: Object.fromEntries(files) };
}

const fromBase64 = (text: string): Uint8Array =>
  Uint8Array.from(atob(text), (character) => character.charCodeAt(0));

const noTemplate = (id: string): Failure => ({
  kind: "not-found",
  message: `There is no template “${id}”.`,
  nextStep: "Choose another one; your content and files stay as they are.",
  retryable: false,
});

const unavailable = (detail: string): Failure => ({
  kind: "unavailable",
  message: "A part of the app couldn’t be loaded.",
  nextStep: "Check the connection and try again; nothing of yours is lost.",
  detail,
  retryable: true,
});
