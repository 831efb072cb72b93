import { displayUrl, href } from "../format";

interface Props {
  url: string | undefined;
  /** The address itself when absent. */
  text?: string | undefined;
  rel?: string;
}

/** A link where there is an address that may be followed, and its plain text otherwise. */
export function Link({ url, text, rel }: Props) {
  const shown = text || (url ? displayUrl(url) : "");
  const to = url ? href(url) : undefined;
  if (!to) return shown || null;
  return (
    <a href={to} rel={rel}>
      {shown}
    </a>
  );
}
