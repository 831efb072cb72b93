import { funnel } from "../../../shared/api/funnel.ts";
import { system } from "../../../shared/api/system.ts";
import { apiClient } from "../api-client.ts";
import { openFunnel, type Counted } from "./count-funnel.ts";

/** Do Not Track, and Global Privacy Control where the browser has it (https://www.w3.org/TR/gpc/). */
const objects = (): boolean => {
  const { doNotTrack, globalPrivacyControl } = navigator as Navigator & {
    readonly globalPrivacyControl?: boolean;
  };
  return doNotTrack === "1" || globalPrivacyControl === true;
};

async function isWanted(): Promise<boolean> {
  const configured = await apiClient.call(system.configured, {});
  return configured.ok && configured.value.funnel;
}

/**
 * Without cookies, so that a count can't be tied to a session: that is why it isn't `sendBeacon`, which
 * sends them always. `keepalive` lets it end after the page. What is lost isn't missed.
 */
function send(what: Counted): void {
  const { method, path } = funnel.count;
  const headers = { "content-type": "application/json" };
  const body = JSON.stringify(what);
  fetch(path, { method, headers, body, keepalive: true, credentials: "omit" }).catch(
    () => undefined,
  );
}

/** This page's funnel. */
export const browserFunnel = openFunnel({ objects: objects(), isWanted, send });
