import type { Problem } from "../../shared/build.ts";
import { fail, ok } from "../../shared/failure.ts";
import { applyChanges } from "../../shared/portfolio/apply-changes.ts";
import type { Lock } from "../../shared/conversation.ts";
import type { FileChange, ProjectFiles } from "../../shared/project.ts";
import type { Workspace, WorkspaceShell } from "../../shared/ports/workspace.ts";

/** A text that holds this doesn’t compile; `BROKEN:name` gives a problem of its own name. */
const BROKEN = /BROKEN:?(\w*)/;

/**
 * A workspace without a browser. The page is the owner’s name and the text of `src/App.tsx`; a file with
 * `BROKEN` in it doesn’t build, `CRASH` writes an error to the console, `BLANK` leaves the page empty.
 * `npm install NAME` writes what npm writes.
 */
export function fakeWorkspace(
  initial: ProjectFiles,
  given: {
    readonly locks?: readonly Lock[];
    readonly hasShell?: boolean;
    /** What `npx vitest` prints of the files that it runs. */
    readonly tests?: (text: string) => { readonly exitCode: number; readonly output: string };
  } = {},
) {
  let files = initial;
  const kept: string[] = [];
  const ran: string[] = [];
  const shell: WorkspaceShell = {
    run: async (program, args) => {
      ran.push([program, ...args].join(" "));
      if (program === "npx" && given.tests) {
        return ok(given.tests(args.map((path) => String(files[path] ?? "")).join("")));
      }
      if (args[0] === "install") files = applyChanges(files, npmFilesWith(args.at(-1)!, files));
      return ok({ exitCode: 0, output: "ran" });
    },
  };
  const textFiles = () =>
    Object.entries(files).filter((one): one is [string, string] => typeof one[1] === "string");
  const workspace: Workspace = {
    read: async (path) => (Object.hasOwn(files, path) ? (files[path] ?? null) : null),
    list: async () => Object.keys(files).sort(),
    write: async (changes) => {
      files = applyChanges(files, changes);
      return ok(undefined);
    },
    check: async () => {
      const problems = textFiles().flatMap(([path, text]): Problem[] => {
        const found = BROKEN.exec(text);
        return found ? [{ kind: "build", message: `Unexpected ${found[1]}`, path, line: 1 }] : [];
      });
      const consoleErrors = textFiles()
        .filter(([, text]) => text.includes("CRASH"))
        .map(([path]) => `crashed in ${path}`);
      return ok({ problems, consoleErrors, durationMs: 5 });
    },
    render: async () => {
      const app = String(files["src/App.tsx"] ?? "");
      if (BROKEN.test(app)) return fail({ ...UNBUILT, detail: "it doesn’t build" });
      const { basics } = JSON.parse(String(files["src/data/resume.json"])) as {
        basics: { name: string };
      };
      const body = app.includes("BLANK") ? "" : `<h1>${basics.name}</h1>${app}`;
      return ok({ html: `<!doctype html><html><head></head><body>${body}</body></html>` });
    },
    logs: async () => ["built"],
    shell: given.hasShell ? shell : null,
    sampleTexts: ["Orla Fennimore"],
    locks: given.locks ?? [],
    keep: async (label) => {
      kept.push(label);
      return ok(undefined);
    },
  };
  return {
    workspace,
    kept,
    ran,
    files: () => files,
    /** The person’s own work meanwhile. */
    edit: (path: string, content: string) => {
      files = applyChanges(files, [{ path, content }]);
    },
  };
}

/** npm writes both. */
function npmFilesWith(name: string, files: ProjectFiles): readonly FileChange[] {
  const listed = JSON.parse(String(files["package.json"])) as { dependencies: object };
  const dependencies = { ...listed.dependencies, [name]: "1.0.0" };
  return [
    { path: "package.json", content: `${JSON.stringify({ ...listed, dependencies }, null, 2)}\n` },
    { path: "package-lock.json", content: `{ "${name}": "1.0.0" }\n` },
  ];
}

const UNBUILT = {
  kind: "build-failed",
  message: "The site can’t be built.",
  nextStep: "Mend it.",
  retryable: false,
} as const;

/** A small project with an owner. */
export const SMALL_PROJECT: ProjectFiles = {
  "index.html":
    '<!doctype html>\n<html>\n<body>\n<div id="root"></div>\n<script type="module" src="/src/main.tsx"></script>\n</body>\n</html>\n',
  "package.json":
    '{\n  "name": "portfolio",\n  "scripts": { "build": "vite build" },\n  "dependencies": { "react": "19.3.1" }\n}\n',
  "package-lock.json": "{}\n",
  "vite.config.ts": "export default {};\n",
  ".env": "SECRET=1\n",
  "src/App.tsx": "<main>\n  <p>Twelve years of careful bookbinding</p>\n</main>\n",
  "src/sections/Work.tsx": "export const Work = () => <section>Work</section>;\n",
  "src/styles.css": "body { margin: 0 }\n",
  "src/theme.json": `${JSON.stringify({
    template: "folio",
    mode: "auto",
    palette: { id: "ochre", light: colours(), dark: colours() },
    fonts: { id: "newsreader", display: "serif", text: "sans-serif", code: "monospace" },
    density: "regular",
    sections: [
      { id: "about", visible: true },
      { id: "work", visible: true },
    ],
  })}\n`,
  "src/data/resume.json": `${JSON.stringify({
    basics: { name: "Barnaby Thistlewood", label: "Bookbinder", image: "" },
    work: [{ name: "Foxglove Press", position: "Binder" }],
  })}\n`,
  "public/portrait.png": new Uint8Array([1, 2, 3]),
};

function colours() {
  return Object.fromEntries(
    ["paper", "surface", "ink", "muted", "line", "accent", "onAccent"].map((role) => [
      role,
      "#123",
    ]),
  );
}
