import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { FileChange } from "../../shared/project.ts";
import { launchBrowser } from "../launch-browser.ts";
import { openRemoteSandbox, type RemoteSandbox } from "./remote-sandbox.ts";
import { serveSandboxPage, type SandboxPage } from "./serve-sandbox-page.ts";
import { smallProject } from "./small-project.ts";

let served: SandboxPage;
let browser: Browser;
beforeAll(async () => {
  served = await serveSandboxPage();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await served?.close();
});

const files = smallProject();
const APP = String(files["src/App.tsx"]);
const COUNTER = String(files["src/Counter.tsx"]);
const button = (sandbox: RemoteSandbox) => sandbox.frame().locator("#root button");
const overlay = (sandbox: RemoteSandbox) => sandbox.frame().locator("cv2web-problems .sheet");

/** A running preview whose counter has been pressed twice: what must survive. */
async function openPressed(): Promise<RemoteSandbox> {
  const sandbox = await openRemoteSandbox(browser, served.port, files);
  await sandbox.start();
  await sandbox.until("preview-painted", { revision: 1 });
  await button(sandbox).click({ clickCount: 2 });
  expect(await button(sandbox).textContent()).toBe("Pressed 2 times");
  return sandbox;
}
const change = (sandbox: RemoteSandbox, ...changes: FileChange[]) => sandbox.files.write(changes);
const lastUpdate = async (sandbox: RemoteSandbox) =>
  (await sandbox.events()).findLast((event) => event.type === "build-end");

describe("Fast Refresh (R3.4)", () => {
  test("an edit of a component, its child, its CSS and the résumé shows and keeps state", async () => {
    const sandbox = await openPressed();
    await change(sandbox, { path: "src/App.tsx", content: APP.replace("First", "Second") });
    expect(await sandbox.frame().locator("#note").textContent()).toBe("Second words");
    await change(sandbox, { path: "src/Counter.tsx", content: COUNTER.replace("Pressed", "Hit") });
    expect(await button(sandbox).textContent()).toBe("Hit 2 times");
    await change(sandbox, { path: "src/app.css", content: "h1 { color: rgb(9, 9, 9); }" });
    const colour = sandbox.frame().locator("h1");
    expect(await colour.evaluate((h1) => getComputedStyle(h1).color)).toBe("rgb(9, 9, 9)");
    const grace = JSON.stringify({ basics: { name: "Grace Hopper" } });
    await change(sandbox, { path: "src/data/resume.json", content: grace });
    expect(await sandbox.frame().locator("h1").textContent()).toBe("Grace Hopper");
    expect(await lastUpdate(sandbox)).toMatchObject({ update: "hot" });
    expect(await button(sandbox).textContent()).toBe("Hit 2 times");
  });

  test("a change that reaches the entry loads the page afresh", async () => {
    const sandbox = await openPressed();
    const main = String(files["src/main.tsx"]);
    await change(sandbox, { path: "src/main.tsx", content: `${main}\ndocument.body.id = "new";` });
    expect(await lastUpdate(sandbox)).toMatchObject({ update: "reload" });
    await sandbox.frame().waitForSelector("body#new button");
    expect(await button(sandbox).textContent()).toBe("Pressed 0 times");
  });

  test("a syntax error leaves the page and its state, and goes away when mended", async () => {
    const sandbox = await openPressed();
    const broken = COUNTER.replace("return <button", "return <button <");
    await change(sandbox, { path: "src/Counter.tsx", content: broken });
    const text = await overlay(sandbox).textContent();
    expect(text).toContain("src/Counter.tsx:5:");
    expect(text).toContain("return <button <");
    expect(await button(sandbox).textContent()).toBe("Pressed 2 times");
    await change(sandbox, { path: "src/Counter.tsx", content: COUNTER });
    expect(await overlay(sandbox).count()).toBe(0);
    expect(await button(sandbox).textContent()).toBe("Pressed 2 times");
  });

  test("an error while rendering is told at its source line, and the page comes back", async () => {
    const sandbox = await openPressed();
    const content = COUNTER.replace(
      "return <",
      'if (count > 0) throw new Error("Boom");\n  return <',
    );
    await change(sandbox, { path: "src/Counter.tsx", content });
    await overlay(sandbox).waitFor();
    const problems = (await sandbox.events()).findLast((event) => event.type === "problems");
    expect(problems?.type === "problems" && problems.problems[0]).toMatchObject({
      kind: "runtime",
      message: "Boom",
      path: "src/Counter.tsx",
      line: 5,
      excerpt: { start: 2 },
    });
    await change(sandbox, { path: "src/Counter.tsx", content: COUNTER });
    await button(sandbox).waitFor();
    expect(await overlay(sandbox).count()).toBe(0);
  });

  test("Escape hides the overlay", async () => {
    const sandbox = await openPressed();
    await change(sandbox, { path: "src/App.tsx", content: 'import "./gone";\n' + APP });
    expect(await overlay(sandbox).textContent()).toContain("./gone");
    await button(sandbox).press("Escape");
    expect(await overlay(sandbox).count()).toBe(0);
  });

  test("a project that is broken from the start comes up when it is mended", async () => {
    const sandbox = await openRemoteSandbox(browser, served.port, {
      ...files,
      "src/App.tsx": "export function App( {",
    });
    await sandbox.start();
    await overlay(sandbox).waitFor();
    await change(sandbox, { path: "src/App.tsx", content: APP });
    await button(sandbox).waitFor();
    expect(await overlay(sandbox).count()).toBe(0);
  });
});

describe("what a project may import", () => {
  test("pictures, public files, text, CSS modules, packages of the set", async () => {
    const sandbox = await openPressed();
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="33" height="33"/>';
    const imports = [
      'import styles from "./title.module.css";',
      'import picture from "./picture.svg";',
      'import text from "./picture.svg?raw";',
      'import clsx from "clsx";',
      'import { Mail } from "lucide-react";',
      'import { motion } from "motion/react";',
    ].join("\n");
    const elements = [
      '<img id="own" src={picture} />',
      '<img id="public" src="/me.svg" />',
      "<Mail />",
      '<motion.i id="moved" initial={{ opacity: 1 }}>{text.length}</motion.i>',
    ].join("");
    const heading = '<h1 className={clsx(styles.title, "a")}>';
    await change(
      sandbox,
      { path: "src/picture.svg", content: svg },
      { path: "public/me.svg", content: svg },
      { path: "src/title.module.css", content: ".title { letter-spacing: 7px; }" },
      {
        path: "src/App.tsx",
        content: `${imports}\n${APP.replace("<h1>", heading).replace("</main>", `${elements}</main>`)}`,
      },
    );
    const frame = sandbox.frame();
    for (const id of ["own", "public"]) {
      await frame.waitForFunction(
        (name) => (document.getElementById(name) as HTMLImageElement | null)?.naturalWidth === 33,
        id,
      );
    }
    expect(await frame.locator("#moved").textContent()).toBe(String(svg.length));
    expect(await frame.locator("svg.lucide-mail").count()).toBe(1);
    const spacing = frame.locator("h1");
    expect(await spacing.evaluate((h1) => getComputedStyle(h1).letterSpacing)).toBe("7px");
    expect(await button(sandbox).textContent()).toBe("Pressed 2 times");
  });

  test("Tailwind 4, with classes that come later", async () => {
    const sandbox = await openPressed();
    const withClass = (name: string) => APP.replace("<h1>", `<h1 className="${name}">`);
    const size = () =>
      sandbox
        .frame()
        .locator("h1")
        .evaluate((h1) => getComputedStyle(h1).fontSize);
    await change(
      sandbox,
      { path: "src/app.css", content: '@import "tailwindcss";' },
      { path: "src/App.tsx", content: withClass("text-[37px]") },
    );
    expect(await size()).toBe("37px");
    await change(sandbox, { path: "src/App.tsx", content: withClass("text-[38px]") });
    expect(await size()).toBe("38px");
    expect(await button(sandbox).textContent()).toBe("Pressed 2 times");
  });

  test("a package outside the set is a clear problem", async () => {
    const sandbox = await openPressed();
    await change(sandbox, { path: "src/App.tsx", content: `import three from "three";\n${APP}` });
    const problems = (await sandbox.events()).findLast((event) => event.type === "problems");
    const [problem] = problems?.type === "problems" ? problems.problems : [];
    expect(problem).toMatchObject({ kind: "missing-package", path: "src/App.tsx", line: 1 });
    expect(problem!.hint).toContain("Node");
    expect(problem!.hint).toContain("lucide-react");
  });

  test("the console arrives with its place", async () => {
    const sandbox = await openPressed();
    const content = COUNTER.replace(
      "  return",
      '  console.warn("count is %d", count, { a: [1] });\n  return',
    );
    await change(sandbox, { path: "src/Counter.tsx", content });
    await sandbox.until("console");
    const entry = (await sandbox.events()).find((event) => event.type === "console");
    expect(entry?.type === "console" && entry.entry).toMatchObject({
      level: "warn",
      text: "count is 2 { a: [1] }",
      path: "src/Counter.tsx",
      line: 5,
    });
  });
});
