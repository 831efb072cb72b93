import { basics } from "../content";

export interface Profile {
  network: string | undefined;
  username: string | undefined;
  url: string | undefined;
  /** "0000-0002-1825-0097", where the profile is an ORCID iD. */
  orcid: string | undefined;
}

/** Places that academics are looked up in, by their hosts. */
const NETWORKS: readonly (readonly [RegExp, string])[] = [
  [/(^|\.)scholar\.google\./i, "Google Scholar"],
  [/(^|\.)researchgate\.net$/i, "ResearchGate"],
  [/(^|\.)semanticscholar\.org$/i, "Semantic Scholar"],
  [/(^|\.)dblp\.(org|uni-trier\.de)$/i, "DBLP"],
  [/(^|\.)arxiv\.org$/i, "arXiv"],
  [/(^|\.)scopus\.com$/i, "Scopus"],
  [/(^|\.)webofscience\.com$/i, "Web of Science"],
  [/(^|\.)zotero\.org$/i, "Zotero"],
  [/(^|\.)inspirehep\.net$/i, "INSPIRE"],
  [/(^|\.)philpeople\.org$/i, "PhilPeople"],
  [/(^|\.)ssrn\.com$/i, "SSRN"],
  [/(^|\.)github\.com$/i, "GitHub"],
];

function hostOf(url: string): string {
  return /^(?:https?:\/\/)?([^/?#:]+)/i.exec(url)?.[1] ?? "";
}

const ORCID = /(?<!\d)(\d{4}-\d{4}-\d{4}-\d{3}[\dX])(?![\dX])/i;

/** The last character checks the others: ISO 7064, modulus 11-2, as ORCID documents it. */
function isOrcid(id: string): boolean {
  const digits = id.replaceAll("-", "");
  const total = Array.from(digits.slice(0, -1)).reduce(
    (sum, digit) => (sum + Number(digit)) * 2,
    0,
  );
  const check = (12 - (total % 11)) % 11;
  return digits.endsWith(check === 10 ? "X" : String(check));
}

function orcidOf(network = "", username = "", url = ""): string | undefined {
  if (!/orcid/i.test(network) && !/(^|\.)orcid\.org$/i.test(hostOf(url))) return undefined;
  const id = (ORCID.exec(url) ?? ORCID.exec(username))?.[1]?.toUpperCase();
  return id && isOrcid(id) ? id : undefined;
}

/** The profiles, ORCID first; a network that isn't named is known by its host. */
export const profiles: readonly Profile[] = (basics.profiles ?? [])
  .map(({ network, username, url }) => ({
    network: network ?? NETWORKS.find(([host]) => host.test(hostOf(url ?? "")))?.[1],
    username,
    url,
    orcid: orcidOf(network, username, url),
  }))
  .sort((a, b) => Number(Boolean(b.orcid)) - Number(Boolean(a.orcid)));
