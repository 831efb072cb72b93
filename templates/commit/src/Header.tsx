import type { CSSProperties } from "react";
import { Diffstat } from "./Diffstat";
import { filled, joined } from "./filled";
import { countryName } from "./format";
import { ExternalLink } from "./parts/ExternalLink";
import { resume } from "./resume";

/** The room that the longest word needs, in letters of a monospaced face; ideographs take two. */
const longestWord = (text: string) =>
  Math.max(
    ...text
      .split(/[\s-]+/)
      .map((word) =>
        [...word].reduce((sum, letter) => sum + (letter.codePointAt(0)! >= 0x2e80 ? 2 : 1), 0),
      ),
  );

/** HEAD of the log: who this is, how to reach them, and what the page holds. */
export function Header() {
  const { name, label, image } = resume.basics ?? {};
  return (
    <header className="trunk trunk-head row gap-y-8 pt-10 md:pt-20">
      {image && (
        <img
          src={image}
          alt={name ?? ""}
          width={128}
          height={128}
          className="in-when size-20 rounded-sm object-cover md:size-32"
        />
      )}
      <div className="in-wide @container">
        {name && (
          <h1
            className="commit-head name"
            style={{ "--letters": longestWord(name) } as CSSProperties}
          >
            {name}
          </h1>
        )}
        {label && <p className="mt-4 max-w-[40rem] font-head text-xl text-muted">{label}</p>}
      </div>
      <div className="in-body">
        <Addresses />
      </div>
      <Diffstat />
    </header>
  );
}

function Addresses() {
  const { email, phone, url, location = {}, profiles } = resume.basics ?? {};
  const { address, postalCode, city, region, countryCode } = location;
  const place = joined(
    ", ",
    address,
    joined(" ", postalCode, city),
    region,
    countryCode && countryName(countryCode),
  );
  const reachable = [
    email && { key: "", value: email, url: `mailto:${email}` },
    phone && { key: "", value: phone, url: `tel:${phone.replace(/[^+\d]/g, "")}` },
    url && { key: "", value: "", url },
    ...filled(profiles).map(({ network = "", username = "", url = "" }) => ({
      key: network,
      value: username,
      url,
    })),
  ].filter((entry) => !!entry);
  if (reachable.length === 0 && !place) return null;
  return (
    <address className="meta flex flex-col items-start not-italic">
      {place && <p>{place}</p>}
      {reachable.map(({ key, value, url }, index) => (
        <p key={index}>
          <ExternalLink url={url} text={value} before={key} />
        </p>
      ))}
    </address>
  );
}
