import { filled, isFilled, textOf } from "../filled";
import { countryName } from "../format";
import { Out } from "../parts/Out";
import { resume } from "../resume";
import { words } from "../words";

const { email, phone, url, location, profiles } = resume.basics ?? {};

export const hasContact = isFilled([email, phone, url, location, profiles]);

/** The foot of the page: every way to reach the person, the first of them large. */
export function Contact() {
  if (!hasContact) return null;
  return (
    <footer className="contact" id="contact" aria-labelledby="contact-title">
      <h2 id="contact-title">{words.contact}</h2>
      {textOf(email) && (
        <p className="mail">
          <a href={`mailto:${textOf(email)}`}>{textOf(email)}</a>
        </p>
      )}
      <ul className="reach">
        {isFilled([phone, url]) && (
          <li>
            <Phone />
            <Out url={url} rel="me" />
          </li>
        )}
        {filled(profiles).map((profile, i) => (
          <li key={i}>
            {isFilled(profile.network) && <p className="network">{profile.network}</p>}
            <Out url={profile.url} text={profile.username} rel="me" />
          </li>
        ))}
        {isFilled(location) && (
          <li>
            <Place />
          </li>
        )}
      </ul>
    </footer>
  );
}

function Phone() {
  const number = textOf(phone);
  if (!number) return null;
  return (
    <p className="out">
      <a href={`tel:${number.replace(/[^\d+]/g, "")}`} dir="ltr">
        {number}
      </a>
    </p>
  );
}

/** The postal address in the order that the post reads it. */
function Place() {
  const { address, postalCode, city, region, countryCode } = location ?? {};
  const code = textOf(countryCode);
  const lines = filled([address, filled([postalCode, city]).join(" "), region]);
  return (
    <address>
      {lines.map((line, i) => (
        <span key={i}>{line}</span>
      ))}
      {code && (
        // Browsers and Node may name a country differently: what was rendered stays.
        <data value={code} suppressHydrationWarning>
          {countryName(code)}
        </data>
      )}
    </address>
  );
}
