// Last step of `npm run build`: writes the finished page into dist/index.html, so that it reads in
// full without JavaScript. `vite build --ssr` has put the render function into .prerender/.
import { readFile, rm, writeFile } from "node:fs/promises";

const { render } = await import("./.prerender/prerender.js");
const { app, head, lang, dir } = render();
const page = await readFile("dist/index.html", "utf8");

await writeFile(
  "dist/index.html",
  page
    .replace(/<html[^>]*>/, () => `<html lang="${lang}" dir="${dir}">`)
    .replace("<!--head-->", () => head)
    .replace("<!--app-->", () => app),
);
await rm(".prerender", { recursive: true });
