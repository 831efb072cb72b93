import { funnel } from "../../../shared/api/funnel.ts";
import { system } from "../../../shared/api/system.ts";
import { FUNNEL_STEPS, type FunnelStep } from "../../../shared/funnel.ts";
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

/** Words of steps, in the tab alone and for as long as it is open. */
const IN_TAB = "cv2web-funnel";

function recall(): FunnelStep[] {
  try {
    const words = (sessionStorage.getItem(IN_TAB) ?? "").split(" ");
    return FUNNEL_STEPS.filter((step) => words.includes(step));
  } catch {
    // A browser may give pages no storage: then the way ends with the page.
    return [];
  }
}

function remember(counted: readonly FunnelStep[]): void {
  try {
    sessionStorage.setItem(IN_TAB, counted.join(" "));
  } catch {
    // As above.
  }
}

/** This tab's funnel. */
export const browserFunnel = openFunnel({ objects: objects(), isWanted, send, recall, remember });
