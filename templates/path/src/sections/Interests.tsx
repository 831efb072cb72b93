import { content } from "../content";
import { Run } from "../parts/Run";

export function Interests() {
  return (
    <ul className="interests">
      {(content.interests ?? []).map(({ name, keywords }, i) => (
        <li key={i}>
          {name && <h3>{name}</h3>}
          <Run items={keywords} />
        </li>
      ))}
    </ul>
  );
}
