import type { CSSProperties } from "react";
import { isFilled } from "../filled";
import { longestWord } from "../longest-word";
import { resume } from "../resume";
import { words } from "../words";
import { Contact } from "./Contact";

/** Names longer than this are set smaller, so that they leave room for the page. */
const LONG_NAME = 28;

/** Name, calling and contact: they stay while the page scrolls. */
export function Masthead() {
  const { basics = {} } = resume;
  const { name = "", label, image, email } = basics;
  const heading = name || words.about;
  const hasContact = isFilled([email, basics.phone, basics.url, basics.location, basics.profiles]);
  return (
    <header className="masthead">
      <div className="nameplate">
        <h1
          className={name.length > LONG_NAME ? "name long" : "name"}
          style={{ "--letters": longestWord(heading) } as CSSProperties}
        >
          {heading}
        </h1>
        {hasContact && (
          <a className="reach" href={email ? `mailto:${email}` : "#contact"}>
            {words.contact}
          </a>
        )}
      </div>
      <div className="calling">
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
        {label && <p className="label">{label}</p>}
        {hasContact && <Contact />}
      </div>
    </header>
  );
}
