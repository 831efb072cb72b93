import { readdirSync, readFileSync } from "node:fs";
import { fromRoot } from "../../scripts/paths.ts";
import type { ProjectFiles } from "../../shared/project.ts";

const core = (path: string) => readFileSync(fromRoot("templates/folio", path), "utf8");

/** The core that all templates share, with an `App` of a few lines: enough of a site for the tests. */
export function smallProject(): Record<string, ProjectFiles[string]> {
  return {
    "package.json": core("package.json"),
    "index.html": core("index.html"),
    ...Object.fromEntries(
      readdirSync(fromRoot("templates/folio/src"))
        .filter((name) => /\.tsx?$/.test(name))
        .map((name) => [`src/${name}`, core(`src/${name}`)]),
    ),
    "src/data/resume.json": JSON.stringify({ basics: { name: "Ada Lovelace", label: "Analyst" } }),
    "src/theme.json": JSON.stringify({
      template: "none",
      mode: "light",
      palette: { id: "x", light: { paper: "#ffffff" }, dark: { paper: "#111111" } },
      fonts: { id: "x", display: "serif", text: "serif", code: "monospace" },
      density: "regular",
      sections: [],
    }),
    "src/App.tsx": [
      'import "./app.css";',
      'import { Counter } from "./Counter";',
      'import { resume } from "./resume";',
      "",
      "export function App() {",
      "  return (",
      "    <main>",
      "      <h1>{resume.basics?.name}</h1>",
      "      <p id='note'>First words</p>",
      "      <Counter />",
      "    </main>",
      "  );",
      "}",
      "",
    ].join("\n"),
    "src/Counter.tsx": [
      'import { useState } from "react";',
      "",
      "export function Counter() {",
      "  const [count, setCount] = useState(0);",
      "  return <button onClick={() => setCount(count + 1)}>Pressed {count} times</button>;",
      "}",
      "",
    ].join("\n"),
    "src/app.css": "h1 { color: rgb(1, 2, 3); }\n",
  };
}
