import type { Failure } from "../../../../shared/failure.ts";
import type { Kit } from "../../../../shared/kit.ts";
import type { ProjectFiles } from "../../../../shared/project.ts";
import type { Compiled, CompiledStyle } from "../compile/compiled-file.ts";
import type { SourcePack } from "./source-pack.ts";
import type { Esbuild } from "./start-esbuild.ts";

/** What the static build needs; the browser and the kit's build give it in their own way. */
export interface SiteParts {
  readonly esbuild: Esbuild;
  readonly sources: Kit["sources"];
  /** A pack of package sources by its URL; every bundle of a site asks for the same few. */
  readonly loadPack: (url: string) => Promise<SourcePack>;
  readonly tailwind: () => Promise<
    (path: string, files: ProjectFiles) => Promise<Compiled<CompiledStyle>>
  >;
  /** Runs the bundle of src/prerender.tsx where it can do no harm, and gives what `render()` gave. */
  readonly prerender: (code: string) => Promise<Rendered>;
  /** Content hashes of core files whose effects repeat what the finished page says. */
  readonly quiet: readonly string[];
  /** Milliseconds from any fixed moment. */
  readonly now: () => number;
}

/** The finished page in parts, as a template's src/prerender.tsx gives them. */
export interface Rendered {
  readonly app: string;
  readonly head: string;
  readonly lang: string;
  readonly dir: string;
}

/** The bundle assigns its exports to this name. */
export const PRERENDER_GLOBAL = "cv2webPrerender";

export const buildFailed = (detail: string): Failure => ({
  kind: "build-failed",
  message: "The site can’t be built because something in the project is wrong.",
  nextStep: "Look at the problems below the preview, mend them and try again; nothing is lost.",
  detail,
  retryable: false,
});
