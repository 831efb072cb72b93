import type { ElsewherePlace, Standing } from "../../shared/api/elsewhere.ts";
import type { Result } from "../../shared/failure.ts";
import type { OtherHostId } from "../../shared/site/elsewhere.ts";
import type { Hideable } from "../../shared/site/hidden-fields.ts";
import type { PublishOutlook } from "./publish-acts.ts";

/** What a person decides when they send a portfolio to another host. */
export interface ElsewhereWish {
  readonly host: OtherHostId;
  readonly name: string;
  readonly branch: string;
  readonly isPrivate: boolean;
  /** Fields of the résumé that don’t go along. */
  readonly hidden: readonly Hideable[];
  /** Goes on top of what is there, though it isn’t what was sent last. */
  readonly onTop: boolean;
}

export interface HostOutlook {
  /** The last characters of the token that is kept; `null`: none is. */
  readonly ending: string | null;
  /** Where the portfolio stands there; `null`: nowhere yet. */
  readonly place: ElsewherePlace | null;
}

export interface ElsewhereOutlook extends Pick<PublishOutlook, "isMember" | "hideable"> {
  /** A name that suits. */
  readonly suggestion: string;
  readonly hosts: Readonly<Record<OtherHostId, HostOutlook>>;
}

export type ElsewhereStep = "account" | "place" | "build" | "check" | "upload" | "done";

/** What the sheet for other hosts does; `web/app` gives it. */
export interface ElsewhereActs {
  look(): Promise<Result<ElsewhereOutlook>>;
  /** Tries a token and keeps it. @returns its last characters */
  keepToken(host: OtherHostId, token: string): Promise<Result<string>>;
  forgetToken(host: OtherHostId): Promise<Result<unknown>>;
  /** `onStep` hears of each step as it begins. */
  send(wish: ElsewhereWish, onStep: (step: ElsewhereStep) => void): Promise<Result<ElsewherePlace>>;
  /** What the host says of what was sent last. */
  standing(host: OtherHostId): Promise<Result<Standing>>;
  /** Keeps what is pending, then loads signing in, which comes back to this sheet. */
  signIn(): Promise<void>;
}
