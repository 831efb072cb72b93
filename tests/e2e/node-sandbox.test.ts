/** Node in the browser, over the local runner that stands in for StackBlitz's servers: real npm, real Vite. */
import type { Page } from "playwright-core";
import { afterAll, describe, expect, test } from "vitest";
import {
  startAnthropic,
  type AnthropicAnswer,
  type AnthropicStandIn,
} from "../stand-ins/anthropic.ts";
import {
  command,
  dropCv,
  editor,
  expectInPreview,
  newFile,
  openFile,
  say,
  showPanel,
  visit,
  writeCode,
} from "./app.ts";
import {
  chip,
  counter,
  COUNTER_OF_MS,
  installInTerminal,
  NAME,
  openTerminal,
  PAGE,
  runnerPid,
  shownHost,
  site,
  SLOW,
  withProduct,
} from "./node-steps.ts";

/** What the model answers, one for each call. */
let script: AnthropicAnswer[] = [];
let anthropic: AnthropicStandIn;
const served = withProduct(async () => {
  anthropic = await startAnthropic(() => script.shift() ?? { blocks: [{ text: "Done." }] });
  return { ANTHROPIC_API_KEY: "stand-in-key", ANTHROPIC_BASE_URL: anthropic.url };
});
afterAll(() => anthropic?.stop());

async function startNode(page: Page): Promise<void> {
  await openTerminal(page);
  await page.getByRole("button", { name: "Start Node" }).click();
}
const untilNode = (page: Page) => chip(page, "Node · on this machine").waitFor({ timeout: SLOW });

const calls = (...tools: (readonly [name: string, input: object])[]): AnthropicAnswer => ({
  blocks: tools.map(([tool, input]) => ({ tool, json: JSON.stringify(input) })),
});

describe("the same CV with Node", () => {
  test("the instant preview stays until Node's has painted; a package installed in the terminal is used", async () => {
    const { page, errors, close } = await visit(served.browser, served.product.url);
    await dropCv(page, "cv.txt", NAME);
    const instantText = await site(page).locator("body").innerText();
    const instantHost = await shownHost(page);

    await startNode(page);
    await page.getByText("Node is starting").first().waitFor();
    expect(await shownHost(page)).toBe(instantHost);
    expect(await site(page).locator("h1").first().innerText()).not.toBe("");
    await untilNode(page);
    expect(await shownHost(page)).toMatch(/^wc-[0-9a-f]{16}-\d+\.localhost:/);
    expect(await site(page).locator("body").innerText()).toBe(instantText);
    await page.getByText("Runs on this machine, not isolated.").waitFor();

    await installInTerminal(page);
    await newFile(page, "src/Counter.tsx", COUNTER_OF_MS);
    await openFile(page, "src/Page.tsx");
    await writeCode(page, "src/Page.tsx", PAGE);
    await site(page)
      .getByText(/^Waited 1m/)
      .waitFor({ timeout: SLOW });
    // Vite bundles anew for another package and then loads the page again. Until then it answers 504 to modules
    // of the old bundle, and one of the new may meet the old React, whose hooks aren't its own.
    const isOfBundling = (error: string) =>
      /504 .*\/\/wc-[^/]+\.localhost/.test(error) ||
      /^Invalid hook call[^]*\/\/wc-[^/]+\.localhost/.test(error) ||
      /^TypeError: Cannot read properties of null \(reading 'use\p{L}+'\)$/u.test(error);
    expect(errors.filter((error) => !isOfBundling(error))).toEqual([]);
    await close();
  }, 240_000);

  test("a package written into package.json brings Node by itself, and its reason is said", async () => {
    const { page, close } = await visit(served.browser, served.product.url);
    await dropCv(page, "cv.txt", NAME);
    await openFile(page, "package.json");
    const text = await editor(page, "package.json").innerText();
    await writeCode(page, "package.json", text.replace('"react":', '"ms": "2.1.3",\n    "react":'));
    await page.getByText("Node is starting").first().waitFor({ timeout: 30_000 });
    await untilNode(page);
    await chip(page, "Node · on this machine").click();
    await page.getByText("The project uses the package ms.").waitFor();
    await close();
  });

  test("the agent asks before it installs; the page uses it; what isn’t mended takes its packages back", async () => {
    const { page, close } = await visit(served.browser, served.product.url);
    await dropCv(page, "cv.txt", NAME);
    await showPanel(page, "Chat");
    const answer = page.locator('.chat-message[data-from="site"]').last();
    const allow = (what: string) =>
      answer
        .getByRole("region", { name: "Permission" })
        .filter({ hasText: what })
        .getByRole("button", { name: "Allow once" })
        .click({ timeout: SLOW });
    const ended = (text: string | RegExp) =>
      answer.getByText(text).first().waitFor({ timeout: SLOW });
    const button = site(page).locator("#counter");

    // Without Node: the package brings it, and nothing is judged before it has come.
    const year = counter("Year", 'dayjs("2007-04-01").year()', 'import dayjs from "dayjs";\n');
    script = [
      calls(
        [
          "edit_file",
          { path: "package.json", old: '"react":', new: '"dayjs": "1.11.13",\n    "react":' },
        ],
        ["write_file", { path: "src/Counter.tsx", content: year }],
        [
          "edit_file",
          {
            path: "src/Page.tsx",
            old: "return <App />",
            new: 'return [<Counter key="1" />, <App key="2" />]',
          },
        ],
        [
          "edit_file",
          {
            path: "src/Page.tsx",
            old: "import { App }",
            new: 'import { Counter } from "./Counter";\nimport { App }',
          },
        ],
      ),
    ];
    await say(page, "Show the year of my start with dayjs, above everything else");
    await answer.getByRole("button", { name: "Ask the model" }).click();
    await allow("dayjs 1.11.13");
    await ended("The page renders.");
    await untilNode(page);
    expect(await button.innerText()).toBe("Year 2007");

    const broken = { path: "src/Counter.tsx", old: "useState(0)", new: "useState(0" };
    const install = ["run_command", { command: "npm install slugify@1.6.6" }] as const;
    script = [
      calls(install, ["edit_file", broken]),
      calls(["read_file", { path: "src/Counter.tsx" }]),
    ];
    await say(page, "Add slugify in a way that breaks the site");
    await allow("npm install --ignore-scripts slugify@1.6.6");
    await ended("couldn’t be mended");
    await openFile(page, "package.json");
    expect(await editor(page, "package.json").innerText()).not.toContain('"slugify"');
    expect(await editor(page, "package.json").innerText()).toContain('"dayjs"');
    expect(await button.innerText()).toBe("Year 2007");

    // Tests that it writes are run by vitest itself: what fails goes back to it, and it says what came of it.
    const tests = (year: number) =>
      calls([
        "write_file",
        {
          path: "tests/Counter.test.tsx",
          content: `import { renderToString } from "react-dom/server";\nimport { expect, test } from "vitest";\nimport { Counter } from "../src/Counter";\n\ntest("says the year", () => {\n  expect(renderToString(<Counter />)).toContain("${year}");\n});\n`,
        },
      ]);
    const vitest = ["run_command", { command: "npm install --save-dev vitest@5.1.1" }] as const;
    script = [calls(vitest), tests(1999), { blocks: [{ text: "Written." }] }, tests(2007)];
    await openFile(page, "src/Counter.tsx");
    await command(page, "Write tests for src/Counter.tsx");
    await allow("npm install --ignore-scripts --save-dev vitest@5.1.1");
    await ended("1 test passes.");
    await answer
      .getByText(/Repair 1 of 4/)
      .first()
      .waitFor();
    await openFile(page, "package.json");
    await expect
      .poll(() => editor(page, "package.json").innerText(), { timeout: SLOW })
      .toContain('"vitest"');
    await close();
  }, 400_000);

  test.skipIf(process.platform !== "linux")(
    "the runner killed in the middle of an install: the instant preview stays, nothing is lost, one line says why",
    async () => {
      const { page, close } = await visit(served.browser, served.product.url);
      await dropCv(page, "cv.txt", NAME);
      await newFile(page, "src/kept.ts", "export const kept = true;\n");
      await startNode(page);
      await page
        .getByText(/^Installing packages/)
        .first()
        .waitFor({ timeout: SLOW });
      process.kill(await runnerPid(served.product), "SIGKILL");
      await chip(page, "Instant · in this browser").waitFor();
      await chip(page, "Instant · in this browser").click();
      await page.getByRole("dialog").getByText("Node on this machine was lost.").waitFor();
      await page.keyboard.press("Escape");
      await expectInPreview(page, NAME);
      await page.reload();
      await expectInPreview(page, NAME);
      await showPanel(page, "Files");
      await page.getByText("kept.ts").first().waitFor();
      await close();
    },
  );
});
