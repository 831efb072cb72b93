import { heading } from "./heading";

/** The calling and the address, at the two ends of a line. */
export function HeroLines() {
  const { label, email } = heading;
  if (!label && !email) return null;
  // A narrow page breaks an address behind its @.
  const at = email ? email.lastIndexOf("@") + 1 : 0;
  return (
    <div className="hero-top">
      {label && <p className="label">{label}</p>}
      {email && (
        <p className="hero-mail">
          <a href={`mailto:${email}`}>
            {email.slice(0, at)}
            <wbr />
            {email.slice(at)}
          </a>
        </p>
      )}
    </div>
  );
}
