import { transform } from "sucrase";

/** What a source imports, once it parsed; or why it didn't. */
export type Parsed =
  | { readonly ok: true; readonly imports: readonly string[] }
  | { readonly ok: false; readonly why: string };

const REQUIRE = /\brequire\((["'])([^"']+)\1\)/g;

/** Parses TypeScript or JSX and lists what it imports at run time; types don't count. */
export function transformSource(path: string, source: string): Parsed {
  try {
    const isTyped = /\.[cm]?tsx?$/.test(path);
    const { code } = transform(source, {
      filePath: path,
      transforms: [...(isTyped ? (["typescript"] as const) : []), "jsx", "imports"],
      jsxRuntime: "automatic",
      production: true,
    });
    return { ok: true, imports: [...code.matchAll(REQUIRE)].map((match) => match[2]!) };
  } catch (error) {
    return { ok: false, why: error instanceof Error ? error.message : String(error) };
  }
}
