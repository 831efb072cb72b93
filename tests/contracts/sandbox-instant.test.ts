import type { Browser } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { launchBrowser } from "../launch-browser.ts";
import { openRemoteSandbox } from "./remote-sandbox.ts";
import { sandboxContract } from "./sandbox.contract.ts";
import { serveSandboxPage, type SandboxPage } from "./serve-sandbox-page.ts";

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

sandboxContract("instant", (files) => openRemoteSandbox(browser, served.port, files));
