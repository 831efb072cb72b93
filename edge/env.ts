/** What wrangler.toml binds. */
export interface Env {
  readonly ASSETS: Fetcher;
  /** `{id}.preview.example`: hosts on which people's projects run. */
  readonly PREVIEW_HOST: string;
  /** The app's own origin in production, `https://cv2web.example`; empty on one machine. */
  readonly APP_ORIGIN: string;
}
