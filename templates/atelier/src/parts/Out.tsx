import { textOf } from "../filled";
import { displayUrl, href } from "../format";

interface Props {
  url: string | undefined;
  /** The address itself when absent. */
  text?: string | undefined;
  rel?: string;
}

/** A link out of the page on a line of its own; plain text where the address may not be followed. */
export function Out({ url, text, rel }: Props) {
  const address = textOf(url);
  const shown = textOf(text) || displayUrl(address);
  if (!shown) return null;
  const to = address && href(address);
  return (
    <p className="out">
      {to ? (
        <a href={to} rel={rel}>
          {shown}
        </a>
      ) : (
        shown
      )}
    </p>
  );
}
