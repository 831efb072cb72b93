import { bannerOf } from "./letters";
import { Person, Whoami, name } from "./Person";

/** The name as line printers wrote it between two jobs: large letters, each made of itself. */
export function Banner() {
  const words = bannerOf(name);
  return (
    <header className="session" id="whoami">
      <Whoami />
      {words && (
        <div
          className="banner"
          aria-hidden="true"
          style={{
            ["--whole" as string]: words.reduce((sum, { letters }) => sum + letters * 6 + 6, -7),
            ["--longest" as string]: Math.max(...words.map(({ letters }) => letters * 6 - 1)),
          }}
        >
          {words.map(({ rows }, i) => (
            <span key={i}>
              {rows.map((row, k) => (
                <span key={k} data-row={row} />
              ))}
            </span>
          ))}
        </div>
      )}
      <Person isSmall={words !== null} />
    </header>
  );
}
