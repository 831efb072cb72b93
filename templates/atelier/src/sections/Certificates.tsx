import { filled } from "../filled";
import { Entry } from "../parts/Entry";
import { resume } from "../resume";

export function Certificates() {
  return (
    <ul className="entries">
      {filled(resume.certificates).map(({ name, issuer, date, url }, i) => (
        <Entry key={i} title={name} under={[issuer]} end={date} url={url} />
      ))}
    </ul>
  );
}
