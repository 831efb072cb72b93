import { displayUrl, href } from "../format";

/** An address as a link; one that would run code, as text. */
export function Out({ url }: { url?: string | undefined }) {
  if (!url?.trim()) return null;
  const to = href(url.trim());
  return (
    <p className="out">
      {to ? <a href={to}>{displayUrl(url.trim())}</a> : <span>{displayUrl(url.trim())}</span>}
    </p>
  );
}
