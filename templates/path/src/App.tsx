import type { ReactNode } from "react";
import { Hero } from "./hero/Hero";
import { heroId } from "./hero/hero-id";
import { outline, type ChapterId } from "./outline";
import { About } from "./sections/About";
import { Interests } from "./sections/Interests";
import { Languages } from "./sections/Languages";
import { References } from "./sections/References";
import { Skills } from "./sections/Skills";
import { stops } from "./time/stops";
import { Timeline } from "./timeline/Timeline";
import { words } from "./words";
import "./fonts.css";
import "./styles/page.css";
import "./styles/hero.css";
import "./styles/timeline.css";
import "./styles/map.css";
import "./styles/legend.css";
import "./styles/sections.css";
import "./styles/print.css";

const bodies: Record<ChapterId, () => ReactNode> = {
  about: About,
  timeline: Timeline,
  skills: Skills,
  languages: Languages,
  interests: Interests,
  references: References,
};

/** The page: a name, a line, and what lies along it. */
export function App() {
  const timelineScope = stops.map(({ id }) => `--${id}`).join(", ");
  return (
    <div className={`path as-${heroId}`} style={timelineScope ? { timelineScope } : undefined}>
      <a className="skip" href="#content">
        {words.skip}
      </a>
      <Hero hero={heroId} />
      <main id="content" tabIndex={-1}>
        {outline.map(({ id, title }) => {
          const Body = bodies[id];
          return (
            <section key={id} id={id} aria-labelledby={`${id}-title`}>
              <h2 id={`${id}-title`} className="chapter-title">
                {title}
              </h2>
              <Body />
            </section>
          );
        })}
      </main>
    </div>
  );
}
