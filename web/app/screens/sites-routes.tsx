import { useParams } from "@tanstack/react-router";
import { InboxScreen } from "../../sites/InboxScreen.tsx";
import { sitesActs } from "../../sites/sites-acts.ts";
import { SitesScreen } from "../../sites/SitesScreen.tsx";
import { VisitorsScreen } from "../../sites/VisitorsScreen.tsx";
import { apiClient } from "../api-client.ts";

const acts = sitesActs(apiClient);

/** Everything that one has published. */
export const SitesRoute = () => <SitesScreen acts={acts} />;

/** What visitors wrote. */
export const InboxRoute = () => <InboxScreen acts={acts} />;

/** Who came to one site. */
export function VisitorsRoute() {
  const { id } = useParams({ from: "/sites/$id/visitors" });
  return <VisitorsScreen acts={acts} publicationId={id} />;
}
