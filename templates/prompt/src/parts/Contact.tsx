import { filled } from "../filled";
import { countryName } from "../format";
import { ways } from "../ways";
import { words } from "../words";
import { Session } from "./Session";

/** What `contact` prints, as the last command of the session. */
export function Contact() {
  if (ways.length === 0) return null;
  return (
    <Session id="contact" title={words.contact}>
      <Ways />
    </Session>
  );
}

/** Every way to reach the person, names before addresses. */
export function Ways() {
  return (
    <address>
      <ul className="ways">
        {ways.map(({ name, text, to, country }, i) => (
          <li key={i}>
            <span className="key">{name}</span>{" "}
            {to ? (
              <a href={to} rel="me">
                <bdi>{text}</bdi>
              </a>
            ) : (
              // Browsers and Node may name a country differently: what was rendered stays.
              <span suppressHydrationWarning>
                {filled([text, country && countryName(country)]).join(", ")}
              </span>
            )}
          </li>
        ))}
      </ul>
    </address>
  );
}
