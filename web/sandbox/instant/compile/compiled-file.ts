/** What one file of a project becomes before it is sent to the preview frame. */
export interface CompiledScript {
  /** Body of a CommonJS function; see frame/registry.ts for its parameters. */
  readonly code: string;
  readonly imports: readonly ImportSite[];
  /** Source map (version 3) as JSON; absent in the kit, where it is made again when asked for. */
  readonly map?: string;
}

/** Where a module is imported, so that one which isn't there can be pointed at. */
export interface ImportSite {
  readonly specifier: string;
  /** 1-based. */
  readonly line: number;
  /** 1-based. */
  readonly column: number;
}

export interface CompiledStyle {
  /** CSS in which assets are named `url("cv2web-asset:src/fonts/x.woff2")`. */
  readonly css: string;
  /** Class names by local name; only of CSS modules. */
  readonly classes?: Readonly<Record<string, string>>;
  /** Files that were read to make it, itself included. */
  readonly read: readonly string[];
  /** Files that it shows: fonts, pictures. */
  readonly assets: readonly string[];
}

/** The kit's table of files that were compiled when the product was built. */
export interface CompiledTemplate {
  /** By path; valid while the content's `hash` is the same (see content-hash.ts). */
  readonly scripts: Readonly<Record<string, CompiledScript & { readonly hash: string }>>;
  /** CSS modules and Tailwind sheets by path: `hash` covers every file they depend on. */
  readonly styles: Readonly<Record<string, CompiledStyle & { readonly hash: string }>>;
  /** Hashes of scripts whose effects repeat what the prerendered page already says. */
  readonly quiet: readonly string[];
}

/** A file that can't be compiled: what and where, as the compiler saw it. */
export interface CompileError {
  readonly path: string;
  readonly message: string;
  readonly line?: number;
  readonly column?: number;
}

export type Compiled<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: CompileError };
