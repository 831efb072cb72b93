import { filled } from "../filled";
import { Additions } from "./Additions";
import { Dates } from "./Dates";
import { ExternalLink } from "./ExternalLink";
import { Tags } from "./Tags";

interface Props {
  /** Its place on the page, and what to link to. */
  hash: string;
  start?: string;
  end?: string;
  date?: string;
  /** The first of these that says something is the title, the others stand under it. */
  titles: (string | undefined)[];
  /** Paragraphs. */
  texts?: (string | undefined)[];
  lines?: string[];
  url?: string;
  /** Short facts at the side. */
  facts?: (string | undefined)[];
  tags?: string[];
}

/** One commit: when and which on the left of the line, what on its right, facts at the side. */
export function Entry({ hash, start, end, date, titles, texts, lines, url, facts, tags }: Props) {
  const [title, ...subtitles] = filled(titles);
  const paragraphs = filled(texts);
  return (
    <li id={hash} className={start && !end ? "entry open row" : "entry row"}>
      <p className="in-when meta when">
        <Dates start={start} end={end} date={date} />
        <a href={`#${hash}`} aria-label={title ? `${hash} ${title}` : hash} className="hash">
          {hash}
        </a>
      </p>
      <div className="in-body flex flex-col gap-3">
        {title && (
          <div>
            <h3 className="title node">{title}</h3>
            {subtitles.map((subtitle, index) => (
              <p key={index} className="text-muted">
                {subtitle}
              </p>
            ))}
          </div>
        )}
        {paragraphs.map((paragraph, index) => (
          <p key={index} className="whitespace-pre-line">
            {paragraph}
          </p>
        ))}
        <Additions lines={lines} />
      </div>
      <Facts url={url} facts={facts} tags={tags} />
    </li>
  );
}

function Facts({ url, facts, tags }: Pick<Props, "url" | "facts" | "tags">) {
  const [address] = filled([url]);
  const shown = filled(facts);
  if (!address && shown.length === 0 && filled(tags).length === 0) return null;
  return (
    <div className="in-facts meta flex flex-col gap-2">
      {(address || shown.length > 0) && (
        <div className="flex flex-wrap gap-x-[2ch] lg:flex-col">
          {address && (
            <p>
              <ExternalLink url={address} />
            </p>
          )}
          {shown.map((fact, index) => (
            <p key={index} className="text-muted">
              {fact}
            </p>
          ))}
        </div>
      )}
      <Tags items={tags} />
    </div>
  );
}
