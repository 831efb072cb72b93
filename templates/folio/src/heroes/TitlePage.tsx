import type { CSSProperties } from "react";
import { isFilled } from "../filled";
import { longestWord } from "../longest-word";
import { Contact } from "../parts/Contact";
import { resume } from "../resume";
import { words } from "../words";

/** A leaf of its own before the text: the name alone in the middle, the imprint at its foot. */
export function TitlePage() {
  const { basics = {} } = resume;
  const { name = "", label, image, email } = basics;
  const heading = name || words.about;
  const hasContact = isFilled([email, basics.phone, basics.url, basics.location, basics.profiles]);
  return (
    <header className="title-page">
      <div className="plate">
        {image && (
          <img
            className="portrait"
            src={image}
            alt={name}
            width={240}
            height={300}
            decoding="async"
          />
        )}
        <h1 style={{ "--letters": longestWord(heading) } as CSSProperties}>{heading}</h1>
        <span className="ornament" aria-hidden="true" />
        {label && <p className="label">{label}</p>}
      </div>
      {hasContact && <Contact />}
    </header>
  );
}
