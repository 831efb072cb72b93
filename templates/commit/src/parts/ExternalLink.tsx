import { displayUrl, href } from "../format";

interface Props {
  url?: string;
  /** What to read instead of the address. */
  text?: string;
  /** A word before it, in grey: "GitHub". */
  before?: string;
}

/** A link, or only its text where the address is missing or no page to visit. */
export function ExternalLink({ url, text, before }: Props) {
  // A résumé written by hand may hold a number here.
  const target = String(url ?? "").trim();
  const address = target ? href(target) : undefined;
  const label = (
    <>
      {before && <span className="text-muted">{before} </span>}
      <bdi>{String(text ?? "").trim() || displayUrl(target)}</bdi>
    </>
  );
  return address ? (
    <a href={address} className="link">
      {label}
    </a>
  ) : (
    <span>{label}</span>
  );
}
