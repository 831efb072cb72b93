import "./fonts.css";
import { Hero } from "./hero/Hero";
import { pieces } from "./projects/pieces";
import { bodies, isBeside } from "./sections/bodies";
import { Contact } from "./sections/Contact";
import { shown } from "./shown";
import "./styles/page.css";
import "./styles/hero.css";
import "./styles/covers.css";
import "./styles/wall.css";
import "./styles/filters.css";
import "./styles/room.css";
import "./styles/sections.css";
import "./styles/skills.css";
import "./styles/print.css";
import { words } from "./words";

/** Without pieces the work is what is on show: larger, still a list. */
const loud = pieces.length > 0 ? "projects" : "work";

export function App() {
  return (
    <>
      <a className="skip" href="#content">
        {words.skip}
      </a>
      <Hero />
      <main id="content" tabIndex={-1}>
        {shown.map(({ id, title }) => {
          const Body = bodies[id];
          const kind = id === loud ? "loud" : isBeside(id) ? "short" : undefined;
          return (
            <section key={id} id={id} className={kind} aria-labelledby={`${id}-title`}>
              <h2 id={`${id}-title`}>{title}</h2>
              <Body />
            </section>
          );
        })}
      </main>
      <Contact />
    </>
  );
}
