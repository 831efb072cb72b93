import type { CSSProperties } from "react";
import { filled, textOf } from "../filled";
import { title } from "../head";
import { pieces } from "../projects/pieces";
import { resume } from "../resume";
import { shown } from "../shown";
import { hero } from "../variants";
import { words } from "../words";
import { hasContact } from "../sections/Contact";
import { List } from "./List";
import { nameSize } from "./name-size";
import { OwnCover } from "./OwnCover";
import { Strip } from "./Strip";

const basics = resume.basics ?? {};
const image = textOf(basics.image);
const [name = title, label] = filled([textOf(basics.name), textOf(basics.label)]);

/** Who it is; what hangs beside the name is the owner's choice of three. */
export function Hero() {
  return (
    <header className="hero" data-variant={hero}>
      <Ways />
      <h1 style={nameSize(name) as CSSProperties}>{name}</h1>
      {hero === "drift" && pieces.length > 0 && <Strip />}
      {(label || image || (hero === "list" && shown.length > 0)) && (
        <div className="introduction">
          {image && (
            <img
              className="portrait"
              src={image}
              alt={name}
              width={480}
              height={600}
              decoding="async"
            />
          )}
          {label && <p className="calling">{label}</p>}
          {hero === "list" && <List />}
        </div>
      )}
      {pieces.length === 0 && <OwnCover name={name} />}
    </header>
  );
}

/** Ways through the page, once there is more than one thing to look for. */
function Ways() {
  const ways = [...shown, ...(hasContact ? [{ id: "contact", title: words.contact }] : [])];
  if (shown.length < 2) return null;
  return (
    <nav className="ways">
      <ul>
        {ways.map(({ id, title }) => (
          <li key={id}>
            <a href={`#${id}`}>{title}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
