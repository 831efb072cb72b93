import type { CSSProperties } from "react";
import { basics } from "../content";
import { title } from "../head";
import { Branches } from "./Branches";
import type { HeroId } from "./hero-id";
import { Ways } from "./Ways";

/** Who it is, and the line that the page follows. */
export function Hero({ hero }: { hero: HeroId }) {
  const { name = title, label, image } = basics;
  const longest = Math.max(...name.split(/[\s-]+/).map((word) => [...word].length));
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
