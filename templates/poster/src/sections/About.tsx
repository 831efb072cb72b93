import { resume } from "../resume";
import { Band, type BandProps } from "./Band";

const { basics = {} } = resume;

export function About(props: BandProps) {
  const { summary, image, name } = basics;
  const paragraphs = (summary ?? "").split(/\n+/).filter((text) => text.trim());
  return (
    <Band {...props}>
      <div className="about">
        {image?.trim() && (
          <img src={image} alt={name ?? ""} width={800} height={1000} decoding="async" />
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
