import type { CSSProperties } from "react";
import { Diffstat } from "./Diffstat";
import { filled, joined } from "./filled";
import { countryName } from "./format";
import { ExternalLink } from "./parts/ExternalLink";
import { title } from "./head";
import { Calendar } from "./heroes/Calendar";
import { resume } from "./resume";
import { theme } from "./theme";

/** The room that the longest word needs, in letters of a monospaced face; ideographs take two. */
const longestWord = (text: string) =>
  Math.max(
    ...String(text)
      .split(/[\s-]+/)
      .map((word) =>
        [...word].reduce((sum, letter) => sum + (letter.codePointAt(0)! >= 0x2e80 ? 2 : 1), 0),
      ),
  );

/** HEAD of the log: who this is, how to reach them, and what the page holds. */
export function Header() {
  const { name, label } = resume.basics ?? {};
  const [image] = filled([resume.basics?.image]);
  const [heading = title, subtitle] = filled([name, label]);
  return (
    <header className="trunk row gap-y-8">
      {image && (
        <img src={image} alt={name ?? ""} width={128} height={128} className="in-when portrait" />
      )}
      <div
        className="identity in-wide"
        style={{ "--letters": longestWord(heading) } as CSSProperties}
      >
        <h1 className="head name node">{heading}</h1>
        {subtitle && <p className="mt-4 font-head text-xl text-balance text-muted">{subtitle}</p>}
      </div>
      {theme.variants?.hero === "calendar" && <Calendar />}
      <Addresses />
      <Diffstat />
    </header>
  );
}

const telephone = (text: string) => `tel:${String(text).replace(/[^+\d]/g, "")}`;

function Addresses() {
  const { email, phone, url, location, profiles } = resume.basics ?? {};
  const { address, postalCode, city, region, countryCode } = location ?? {};
  const place = joined(
    ", ",
    address,
    joined(" ", postalCode, city),
    region,
    countryCode && countryName(countryCode),
  );
  const reachable = [
    ...filled([email]).map((text) => ({ network: "", text, url: `mailto:${text}` })),
    ...filled([phone]).map((text) => ({ network: "", text, url: telephone(text) })),
    ...filled([url]).map((address) => ({ network: "", text: "", url: address })),
    ...filled(profiles).map(({ network, username, url }) => ({ network, text: username, url })),
  ];
  if (reachable.length === 0 && !place) return null;
  return (
    <address className="in-body meta gap-8 not-italic columns-[2_14rem]">
      {reachable.map(({ network, text, url }, index) => (
        <p key={index} className="break-inside-avoid">
          <ExternalLink url={url} text={text} before={network} />
        </p>
      ))}
      {place && <p className="break-inside-avoid text-muted">{place}</p>}
    </address>
  );
}
