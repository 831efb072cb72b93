import { basics } from "../content";
import { isFilled } from "../filled";
import { countryName } from "../format";
import { Link } from "../parts/Link";
import { words } from "../words";
import { profiles, type Profile } from "./profiles";

/** Every way to reach the person, and the records that others keep of the work. */
export function Ways() {
  const { email, phone, url, location } = basics;
  if (!isFilled([email, phone, url, location, profiles])) return null;
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
      {profiles.map((profile, i) => (
        <p key={i}>
          <Record {...profile} />
        </p>
      ))}
      {location && <Place />}
    </address>
  );
}

/** ORCID asks to be shown by its mark and the whole iD (https://info.orcid.org/brand-guidelines/). */
function Record({ network, username, url, orcid }: Profile) {
  if (orcid) {
    return (
      <a
        href={url?.includes(orcid) ? url : `https://orcid.org/${orcid}`}
        rel="me"
        className="orcid"
      >
        <svg viewBox="0 0 24 24" width="16" height="16" aria-hidden="true">
          <circle cx="12" cy="12" r="12" />
          <path d="M7 9.4v8M12 9.4v8h2.2a4 4 0 0 0 0-8zM7 6.2v.1" />
        </svg>
        <span className="network">{network ?? "ORCID"}</span> <bdi dir="ltr">{orcid}</bdi>
        {username && username !== orcid && <span> {username}</span>}
      </a>
    );
  }
  return (
    <>
      {network && <span className="network">{network} </span>}
      <Link url={url} text={username} rel="me" />
    </>
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
