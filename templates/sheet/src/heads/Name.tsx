import { textOf } from "../filled";
import { resume } from "../resume";
import { words } from "../words";

/** Names longer than this are set smaller. */
const LONG_NAME = 24;

/** Who it is, and what they do. */
export function Name() {
  const [name, label] = [textOf(resume.basics?.name), textOf(resume.basics?.label)];
  return (
    <div className="who">
      <h1 className={name.length > LONG_NAME ? "name long" : "name"}>{name || words.about}</h1>
      {label && <p className="label">{label}</p>}
    </div>
  );
}

/** The photo, where there is one. */
export function Portrait() {
  const [name, image] = [textOf(resume.basics?.name), textOf(resume.basics?.image)];
  if (!image) return null;
  return (
    <img className="portrait" src={image} alt={name} width={240} height={300} decoding="async" />
  );
}
