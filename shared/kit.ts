import type { TemplateManifest } from "./template.ts";

/**
 * What `scripts/kit/build-kit.ts` writes to `web/public/kit/` and names in `web/generated/kit.ts`.
 * All values are URLs from the root of the app's own origin; names carry a hash of their content.
 */
export interface Kit {
  /** The preview frame's own script, for frames that can't load `FRAME_PATH`. */
  readonly frameRuntime: string;
  /** Development builds of the packages that the instant sandbox knows, by import specifier. */
  readonly packages: Readonly<Record<string, KitPackage>>;
  /** Production sources, module by module, for the static build; by import specifier. */
  readonly sources: Readonly<Record<string, { readonly url: string; readonly entry: string }>>;
  /** The script that stands beside a published page’s own. */
  readonly visitor: string;
  readonly esbuild: string;
  /** JSON: Tailwind's own style sheets by import specifier. */
  readonly tailwind: string;
  readonly templates: Readonly<Record<string, KitTemplate>>;
  /** WOFF2 files of all type pairs, by file name. */
  readonly fonts: Readonly<Record<string, string>>;
}

export interface KitPackage {
  readonly url: string;
  /** Other specifiers of the set that it requires. */
  readonly requires: readonly string[];
}

export interface KitTemplate {
  readonly manifest: TemplateManifest;
  /** JSON: `TemplatePack`. */
  readonly pack: string;
  /** JSON: the files as the sandbox's compiler leaves them, by path (see web/sandbox). */
  readonly compiled: string;
  /** The finished site made from the template's sample résumé. */
  readonly example: string;
}

/** A template's files as JSON carries them. */
export interface TemplatePack {
  readonly manifest: TemplateManifest;
  readonly files: Readonly<Record<string, string | { readonly base64: string }>>;
}
