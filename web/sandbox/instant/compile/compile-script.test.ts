import { describe, expect, test } from "vitest";
import { compileScript } from "./compile-script.ts";

const compiled = (source: string, path = "src/App.tsx") => {
  const result = compileScript(path, source);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
};

describe("compileScript", () => {
  test("names imports with their places, not those of types", () => {
    const { imports } = compiled(
      'import type { A } from "./a";\nimport { b } from "./b";\nexport * from "./c";\nconst d = () => import("./file-kinds.ts");\nexport { b, d };\n',
    );
    expect(imports).toEqual([
      { specifier: "./b", line: 2, column: 19 },
      { specifier: "./c", line: 3, column: 15 },
      { specifier: "./file-kinds.ts", line: 4, column: 24 },
    ]);
  });

  test("registers components and their hooks for Fast Refresh", () => {
    const { code, imports } = compiled(
      'import { useState } from "react";\nexport function App() { const [n] = useState(0); return <p>{n}</p>; }',
    );
    expect(code).toContain('$RefreshReg$(_c, "App")');
    expect(code).toContain("$RefreshSig$()");
    expect(imports.map(({ specifier }) => specifier)).toContain("react/jsx-dev-runtime");
  });

  test("reads `<T>` in a .ts file as a type", () => {
    expect(compiled("export const id = <T>(value: T) => value;", "src/id.ts").code).toContain("id");
  });

  test("import.meta has a form that a function body may hold", () => {
    expect(compiled("export const mode = import.meta.env.MODE;").code).toContain(
      "__importMeta.env",
    );
  });

  test("an error is one sentence with its place", () => {
    expect(compileScript("src/App.tsx", "const a = 1;\nconst = 2;")).toEqual({
      ok: false,
      error: { path: "src/App.tsx", message: expect.any(String), line: 2, column: 7 },
    });
  });
});
