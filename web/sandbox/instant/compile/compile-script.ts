import * as babel from "@babel/standalone";
// @ts-expect-error -- the package ships no types
import reactRefresh from "react-refresh/babel";
import type { Compiled, CompiledScript, CompileError, ImportSite } from "./compiled-file.ts";
import { rewriteModuleSyntax } from "./module-syntax.ts";

/** What Babel's JSX transform imports by itself. */
const JSX_RUNTIME = "react/jsx-dev-runtime";

/**
 * TypeScript and JSX to a CommonJS body with registrations for Fast Refresh, in one pass of Babel
 * (one parse, one source map; see the room's README for why not esbuild here).
 * @param path project path; its extension decides which syntax is on
 */
export function compileScript(path: string, source: string): Compiled<CompiledScript> {
  const imports: ImportSite[] = [];
  try {
    const result = babel.transform(source, {
      filename: `/${path}`,
      sourceFileName: path,
      sourceMaps: true,
      comments: false,
      compact: false,
      babelrc: false,
      configFile: false,
      sourceType: "module",
      presets: [
        ...(/\.[cm]?tsx?$/.test(path) ? [["typescript", {}]] : []),
        // In a .ts file `<T>` is a type, never an element.
        ...(/\.[cm]?ts$/.test(path)
          ? []
          : [["react", { runtime: "automatic", development: true }]]),
      ] as never,
      plugins: [
        [rewriteModuleSyntax, { imports }],
        // Full signatures: the short ones want Node's crypto.
        [reactRefresh, { skipEnvCheck: true, emitFullSignatures: true }],
        ["transform-modules-commonjs", {}],
      ] as never,
    });
    const { code, map } = result as { code: string; map: object };
    if (code.includes(`require("${JSX_RUNTIME}")`)) {
      imports.push({ specifier: JSX_RUNTIME, line: 1, column: 1 });
    }
    return { ok: true, value: { code, imports, map: JSON.stringify(map) } };
  } catch (error) {
    return { ok: false, error: toCompileError(path, error) };
  }
}

interface BabelError {
  readonly message: string;
  readonly loc?: { readonly line: number; readonly column: number };
}

/** Babel's message without its file name, place and code frame: those are told apart. */
function toCompileError(path: string, error: unknown): CompileError {
  const { message, loc } = error as BabelError;
  const sentence = message
    .split("\n")[0]!
    .replace(/^\/?[^\s:]+:\s*/, "")
    .replace(/\s*\(\d+:\d+\)\s*$/, "");
  return { path, message: sentence, ...(loc && { line: loc.line, column: loc.column + 1 }) };
}
