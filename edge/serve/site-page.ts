import { previewPage } from "./preview-page.ts";

/** Pages of a published site’s host where the site itself isn’t shown. They run no script. */
export const SITE_PAGES = {
  missing: () => previewPage("There is no such page.", "Check the address."),
  unpublished: () => previewPage("This site was taken down.", "Its owner may bring it back."),
  expired: () =>
    previewPage("This site’s time is over.", "Its owner can publish it again in CV2WEB."),
  away: () => previewPage("The site can’t be shown just now.", "Try again in a moment."),
  password: (note = "") => previewPage("password", note, "This site has a password."),
} as const;
