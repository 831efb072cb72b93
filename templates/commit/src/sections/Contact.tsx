import { filled } from "../filled";
import { ExternalLink } from "../parts/ExternalLink";
import { resume } from "../resume";
import { words } from "../words";

/** Where the log ends: the way to write to its author. */
export function Contact() {
  const [email] = filled([resume.basics?.email]);
  if (!email) return null;
  return (
    <footer className="trunk trunk-end section row">
      <h2 className="heading node in-wide">{words.contact}</h2>
      <p className="in-wide mt-4 font-head text-2xl">
        <ExternalLink url={`mailto:${email}`} text={email} />
      </p>
    </footer>
  );
}
