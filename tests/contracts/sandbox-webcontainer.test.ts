import type { Browser } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { launchBrowser } from "../launch-browser.ts";
import { live } from "./live.ts";
import { tooling } from "./node-project.ts";
import { openRemoteSandbox } from "./remote-sandbox.ts";
import { sandboxContract } from "./sandbox.contract.ts";
import { serveHeadless, type ServedHeadless } from "./serve-headless.ts";
import { serveSandboxPage, type SandboxPage } from "./serve-sandbox-page.ts";

let served: SandboxPage;
let headless: ServedHeadless;
let browser: Browser;

beforeAll(async () => {
  served = await serveSandboxPage({ isIsolated: true });
  headless = await serveHeadless([`http://localhost:${served.port}`]);
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await headless?.close();
  await served?.close();
});

// The unmodified SDK over the stand-in frame: real npm, real Vite, real processes.
sandboxContract("webcontainer-standin", (files) =>
  openRemoteSandbox(
    browser,
    served.port,
    { ...tooling(), ...files },
    { kind: "webcontainer", frameOrigin: headless.origin },
  ),
);

live(
  "the true WebContainer, from StackBlitz’s servers",
  process.env.WEBCONTAINER_LIVE === "1"
    ? null
    : "It needs StackBlitz’s servers: set WEBCONTAINER_LIVE=1 where they can be reached.",
  () =>
    sandboxContract("webcontainer", (files) =>
      openRemoteSandbox(
        browser,
        served.port,
        { ...tooling(), ...files },
        { kind: "webcontainer", frameOrigin: "https://stackblitz.com" },
      ),
    ),
);
