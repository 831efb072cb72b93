import type { Browser, Frame, Page } from "playwright-core";
import type { SandboxEvent } from "../../shared/ports/sandbox.ts";
import type { ProjectFiles } from "../../shared/project.ts";
import type { SandboxHost, SandboxPageOptions } from "./sandbox-page/main.tsx";
import type { SandboxUnderTest } from "./sandbox.contract.ts";

declare global {
  interface Window {
    host: SandboxHost;
  }
}

/** A sandbox in a real browser's page, driven from here. */
export interface RemoteSandbox extends SandboxUnderTest {
  readonly page: Page;
  /** The preview's frame. */
  frame(): Frame;
}

/** WebContainer's own frame stands in the page too. */
const isPreview = (frame: Frame, page: Page) =>
  frame !== page.mainFrame() && !frame.url().includes("/headless");

/** Opens the test page in a context of its own and a sandbox in it. */
export async function openRemoteSandbox(
  browser: Browser,
  port: number,
  files: ProjectFiles,
  options: SandboxPageOptions = {},
): Promise<RemoteSandbox> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`http://localhost:${port}/`);
  return prepareRemote(page, files, options);
}

/** Opens a sandbox in a test page that stands. */
export async function prepareRemote(
  page: Page,
  files: ProjectFiles,
  options: SandboxPageOptions,
): Promise<RemoteSandbox> {
  await page.evaluate(([project, settings]) => window.host.prepare(project!, settings!), [
    files,
    options,
  ] as [ProjectFiles, SandboxPageOptions]);
  return {
    page,
    frame: () => page.frames().find((frame) => isPreview(frame, page))!,
    start: () => page.evaluate(() => window.host.start()),
    build: () => page.evaluate(() => window.host.build()),
    snapshot: () => page.evaluate(() => window.host.snapshot()),
    files: {
      write: (changes) => page.evaluate((batch) => window.host.write(batch), changes),
      read: (path) => page.evaluate((asked) => window.host.read(asked), path),
      list: () => page.evaluate(() => window.host.list()),
    },
    events: () => page.evaluate(() => window.host.events as SandboxEvent[]),
    until: async (type, values = {}) => {
      await page.waitForFunction(
        ([kind, wanted]) =>
          window.host.events.some(
            (event) =>
              event.type === kind &&
              Object.entries(wanted!).every(
                ([key, value]) => (event as unknown as Record<string, unknown>)[key] === value,
              ),
          ),
        [type, values] as [string, Record<string, unknown>],
        { timeout: 20_000 },
      );
    },
    dispose: () => page.evaluate(() => window.host.close()),
  };
}
