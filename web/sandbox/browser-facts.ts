import type { BrowserFacts } from "../../shared/sandbox/situation.ts";

/** What this browser and this document allow; nothing is tried out. */
export function browserFacts(): BrowserFacts {
  const { userAgent, maxTouchPoints, cookieEnabled } = navigator;
  // An iPad says that it is a Mac, and has a touch screen, which no Mac has.
  const isIpad = userAgent.includes("Macintosh") && maxTouchPoints > 1;
  return {
    isIsolated: globalThis.crossOriginIsolated === true,
    hasSharedMemory: typeof SharedArrayBuffer === "function",
    isIos: /iPad|iPhone|iPod/.test(userAgent) || isIpad,
    // Where even our own cookies are off, everybody else's storage is too.
    allowsThirdPartyStorage: cookieEnabled,
  };
}
