import type { CSSProperties } from "react";
import { basics } from "../content";
import { title } from "../head";
import { Branches } from "./Branches";
import type { HeroId } from "./hero-id";
import { Ways } from "./Ways";

/** The room that a word needs, in lower-case Latin letters; capitals are wider. */
const roomOf = (word: string) =>
  [...word].reduce((sum, letter) => sum + (letter === letter.toLowerCase() ? 1 : 1.35), 0);

/** Who it is, and the line that the page follows. */
export function Hero({ hero }: { hero: HeroId }) {
  const { name = title, label, image } = basics;
  const longest = Math.max(...name.split(/[\s-]+/).map(roomOf));
  return (
    <header className="hero">
      <div className="who">
        {image && (
          <img
            className="portrait"
            src={image}
            alt={name}
            width={192}
            height={192}
            decoding="async"
          />
        )}
        <h1 className="name" style={{ "--letters": longest } as CSSProperties}>
          {name}
        </h1>
        {label && <p className="label">{label}</p>}
      </div>
      {hero === "branches" && <Branches />}
      <Ways />
    </header>
  );
}
