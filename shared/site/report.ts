/** Why a published site can be reported. */
export const REPORT_REASONS = ["somebody-else", "private", "deceit", "harm", "other"] as const;
export type ReportReason = (typeof REPORT_REASONS)[number];

/** As the form says them. */
export const REASON_WORDS: Readonly<Record<ReportReason, string>> = {
  "somebody-else": "It pretends to be somebody else",
  private: "It shows private things of somebody",
  deceit: "It deceives: phishing, fraud, malware",
  harm: "It threatens or demeans people",
  other: "Something else",
};

/** Letters of a report’s own words. */
export const REPORT_LETTERS = 2_000;

/** What a form said; `null` where it isn’t one of ours. */
export function readReport(
  reason: unknown,
  words: unknown,
): { readonly reason: ReportReason; readonly words: string } | null {
  const known = REPORT_REASONS.find((one) => one === reason);
  if (known === undefined || typeof words !== "string") return null;
  const said = words.trim().slice(0, REPORT_LETTERS);
  // Who can’t be asked back has to say what they mean.
  return known === "other" && said === "" ? null : { reason: known, words: said };
}
