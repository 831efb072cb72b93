import { displayUrl, href } from "../format";

/** Where a publication is found, by the name that libraries know it under. */
export interface Identifier {
  scheme: "doi" | "arxiv" | "web";
  /** "10.1145/3597503", "2403.01234", "journal.example". */
  id: string;
  /** As it is shown: "doi:10.1145/3597503". */
  shown: string;
  /** Where a link leads; none for an address that may not be followed. */
  href: string | undefined;
}

/** DOIs as Crossref writes them: a prefix of four to nine figures, a slash, and anything. */
const DOI = /^(?:https?:\/\/(?:dx\.|www\.)?doi\.org\/|doi:\s*)?(10\.\d{4,9}\/[^\s?#]+)$/i;
/** Identifiers of before and after April 2007 (https://info.arxiv.org/help/arxiv_identifier.html). */
const ARXIV =
  /^(?:https?:\/\/(?:www\.)?arxiv\.org\/(?:abs|pdf|html)\/|arxiv:\s*)([a-z-]+(?:\.[A-Z]{2})?\/\d{7}|\d{4}\.\d{4,5})(v\d+)?(?:\.pdf)?$/i;

/** Recognises DOI and arXiv in an address; any other address is what it is. */
export function identifierOf(url: string): Identifier {
  const [, doi] = DOI.exec(url) ?? [];
  if (doi) {
    const isAddress = /^https?:/i.test(url);
    return {
      scheme: "doi",
      id: doi,
      shown: `doi:${doi}`,
      href: isAddress ? url : `https://doi.org/${encodeURI(doi)}`,
    };
  }
  const [, arxiv, version = ""] = ARXIV.exec(url) ?? [];
  if (arxiv) {
    const isAddress = /^https?:/i.test(url);
    return {
      scheme: "arxiv",
      id: arxiv + version,
      shown: `arXiv:${arxiv}${version}`,
      href: isAddress ? url : `https://arxiv.org/abs/${arxiv}${version}`,
    };
  }
  return { scheme: "web", id: displayUrl(url), shown: displayUrl(url), href: href(url) };
}
