import { filled, isFilled } from "../filled";
import { countryName } from "../format";
import { resume } from "../resume";
import { words } from "../words";
import { Link } from "./Link";

/** Every way to reach the person. */
export function Contact() {
  const { email, phone, url, location, profiles } = resume.basics ?? {};
  return (
    <address className="contact" id="contact" aria-label={words.contact}>
      {email && (
        <p>
          <a href={`mailto:${email}`}>
            <Breaking address={email} />
          </a>
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
      {filled(profiles).map(({ network, username, url }, i) => (
        <p key={i}>
          {network && <span className="network">{network}</span>}
          <Link url={url} text={username || undefined} rel="me" />
        </p>
      ))}
      {isFilled(location) && <Place />}
    </address>
  );
}

/** An e-mail address, which a narrow column breaks behind its @ rather than anywhere. */
function Breaking({ address }: { address: string }) {
  const at = address.lastIndexOf("@") + 1;
  return (
    <>
      {address.slice(0, at)}
      <wbr />
      {address.slice(at)}
    </>
  );
}

/** The postal address in the order that the post reads it. */
function Place() {
  const { address, postalCode, city, region, countryCode } = resume.basics?.location ?? {};
  const lines = filled([address, filled([postalCode, city]).join(" "), region]);
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
