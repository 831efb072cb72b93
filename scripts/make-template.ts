// `npm run make:template NAME`: begins a new template in templates/name (see templates/README.md).
import { relative } from "node:path";
import { fromRoot, ROOT } from "./paths.ts";
import { makeTemplate } from "./template/make-template.ts";

const [name = ""] = process.argv.slice(2);
const made = await makeTemplate({ name, into: fromRoot("templates") });
if ("problem" in made) {
  console.error(made.problem);
  process.exit(1);
}
const folder = relative(ROOT, made.folder);
console.log(`${folder} is there. Look at it:

  npx vite ${folder}
  npx vitest run --project browser tests/templates -t "template ${name.toLowerCase()}"
  npm run test:templates -- -t "template ${name.toLowerCase()}"

What makes a template worth choosing: templates/README.md`);
