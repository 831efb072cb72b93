import type { OwnDomain } from "../../shared/api/domains.ts";
import type { DraftLink } from "../../shared/api/draft-links.ts";
import type { Publication } from "../../shared/api/publications.ts";
import type { Result } from "../../shared/failure.ts";
import type { Hideable } from "../../shared/site/hidden-fields.ts";

/** What a person decides when they publish. */
export interface PublishWish {
  readonly slug: string;
  /** Fields of the résumé that aren’t shown. */
  readonly hidden: readonly Hideable[];
  readonly noIndex: boolean;
  /** A version from the history; `null`: the portfolio as it stands. */
  readonly versionId: string | null;
  /** Visitors can write to the owner. */
  readonly contactForm: boolean;
  /** `null`: none; absent: as it is. */
  readonly password?: string | null;
}

/** What of the portfolio is shown. */
export type Shown = Pick<PublishWish, "hidden" | "versionId">;

/** Steps of publishing, in their order. */
export const PUBLISH_STEPS = ["account", "build", "check", "upload", "live"] as const;
export type PublishStep = (typeof PUBLISH_STEPS)[number];

export interface Published {
  readonly site: Publication;
  /** Links of the page that don’t answer: known a while after it is live, since others are asked. */
  readonly deadLinks: Promise<readonly string[]>;
  /** Pictures on other servers, which visitors don’t see. */
  readonly outsidePictures: readonly string[];
}

/** What is known when the sheet opens. */
export interface PublishOutlook {
  /** Somebody with an account is signed in. */
  readonly isMember: boolean;
  /** Where the portfolio is published already. */
  readonly site: Publication | null;
  /** An address that suits the name. */
  readonly suggestion: string;
  /** What was kept on the way, newest first; times are epoch milliseconds. */
  readonly versions: readonly {
    readonly id: string;
    readonly label: string;
    readonly at: number;
  }[];
  /** What there is to hide, and how it reads. */
  readonly hideable: readonly { readonly field: Hideable; readonly value: string }[];
}

export interface AddressState {
  readonly state: "free" | "taken" | "yours" | "refused";
  readonly why: string;
  readonly url: string;
}

export interface DraftSeen {
  /** The portfolio’s link; `null`: it has none. */
  readonly link: DraftLink | null;
  /** How long one works after it was updated, in milliseconds; `null`: not known yet. */
  readonly lastsMs: number | null;
}

/** A draft shown by a link, without an account. */
export interface DraftActs {
  look(): Promise<Result<DraftSeen>>;
  /** Shows the portfolio as it stands, at the link that it has or at a new one. */
  share(
    hidden: readonly Hideable[],
    onStep: (step: PublishStep) => void,
  ): Promise<Result<DraftLink>>;
  /** Ends the link, for good. */
  revoke(link: DraftLink): Promise<Result<unknown>>;
}

export interface DomainSeen {
  /** `null`: the site has none. */
  readonly domain: OwnDomain | null;
  /** Whether this service takes domains at all. */
  readonly isOffered: boolean;
}

/** A domain of one’s own; each act says how it stands then. */
export interface DomainActs {
  look(site: Publication): Promise<Result<DomainSeen>>;
  ask(site: Publication, domain: string): Promise<Result<DomainSeen>>;
  check(site: Publication): Promise<Result<DomainSeen>>;
  redirect(site: Publication, redirects: boolean): Promise<Result<DomainSeen>>;
  remove(site: Publication): Promise<Result<DomainSeen>>;
}

/** What the publish sheet does; `web/app` gives it. */
export interface PublishActs {
  look(): Promise<Result<PublishOutlook>>;
  checkAddress(slug: string): Promise<Result<AddressState>>;
  /** What link previews will show, without what is hidden; `null` where this browser draws nothing. */
  drawPicture(url: string, wish: Shown): Promise<Blob | null>;
  /** Makes ready what publishing this needs, while the person still looks. */
  prepare(wish: Shown): Promise<void>;
  /** `onStep` hears of each step as it begins. */
  publish(wish: PublishWish, onStep: (step: PublishStep) => void): Promise<Result<Published>>;
  /** Shows an earlier build again. */
  rollBack(site: Publication, buildId: string): Promise<Result<Publication>>;
  /** Says whether they like it; nothing waits for it. */
  tellLiked(site: Publication, likes: boolean): void;
  unpublish(site: Publication): Promise<Result<Publication>>;
  remove(site: Publication): Promise<Result<unknown>>;
  readonly draft: DraftActs;
  readonly domain: DomainActs;
  /** Keeps what is pending, then loads signing in, which comes back to this sheet. */
  signIn(): Promise<void>;
}
