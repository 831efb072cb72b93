/** A draft shown by a link, from the publish sheet. */
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { inSheet, sheet } from "./publish-sheet.ts";

const link = (page: Page) => sheet(page).getByRole("link", { name: /^http:\/\/draft-/ });

/** Makes the link, and updates it once: it stays what it was. @returns its address */
export async function shareDraft(page: Page): Promise<string> {
  await inSheet(page, "Make a link").click();
  const message = sheet(page).getByRole("alert");
  await link(page).or(message).first().waitFor({ timeout: 90_000 });
  expect(await message.allInnerTexts()).toEqual([]);
  const url = (await link(page).getAttribute("href"))!;
  await sheet(page)
    .getByText(/Works until/)
    .waitFor();
  const answer = page.waitForResponse(
    (one) => one.request().method() === "PUT" && one.url().includes("/api/draft-links/"),
    { timeout: 90_000 },
  );
  await inSheet(page, "Update the draft").click();
  expect((await answer).status()).toBe(200);
  await inSheet(page, "Copy link").waitFor();
  expect(await link(page).getAttribute("href")).toBe(url);
  return url;
}

/** Finds the link again beside publishing, and ends it. */
export async function revokeDraft(page: Page, url: string): Promise<void> {
  await sheet(page).getByText("Share a draft by a link").click();
  await link(page).waitFor();
  expect(await link(page).getAttribute("href")).toBe(url);
  await inSheet(page, "Revoke the link").click();
  await sheet(page).getByText("The link is revoked.").waitFor();
}
