import { shown } from "../shown";

/** The page's own index, once there is enough to look for. */
export function Contents() {
  if (shown.length < 4) return null;
  return (
    <nav className="contents">
      <ul>
        {shown.map(({ id, title }) => (
          <li key={id}>
            <a href={`#${id}`}>{title}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
