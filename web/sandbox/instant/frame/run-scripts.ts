import { SOURCE_SCHEME } from "../engine/locate-stack.ts";
import type { FrameModule } from "../messages.ts";

/** The names that a module's body may use; see registry.ts for what they are. */
export const BODY_PARAMETERS = [
  "require",
  "module",
  "exports",
  "$RefreshReg$",
  "$RefreshSig$",
  "__importModule",
  "__importMeta",
  "__asset",
  "__brokenModule",
] as const;

export type ModuleBody = (...values: readonly unknown[]) => void;

const DEFINE = "__cv2webDefine";

/** One line stands before the body (LINES_BEFORE): the map's first line is moved by as much. */
function scriptText({ id, version, code, map }: FrameModule, withMap: boolean): string {
  const name = `${SOURCE_SCHEME}${encodeURI(id)}${id.includes("?") ? "&" : "?"}v=${version}`;
  const lines = [
    `self.${DEFINE}(${JSON.stringify(id)},function(${BODY_PARAMETERS.join(",")}){`,
    code,
    "})",
    `//# sourceURL=${name}`,
  ];
  if (withMap && map) {
    const shifted = map.replace('"mappings":"', '"mappings":";');
    lines.push(
      `//# sourceMappingURL=data:application/json;charset=utf-8,${encodeURIComponent(shifted)}`,
    );
  }
  return lines.join("\n");
}

function mayEvaluate(): boolean {
  try {
    // oxlint-disable-next-line no-eval -- asks whether the frame's policy allows it
    return (0, eval)("true") === true;
  } catch {
    return false;
  }
}

/**
 * Turns modules' texts into functions: by `eval` on the preview's own origin, and by scripts from
 * blob: addresses in the opaque frame, whose policy has no `unsafe-eval`.
 */
export function createScriptRunner() {
  const bodies = new Map<string, ModuleBody>();
  const isEvalAllowed = mayEvaluate();
  Object.defineProperty(self, DEFINE, {
    value: (id: string, body: ModuleBody) => bodies.set(id, body),
  });

  const asScript = (module: FrameModule) =>
    new Promise<void>((settle) => {
      const script = document.createElement("script");
      const blob = new Blob([scriptText(module, false)], { type: "text/javascript" });
      script.src = URL.createObjectURL(blob);
      script.async = false;
      script.onload = script.onerror = () => {
        URL.revokeObjectURL(script.src);
        script.remove();
        settle();
      };
      document.head.append(script);
    });

  /** @returns bodies by module id; one that can't be parsed is missing */
  return async (modules: readonly FrameModule[]): Promise<ReadonlyMap<string, ModuleBody>> => {
    bodies.clear();
    const scripts = modules.filter(({ kind }) => kind !== "style");
    if (isEvalAllowed) {
      // oxlint-disable-next-line no-eval -- this frame exists to run the person's code
      for (const module of scripts) (0, eval)(scriptText(module, true));
    } else await Promise.all(scripts.map(asScript));
    return new Map(bodies);
  };
}
