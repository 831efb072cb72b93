import "./fonts.css";
import "./poster.css";
import { Contact } from "./sections/Contact";
import { Contents } from "./sections/Contents";
import { Facts } from "./sections/Facts";
import { Hero } from "./sections/Hero";
import { bodies } from "./sections/bodies";
import { shown } from "./shown";
import { words } from "./words";

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
        <div className="bands">
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
