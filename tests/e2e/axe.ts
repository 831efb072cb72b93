import { readFile } from "node:fs/promises";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";
import { fromRoot } from "../../scripts/paths.ts";

const axe = readFile(fromRoot("node_modules/axe-core/axe.min.js"), "utf8");

/** What axe finds on the page once nothing moves on it, in words; frames of other origins are checked apart. */
export async function findings(page: Page): Promise<string[]> {
  await page.evaluate(await axe);
  await page.evaluate(async () => {
    // Another colour scheme comes with the next frame, and its transitions begin then.
    await new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)));
    // What follows the scrolling never ends by itself: templates fade parts in as they come into view.
    const moving = document
      .getAnimations()
      .filter(({ timeline }) => timeline === document.timeline)
      .filter((one) => one.effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(moving.map((one) => one.finished));
  });
  const { violations } = await page.evaluate<AxeResults>(
    `axe.run(document, { iframes: false, resultTypes: ["violations"] })`,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary ?? ""}`),
  );
}
