import { ways } from "../ways";
import { shown } from "../shown";
import { words } from "../words";

/** What `help` prints: the table of contents. */
export function Contents() {
  return (
    <nav id="help" className="session" aria-label="help">
      <p className="command">
        <span className="typed">help</span>
      </p>
      <ul className="contents">
        {shown.map(({ id, title, count }) => (
          <li key={id}>
            <a href={`#${id}`}>
              <span className="typed">{id}</span> <span className="leader">{title}</span>
              {count > 0 && <span className="count">{count}</span>}
            </a>
          </li>
        ))}
        {ways.length > 0 && (
          <li>
            <a href="#contact">
              <span className="typed">contact</span> <span className="leader">{words.contact}</span>
            </a>
          </li>
        )}
      </ul>
    </nav>
  );
}
