import { housePage } from "./house-page.ts";

const HOME = "<p>Made with CV2WEB.</p>";

/** Pages of a published site’s host where the site itself isn’t shown. They run no script. */
export const SITE_PAGES = {
  missing: () =>
    housePage(
      "There is no such page.",
      `<p>Check the address, or <a href="/">begin at the front page</a>.</p>${HOME}`,
    ),
  unpublished: () =>
    housePage("This site was taken down.", `<p>Its owner may bring it back.</p>${HOME}`),
  "taken-down": () =>
    housePage("This site isn’t shown any more.", `<p>It was taken down.</p>${HOME}`),
  expired: () =>
    housePage(
      "This site’s time is over.",
      `<p>Its owner can publish it again in CV2WEB.</p>${HOME}`,
    ),
  "draft-expired": () =>
    housePage(
      "This link’s time is over.",
      `<p>It showed a draft for a while. Ask whoever sent it to you: they can renew it.</p>${HOME}`,
    ),
  "draft-revoked": () =>
    housePage(
      "This link doesn’t work any more.",
      `<p>It showed a draft; its owner ended it.</p>${HOME}`,
    ),
  away: () => housePage("The site can’t be shown just now.", "<p>Try again in a moment.</p>"),
  password: (note = "") =>
    housePage(
      "This site has a password.",
      `${note && `<p role="alert">${note}</p>`}<form method="post"><label>Password<input type="password" name="password" required autofocus autocomplete="off"></label><button>Open</button></form>`,
    ),
} as const;
