import type { Page } from "playwright-core";

export const sheet = (page: Page) => page.getByRole("dialog", { name: "Publish" });
export const inSheet = (page: Page, name: string) => sheet(page).getByRole("button", { name });

/** From the sheet to an account and back into the sheet. */
export async function makeAccount(page: Page, name: string): Promise<void> {
  await inSheet(page, "Sign in or make an account").click();
  await page.getByRole("button", { name: "Make an account" }).click();
  await page.getByLabel("Name").fill(name);
  await page.getByLabel("E-mail").fill(`${crypto.randomUUID()}@example.org`);
  await page.getByLabel("Password").fill("correct horse battery");
  await page.getByRole("button", { name: "Make the account" }).click();
  await page.waitForURL(/\/studio\//);
  await sheet(page).getByLabel("Address", { exact: true }).waitFor();
}
