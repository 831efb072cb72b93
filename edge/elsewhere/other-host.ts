import type { ElsewherePlace, Standing } from "../../shared/api/elsewhere.ts";
import type { Result } from "../../shared/failure.ts";
import type { OtherHostId, SentManifest } from "../../shared/site/elsewhere.ts";

/** Where at a host a portfolio stands; sealed in the account, never with the token. */
export interface Place extends Omit<ElsewherePlace, "host" | "sentAt"> {
  /** The host’s own id of it. */
  readonly id: string;
  /** What was sent last: commit or deployment, when (epoch milliseconds), and the files of a commit. */
  readonly sent: {
    readonly ref: string;
    readonly at: number;
    readonly paths: readonly string[];
  } | null;
  /** It was made for this portfolio: what the host put into it can go. */
  readonly isNew: boolean;
}

/** What is on its way. */
export interface Sending {
  readonly id: string;
  readonly files: SentManifest;
  /** Commit that it goes on top of, or deployment that was begun; empty where there is none yet. */
  readonly ref: string;
  /** GitHub’s: the tree of that commit, and whether the branch has to be made. */
  readonly tree?: string;
  readonly isNewBranch?: boolean;
}

export interface Wish {
  readonly name: string;
  readonly branch: string;
  readonly isPrivate: boolean;
}

export interface SentContent {
  readonly hash: string;
  readonly bytes: Uint8Array;
}

/**
 * One other host, for one person’s token. Every call fails with `forbidden` where the token isn’t taken or
 * may not do it, `unavailable` or `timed-out` where the host can’t be reached, and as said.
 */
export interface OtherHost {
  readonly id: OtherHostId;
  /** Whose token it is. */
  whose(): Promise<Result<string>>;
  /** Finds or makes the place. Fails with `invalid` (its name) or `conflict` (it is somebody else’s). */
  settle(wish: Wish): Promise<Result<Place>>;
  /**
   * Begins a send. Fails with `conflict` where something is there that wasn’t sent from here, unless
   * `onTop`. @returns hashes that the host hasn’t got, each once
   */
  begin(
    place: Place,
    send: { readonly id: string; readonly files: SentManifest; readonly onTop: boolean },
  ): Promise<Result<{ readonly sending: Sending; readonly missing: readonly string[] }>>;
  /** Hands over one content. Fails with `corrupt` where the host names it otherwise. */
  send(place: Place, sending: Sending, content: SentContent): Promise<Result<void>>;
  /** All of it, at once. Fails with `conflict` where the branch has moved meanwhile. */
  finish(place: Place, sending: Sending, now: number): Promise<Result<Place>>;
  /** What became of what was sent last. */
  look(place: Place): Promise<Result<Standing>>;
}
