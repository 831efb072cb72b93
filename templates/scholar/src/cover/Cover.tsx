import { comma } from "../comma";
import { basics } from "../content";
import { title } from "../head";
import type { Heading } from "../outline";
import { theme } from "../theme";
import { affiliations } from "./affiliations";
import { Contents } from "./Contents";
import { Record } from "./Record";
import { Ways } from "./Ways";

/** Names longer than this are set smaller. */
const LONG_NAME = 26;

const HEROES = ["offprint", "record", "paper"] as const;
const hero = HEROES.find((id) => id === theme.variants?.hero) ?? HEROES[0];

/** The cover: who, where, how to reach them, and what is inside. */
export function Cover({ headings }: { headings: readonly Heading[] }) {
  const { name = title, label, image } = basics;
  return (
    <header className={`cover as-${hero}`}>
      <div className="frame">
        {hero !== "paper" && <Dateline />}
        <div className="nameplate">
          {image && (
            <img
              className="portrait"
              src={image}
              alt={name}
              width={176}
              height={220}
              decoding="async"
            />
          )}
          <h1 className={[...name].length > LONG_NAME ? "name long" : "name"}>
            {name}
            {hero === "paper" && <Marks />}
          </h1>
          {label && <p className="label">{label}</p>}
          {hero === "paper" && <Affiliations />}
        </div>
        {hero === "record" && <Record />}
        <Ways />
        <Contents headings={headings} />
      </div>
    </header>
  );
}

/** The line over a journal's name: where the person is now. */
function Dateline() {
  if (affiliations.length === 0) return null;
  return (
    <p className="dateline">
      {affiliations.slice(0, 2).map(({ name }) => (
        <span key={name}>{name}</span>
      ))}
    </p>
  );
}

/** "1, 2": which affiliations are whose, as on the first page of a paper. */
function Marks() {
  if (affiliations.length < 2) return null;
  return <sup aria-hidden="true">{affiliations.map((_, at) => at + 1).join(",")}</sup>;
}

function Affiliations() {
  if (affiliations.length === 0) return null;
  return (
    <ol className={affiliations.length > 1 ? "affiliations" : "affiliations single"}>
      {affiliations.map(({ name, location }) => (
        <li key={name}>{[name, location].filter(Boolean).join(comma)}</li>
      ))}
    </ol>
  );
}
