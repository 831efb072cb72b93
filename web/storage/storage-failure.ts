import type { Failure } from "../../shared/failure.ts";

const detailOf = (error: unknown) =>
  error instanceof Error ? `${error.name}: ${error.message}` : String(error);

const nameOf = (error: unknown) => (error instanceof Error ? error.name : "");

/** A browser's storage error as a sentence. What is on the screen is always safe: it is in memory. */
export function storageFailure(error: unknown): Failure {
  const detail = detailOf(error);
  if (nameOf(error) === "QuotaExceededError") {
    return {
      kind: "storage-full",
      message: "This browser’s storage is full.",
      nextStep:
        "Your work is safe while this tab is open. Free some space or delete a portfolio: saving is tried again by itself.",
      detail,
      retryable: true,
    };
  }
  if (nameOf(error) === "InvalidStateError") {
    return {
      kind: "storage-blocked",
      message: "The connection to this browser’s storage was closed.",
      nextStep:
        "A newer version of this app may be open in another tab. Export your work if you changed something just now, then reload this page.",
      detail,
      retryable: false,
    };
  }
  if (nameOf(error) === "VersionError") {
    return {
      kind: "storage-blocked",
      message: "Your portfolios were saved by a newer version of this app.",
      nextStep: "Reload the page to get it. Until then, nothing made here is kept.",
      detail,
      retryable: false,
    };
  }
  return {
    kind: "storage-blocked",
    message: "This browser doesn’t let the page keep anything.",
    nextStep:
      "Everything works, but is gone when you close the tab: export a ZIP before you do, or leave private browsing.",
    detail,
    retryable: true,
  };
}

/** For a portfolio or version that isn’t there, perhaps deleted in another tab. */
export const notFound = (what: string): Failure => ({
  kind: "not-found",
  message: `This ${what} is no longer in this browser.`,
  nextStep: "It may have been deleted in another tab. What is on the screen can still be exported.",
  retryable: false,
});
