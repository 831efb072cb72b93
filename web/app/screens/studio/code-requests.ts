import { isTestable, TEST_SCRIPT, testPathOf } from "../../../../shared/portfolio/test-files.ts";
import { plainActs } from "./plain-acts.ts";
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
  studio.props.chat.send(`Explain ${place}`, plainActs(studio), {
    about: { place, code: part },
  });
}

/** Where there is Node they are run before it is said that it is done (`shared/agent/loop/run-tests.ts`). */
function writeTests(studio: Studio, path: string): void {
  const { sandbox, chat } = studio.props;
  studio.view.setState(showPanel("chat"));
  const hasNode = sandbox.status === "open" && sandbox.sandbox.shell !== null;
  const how = hasNode
    ? `Where vitest isn’t among the devDependencies yet, install it with “npm install --save-dev vitest”, and where package.json has no script “test”, add "test": "${TEST_SCRIPT}". They are run when you have finished, and you are told what fails.`
    : "Nothing runs Node here, so they can’t be run: add no package and no script.";
  chat.send(
    `Write tests for ${path} into ${testPathOf(path)}, with vitest and react-dom/server, without other packages; leave ${path} as it is. ${how}`,
    plainActs(studio),
    { isForModel: true },
  );
}
