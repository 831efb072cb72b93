/** A network and where a bare user name of its leads. */
export interface Network {
  readonly name: string;
  /** What stands before a user name. */
  readonly base: string;
  /** What a user name there looks like, where not every word is one … */
  readonly username?: RegExp;
  /** … and what to say instead of one that isn’t. */
  readonly hint?: string;
  /** The address of a user name, where it isn’t just behind the base. */
  readonly address?: (username: string) => string;
}

/** Networks by the word that people use. */
export const NETWORKS: Readonly<Record<string, Network>> = {
  github: { name: "GitHub", base: "https://github.com/" },
  gitlab: { name: "GitLab", base: "https://gitlab.com/" },
  linkedin: { name: "LinkedIn", base: "https://www.linkedin.com/in/" },
  twitter: { name: "Twitter", base: "https://twitter.com/" },
  x: { name: "X", base: "https://x.com/" },
  instagram: { name: "Instagram", base: "https://www.instagram.com/" },
  facebook: { name: "Facebook", base: "https://www.facebook.com/" },
  behance: { name: "Behance", base: "https://www.behance.net/" },
  dribbble: { name: "Dribbble", base: "https://dribbble.com/" },
  medium: { name: "Medium", base: "https://medium.com/@" },
  youtube: { name: "YouTube", base: "https://www.youtube.com/@" },
  orcid: { name: "ORCID", base: "https://orcid.org/" },
  xing: { name: "XING", base: "https://www.xing.com/profile/" },
  bluesky: { name: "Bluesky", base: "https://bsky.app/profile/" },
  codepen: { name: "CodePen", base: "https://codepen.io/" },
  tiktok: { name: "TikTok", base: "https://www.tiktok.com/@" },
  pinterest: { name: "Pinterest", base: "https://www.pinterest.com/" },
  threads: { name: "Threads", base: "https://www.threads.net/@" },
  vimeo: { name: "Vimeo", base: "https://vimeo.com/" },
  soundcloud: { name: "SoundCloud", base: "https://soundcloud.com/" },
  // Its addresses have a number: a display name leads nowhere.
  "stack overflow": {
    name: "Stack Overflow",
    base: "https://stackoverflow.com/users/",
    username: /^\d+(?:\/[\w-]+)?$/u,
    hint: "Stack Overflow’s addresses have a number in them. Copy yours: my Stack Overflow is https://stackoverflow.com/users/12345/ada.",
  },
  kaggle: { name: "Kaggle", base: "https://www.kaggle.com/" },
  researchgate: { name: "ResearchGate", base: "https://www.researchgate.net/profile/" },
  "google scholar": {
    name: "Google Scholar",
    base: "https://scholar.google.com/citations?user=",
    // Twelve letters and signs, “qc6CJjYAAAAJ”
    username: /^[\w-]{12}$/u,
    hint: "Google Scholar’s addresses have a code in them. Copy yours: my Google Scholar is https://scholar.google.com/citations?user=…",
  },
  // Nobody knows the server of a user name alone: “@ada@mastodon.social” says it.
  mastodon: {
    name: "Mastodon",
    base: "https://mastodon.social/@",
    username: /^[\w.-]+@[\w-]+(?:\.[\w-]+)+$/u,
    hint: "A Mastodon name needs its server: my Mastodon is @ada@mastodon.social.",
    address: (username) =>
      username.replace(/^(?<who>[^@]+)@(?<server>.+)$/u, "https://$<server>/@$<who>"),
  },
  whatsapp: {
    name: "WhatsApp",
    base: "https://wa.me/",
    // With its country, as WhatsApp’s own links have it.
    username: /^(?:\+|00)[\d\s().-]{7,20}$/u,
    hint: "WhatsApp needs the number with its country: my WhatsApp is +44 7700 900457.",
    address: (number) => `https://wa.me/${number.replace(/^00/u, "").replace(/\D/gu, "")}`,
  },
  telegram: { name: "Telegram", base: "https://t.me/" },
  twitch: { name: "Twitch", base: "https://www.twitch.tv/" },
  substack: { name: "Substack", base: "https://substack.com/@" },
  flickr: { name: "Flickr", base: "https://www.flickr.com/people/" },
  "dev.to": { name: "DEV", base: "https://dev.to/" },
};

/** The same networks in other words. */
const CALLED: Readonly<Record<string, string>> = {
  stackoverflow: "stack overflow",
  "research gate": "researchgate",
  scholar: "google scholar",
  "tik tok": "tiktok",
  "linked in": "linkedin",
  "git hub": "github",
  "sound cloud": "soundcloud",
  insta: "instagram",
  "you tube": "youtube",
};

/** Every word for a network. */
export const NETWORK_WORDS: readonly string[] = [
  ...Object.keys(NETWORKS),
  ...Object.keys(CALLED).filter((word) => word !== "scholar"),
];

/** The network that a word means; `undefined` where it is none that is known here. */
export const networkCalled = (word: string): Network | undefined => {
  const plain = word.toLowerCase();
  return NETWORKS[CALLED[plain] ?? plain];
};
