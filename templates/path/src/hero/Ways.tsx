import { basics } from "../content";
import { isFilled } from "../filled";
import { countryName } from "../format";
import { Link } from "../parts/Link";
import { words } from "../words";

/** Every way to reach the person. */
export function Ways() {
  const { email, phone, url, profiles = [], location } = basics;
  if (!isFilled([email, phone, url, profiles, location])) return null;
  return (
    <address className="ways" id="contact" aria-label={words.contact}>
      {email && (
        <p>
          <a href={`mailto:${email}`}>{email}</a>
        </p>
      )}
      {phone && (
        <p>
          <a href={`tel:${phone.replace(/[^\d+]/g, "")}`} dir="ltr">
            {phone}
          </a>
        </p>
      )}
      {url && (
        <p>
          <Link url={url} rel="me" />
        </p>
      )}
      {profiles.map(({ network, username, url }, i) => (
        <p key={i}>
          {network && <span className="network">{network} </span>}
          <Link url={url} text={username} rel="me" />
        </p>
      ))}
      {location && <Place />}
    </address>
  );
}

/** The postal address in the order that the post reads it. */
function Place() {
  const { address, postalCode, city, region, countryCode } = basics.location ?? {};
  const town = [postalCode, city].filter(Boolean).join(" ");
  const lines = [address, town, region].filter(Boolean);
  return (
    <p className="place">
      {lines.map((line, i) => (
        <span key={i}>
          <bdi>{line}</bdi>
        </span>
      ))}
      {countryCode && (
        // Browsers and Node may name a country differently: what was rendered stays.
        <data value={countryCode} suppressHydrationWarning>
          {countryName(countryCode)}
        </data>
      )}
    </p>
  );
}
