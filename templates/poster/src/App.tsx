import type { CSSProperties } from "react";
import "./fonts.css";
import "./poster.css";
import "./flag.css";
import "./wall.css";
import { Contact } from "./sections/Contact";
import { Contents } from "./sections/Contents";
import { Facts } from "./sections/Facts";
import { Hero } from "./sections/Hero";
import { bodies } from "./sections/bodies";
import { shown } from "./shown";
import { words } from "./words";

/** The dark block: ink by day; by night ink is light, and a whole section of it would glare. */
const darkBlock = {
  "--block": "light-dark(var(--ink), var(--surface))",
  "--on-block": "light-dark(var(--paper), var(--ink))",
} as CSSProperties;

export function App() {
  return (
    <>
      <a className="skip" href="#content">
        {words.skip}
      </a>
      <Hero />
      <main id="content" tabIndex={-1}>
        <Facts />
        <Contents />
        <div className="bands" style={darkBlock}>
          {shown.map(({ id, title }) => {
            const Body = bodies[id];
            return <Body key={id} id={id} title={title} />;
          })}
        </div>
      </main>
      <Contact />
    </>
  );
}
