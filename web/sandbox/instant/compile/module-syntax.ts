import type { ImportSite } from "./compiled-file.ts";

/** The parts of Babel's syntax tree that are read here. */
interface Node {
  readonly type: string;
  readonly value?: unknown;
  readonly loc?: { readonly start: { readonly line: number; readonly column: number } };
  readonly source?: Node | null;
  readonly importKind?: string;
  readonly exportKind?: string;
  readonly callee?: Node;
  readonly arguments?: readonly Node[];
  readonly options?: Node | null;
}
interface Path {
  readonly node: Node;
  replaceWith(node: unknown): void;
}
interface Types {
  identifier(name: string): unknown;
  callExpression(callee: unknown, values: readonly unknown[]): unknown;
}

/**
 * Babel plugin: notes every import with its place, and gives `import()` and `import.meta` the forms
 * that a CommonJS body can have. Names: `__importModule`, `__importMeta` (frame/registry.ts).
 */
export function rewriteModuleSyntax(
  { types }: { types: Types },
  { imports }: { imports: ImportSite[] },
) {
  const note = (source: Node | null | undefined) => {
    if (source?.type !== "StringLiteral") return;
    const { line, column } = source.loc?.start ?? { line: 1, column: 0 };
    imports.push({ specifier: String(source.value), line, column: column + 1 });
  };
  return {
    visitor: {
      // On entry of the program, so that imports which TypeScript erases for want of a use are
      // still seen: only `import type` is certain to be gone.
      ImportDeclaration: ({ node }: Path) => {
        if (node.importKind !== "type") note(node.source);
      },
      ExportNamedDeclaration: ({ node }: Path) => {
        if (node.exportKind !== "type") note(node.source);
      },
      ExportAllDeclaration: ({ node }: Path) => {
        if (node.exportKind !== "type") note(node.source);
      },
      ImportExpression: (path: Path) => {
        note(path.node.source);
        path.replaceWith(
          types.callExpression(types.identifier("__importModule"), [path.node.source]),
        );
      },
      CallExpression: (path: Path) => {
        if (path.node.callee?.type !== "Import") return;
        note(path.node.arguments?.[0]);
        path.replaceWith(
          types.callExpression(types.identifier("__importModule"), path.node.arguments ?? []),
        );
      },
      MetaProperty: (path: Path) => path.replaceWith(types.identifier("__importMeta")),
    },
  };
}
