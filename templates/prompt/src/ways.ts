import { filled, textOf } from "./filled";
import { displayUrl, href } from "./format";
import { resume } from "./resume";

/** One way to reach the person: `open` goes there by its name. */
export interface Way {
  /** What it is called on the page and by `open`: "email", "GitHub". */
  name: string;
  text: string;
  to?: string | undefined;
  /** The two letters of a country: named where it is shown, for names of countries are slow to come by. */
  country?: string;
}

/** Every way to reach the person, the shortest first. */
export const ways: readonly Way[] = listWays();

function listWays(): Way[] {
  const { url, profiles, location = {} } = resume.basics ?? {};
  const [email, phone, site] = [resume.basics?.email, resume.basics?.phone, url].map(textOf);
  const { address, postalCode, city, region, countryCode } = location ?? {};
  const town = filled([postalCode, city]).join(" ");
  const country = textOf(countryCode);
  const place = filled([address, town, region]).join(", ");
  return [
    ...(email ? [{ name: "email", text: email, to: `mailto:${email}` }] : []),
    ...(phone ? [{ name: "phone", text: phone, to: `tel:${phone.replace(/[^\d+]/g, "")}` }] : []),
    ...(site ? [{ name: "site", text: displayUrl(site), to: href(site) }] : []),
    ...filled(profiles).map((profile) => {
      const to = textOf(profile.url);
      return {
        name: textOf(profile.network) || "profile",
        text: textOf(profile.username) || displayUrl(to),
        to: to ? href(to) : undefined,
      };
    }),
    ...(place || country ? [{ name: "place", text: place, country }] : []),
  ];
}
