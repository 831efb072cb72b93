import { FitText } from "../fit/FitText";
import { filled, textOf } from "../filled";
import { title } from "../head";
import { resume } from "../resume";

const basics = resume.basics ?? {};

const WIDE = { height: 400, tallest: 560, gap: 22, longest: 22 };
const NARROW = { height: 900, tallest: 1150, gap: 44, longest: 8 };

/** The poster itself: the name as large as it goes, or what stands in for a name. */
export function Hero() {
  const email = textOf(basics.email);
  const [name = title, label] = filled([textOf(basics.name), textOf(basics.label)]);
  return (
    <header className="hero">
      {(label || email) && (
        <div className="hero-top">
          {label && <p className="label">{label}</p>}
          {email && (
            <p className="hero-mail">
              <a href={`mailto:${email}`}>{email}</a>
            </p>
          )}
        </div>
      )}
      <h1>
        <FitText text={name} wide={WIDE} narrow={NARROW} />
      </h1>
    </header>
  );
}
