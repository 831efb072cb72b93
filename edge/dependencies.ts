import type { Site } from "./domain/host.ts";

/** What the routes need, as named functions; time, ids and chance are among them. */
export interface Dependencies {
  readonly siteOf: (host: string) => Site;
  readonly previewHost: string;
  /** The app's own origin; empty on one machine, where it is any loopback name. */
  readonly appOrigin: string;
  readonly asset: (request: Request) => Promise<Response>;
  readonly newRequestId: () => string;
  readonly log: (entry: Readonly<Record<string, unknown>>) => void;
  readonly isDevelopment: boolean;
}
