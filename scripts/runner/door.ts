/**
 * What serves requests behind the runner's one port. A door says which requests are its own, who may
 * come in, and answers them; that the Host is ours has been checked before.
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";

export interface Caller {
  readonly request: IncomingMessage;
  readonly url: URL;
  /** The first label of a host below `localhost` (`a` of `a.localhost`); `null` for the bare host. */
  readonly label: string | null;
  /** The web page that asks; `null` when no page does. An opaque one is the text `null`. */
  readonly origin: string | null;
}

export interface Upgrade {
  readonly socket: Duplex;
  readonly head: Buffer;
}

export interface Door {
  /** Whether the request is for this door. */
  readonly fits: (caller: Caller) => boolean;
  /** Whether the caller may come in; a page's origin counts, a token too. */
  readonly admits: (caller: Caller) => boolean;
  readonly handle: (caller: Caller, response: ServerResponse) => Promise<void>;
  /** A WebSocket; the door completes the handshake or destroys the socket. Absent: none are taken. */
  readonly upgrade?: (caller: Caller, upgrade: Upgrade) => Promise<void>;
}
