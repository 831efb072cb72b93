import { filled } from "../filled";
import { Day } from "../parts/Dates";
import { Entry } from "../parts/Entry";
import { Link } from "../parts/Link";
import { resume } from "../resume";

export function Certificates() {
  return filled(resume.certificates).map(({ name, date, issuer, url }, i) => (
    <Entry
      key={i}
      aside={date && <Day date={date} />}
      title={(name || url) && <Link url={url} text={name} />}
      of={issuer}
    />
  ));
}
