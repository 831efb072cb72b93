// `npm run test:templates`: every template with every shape of CV, at every width, in light and dark.
// A sample of it is in `npm test` (tests/templates/templates.browser.test.ts).
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser } from "../launch-browser.ts";
import { buildTemplate } from "../templates/build-template.ts";
import { templateIds } from "../templates/template-folders.ts";
import { contactSheet } from "./contact-sheet.ts";
import {
  colourFaults,
  layoutFaults,
  MODES,
  openAt,
  watchPage,
  WIDTHS,
  type Watched,
} from "./look-at-page.ts";
import { serveTemplate, type ServedTemplate } from "./serve-template.ts";
import { contentOf, SHAPES } from "./shapes.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

describe.each(templateIds)("the template %s", (id) => {
  const sheet = contactSheet(id);
  let served: ServedTemplate;
  let watched: Watched;
  beforeAll(async () => {
    served = await serveTemplate(await buildTemplate(id));
    watched = await watchPage(browser);
  });
  afterAll(async () => {
    const path = await sheet.write(browser);
    if (path) console.log(`Pictures of ${id}: ${path}`);
    await watched?.page.close();
    served?.stop();
  });

  test.each(SHAPES)("with $name", async (shape) => {
    const faults: string[] = [];
    for (const width of WIDTHS) {
      const note = (mode: string, found: readonly string[]) =>
        faults.push(...found.map((fault) => `${width} ${mode}: ${fault}`));
      served.show(contentOf(shape, id));
      note("", await openAt(watched, served, width));
      note("", await layoutFaults(watched));
      for (const mode of MODES) {
        await watched.page.emulateMedia({ colorScheme: mode });
        await sheet.add(watched.page, { shape: shape.name, width, mode });
        note(
          mode,
          await colourFaults(watched, mode, mode === "light" ? "all rules" : "colours only"),
        );
      }
    }
    expect(faults).toEqual([]);
  });
});
