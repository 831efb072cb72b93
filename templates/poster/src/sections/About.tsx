import { textOf } from "../filled";
import { resume } from "../resume";
import { Band, type BandProps } from "./Band";

const basics = resume.basics ?? {};

export function About(props: BandProps) {
  const image = textOf(basics.image);
  const paragraphs = textOf(basics.summary)
    .split(/\n+/)
    .filter((text) => text.trim());
  return (
    <Band {...props}>
      <div className="about">
        {image && (
          <img
            className="portrait"
            src={image}
            alt={textOf(basics.name)}
            width={800}
            height={1000}
            decoding="async"
          />
        )}
        {paragraphs.length > 0 && (
          <div className="summary">
            {paragraphs.map((text, i) => (
              <p key={i}>{text}</p>
            ))}
          </div>
        )}
      </div>
    </Band>
  );
}
