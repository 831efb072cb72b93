export type SitesPage = "sites" | "inbox" | "visitors";

/** Where signing in comes back to. */
export const SIGN_IN_PATHS: Readonly<Record<SitesPage, string>> = {
  sites: "/sites",
  inbox: "/inbox",
  visitors: "/sites",
};
