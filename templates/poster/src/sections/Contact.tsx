import { filled, isFilled, textOf } from "../filled";
import { FitText } from "../fit/FitText";
import { countryName, href } from "../format";
import { resume } from "../resume";
import { words } from "../words";
import { Out } from "./Out";

const basics = resume.basics ?? {};

const WIDE = { height: 95, tallest: 130, gap: 24, longest: 24 };
const NARROW = { height: 260, tallest: 300, gap: 36, longest: 9 };

/** The foot of the poster: every way to reach the person, the e-mail as wide as the page. */
export function Contact() {
  const { url, location, profiles } = basics;
  const { address, postalCode, city, region, countryCode } = location ?? {};
  const [email, phone] = [textOf(basics.email), textOf(basics.phone)];
  const town = filled([postalCode, city]).join(" ");
  const place = filled([
    address,
    town,
    region,
    textOf(countryCode) && countryName(textOf(countryCode)),
  ]);
  if (!isFilled([email, phone, url, location, profiles])) return null;
  return (
    <footer className="contact" aria-labelledby="contact-title">
      <h2 id="contact-title">{words.contact}</h2>
      {email && (
        <p className="mail">
          <a href={`mailto:${email}`}>
            <FitText text={email} wide={WIDE} narrow={NARROW} />
          </a>
        </p>
      )}
      <ul className="ways">
        {isFilled([phone, url]) && (
          <li>
            {phone && (
              <p>
                <a href={`tel:${phone.replace(/[^\d+]/g, "")}`} dir="ltr">
                  {phone}
                </a>
              </p>
            )}
            <Out url={url} />
          </li>
        )}
        {place.length > 0 && (
          <li>
            <address>
              {place.map((line, i) => (
                <span key={i}>{line}</span>
              ))}
            </address>
          </li>
        )}
        {filled(profiles).map((profile, i) => (
          <li key={i}>
            <Profile {...profile} />
          </li>
        ))}
      </ul>
    </footer>
  );
}

interface ProfileProps {
  network?: string;
  username?: string;
  url?: string;
}

/** The link says the name on that network; the address itself where there is no name. */
function Profile({ network, username, url }: ProfileProps) {
  const to = textOf(url) ? href(textOf(url)) : undefined;
  return (
    <>
      {network && <p className="network">{network}</p>}
      {username && <p>{to ? <a href={to}>{username}</a> : username}</p>}
      {!username && <Out url={url} />}
    </>
  );
}
