import { textOf } from "../filled";
import { displayUrl, href } from "../format";

/** An address as a link; one that would run code, as text. */
export function Out({ url }: { url?: string | undefined }) {
  const address = textOf(url);
  if (!address) return null;
  const to = href(address);
  return (
    <p className="out">
      {to ? <a href={to}>{displayUrl(address)}</a> : <span>{displayUrl(address)}</span>}
    </p>
  );
}
