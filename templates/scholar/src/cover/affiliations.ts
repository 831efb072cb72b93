import { content } from "../content";
import { sections } from "../theme";

export interface Affiliation {
  name: string;
  location: string | undefined;
}

/** Where the person is now: the posts that have begun and have no end, each place once. */
export const affiliations: readonly Affiliation[] = (
  sections.some(({ id }) => id === "work") ? (content.work ?? []) : []
)
  .filter(({ startDate, endDate, name }) => startDate && !endDate && name)
  .map(({ name, location }) => ({ name: name!, location }))
  .filter(({ name }, at, all) => all.findIndex((one) => one.name === name) === at);
