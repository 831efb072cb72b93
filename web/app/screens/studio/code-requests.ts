import { addTestScript, isTestable } from "../../../../shared/portfolio/test-script.ts";
import { plainActs } from "./plain-acts.ts";
import { tellFailure } from "./studio-acts.ts";
import type { Studio } from "./studio-context.tsx";
import { showPanel } from "./studio-view.ts";

/** What the agent can be asked about the code that is open. */
export interface CodeRequest {
  readonly id: "explain-code" | "write-tests";
  readonly title: string;
  readonly run: () => void;
}

/** Requests about the file that is shown in the editor, or the lines selected in it (R4.8). */
export function codeRequests(studio: Studio): readonly CodeRequest[] {
  const { view, props } = studio;
  const { shownFile: path, selected } = view.getState();
  const { files } = props.project.getState();
  const code = path === null ? undefined : files[path];
  if (path === null || typeof code !== "string") return [];
  const lines = selected?.path === path ? selected : null;
  return [
    {
      id: "explain-code",
      title: lines ? "Explain the selected lines" : `Explain ${path}`,
      run: () => explain(studio, path, code, lines),
    },
    ...(isTestable(path)
      ? [
          {
            id: "write-tests" as const,
            title: `Write tests for ${path}`,
            run: () => writeTests(studio, path),
          },
        ]
      : []),
  ];
}

function explain(
  studio: Studio,
  path: string,
  code: string,
  lines: { readonly from: number; readonly to: number } | null,
): void {
  const place = lines ? `${path}, lines ${lines.from}–${lines.to}` : path;
  const part = lines
    ? code
        .split("\n")
        .slice(lines.from - 1, lines.to)
        .join("\n")
    : code;
  studio.view.setState(showPanel("chat"));
  studio.props.chat.send(`Explain ${place}`, plainActs(studio), { place, code: part });
}

/** Tests run where there is Node; elsewhere they are written, and it is said that they weren't run. */
function writeTests(studio: Studio, path: string): void {
  const { props, view } = studio;
  const { sandbox, project, chat } = props;
  const test = path.replace(/\.(tsx?)$/, ".test.$1");
  const hasNode = sandbox.status === "open" && sandbox.sandbox.shell !== null;
  if (hasNode) {
    const changes = addTestScript(project.getState().files);
    if (!changes.ok) return tellFailure(changes.failure);
    if (changes.value.length > 0) project.apply(changes.value, { label: "Add npm test" });
  }
  view.setState(showPanel("chat"));
  const how = hasNode
    ? "Where vitest isn’t among the devDependencies yet, install it with “npm install --save-dev vitest”. Then run “npm test” and mend the test until it passes; leave the component as it is."
    : "This preview has no Node: the tests can’t be run here, say so. Add no package.";
  chat.send(
    `Write tests for ${path} into ${test}, with vitest and react-dom/server, without other packages. ${how}`,
    plainActs(studio),
  );
}
