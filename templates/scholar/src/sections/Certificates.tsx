import { content } from "../content";
import { Day } from "../parts/Dates";
import { Entry } from "../parts/Entry";
import { Link } from "../parts/Link";

export function Certificates() {
  return content.certificates?.map(({ name, date, issuer, url }, index) => (
    <Entry
      key={index}
      title={(name || url) && <Link url={url} text={name} />}
      of={issuer}
      when={date && <Day date={date} />}
    />
  ));
}
