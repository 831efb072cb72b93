import { heading } from "./heading";

/** The calling and the address, at the two ends of a line. */
export function HeroLines() {
  const { label, email } = heading;
  if (!label && !email) return null;
  return (
    <div className="hero-top">
      {label && <p className="label">{label}</p>}
      {email && (
        <p className="hero-mail">
          <a href={`mailto:${email}`}>{email}</a>
        </p>
      )}
    </div>
  );
}
