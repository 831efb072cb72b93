import type { Meter, MeterId } from "../../shared/api/usage.ts";

const NAMES: Readonly<Record<MeterId, string>> = {
  "ai-extractions": "CVs read with AI",
  "ai-tokens": "AI tokens",
  "ai-repair-tokens": "AI tokens for repairs, free",
  "ai-calls": "AI calls",
  uploads: "Files sent",
  analyses: "CVs looked over",
  generations: "Portfolios made on the server",
  "storage-bytes": "Storage",
  "published-sites": "Published sites",
  "draft-links": "New links to drafts",
};

export interface MeterWords {
  readonly name: string;
  /** “7 of 10 left” */
  readonly left: string;
  /** “Back to 10 tomorrow at 00:00”; nothing where nothing returns. */
  readonly returns: string | null;
  /** Share used, 0–1; `null` without a limit. */
  readonly share: number | null;
}

/** What a person reads of a meter. `language` and the times are the reader's own. */
export function meterWords(meter: Meter, language: string): MeterWords {
  const { id, used, limit, left, resetsAt } = meter;
  const amount = (value: number) =>
    id === "storage-bytes" ? bytes(value, language) : value.toLocaleString(language);
  const when =
    resetsAt === null
      ? null
      : new Date(resetsAt).toLocaleString(language, {
          weekday: "long",
          day: "numeric",
          month: "long",
          hour: "2-digit",
          minute: "2-digit",
        });
  return {
    name: NAMES[id],
    left:
      limit === null || left === null
        ? `${amount(used)} used, without limit`
        : limit === 0
          ? "Not part of your plan"
          : `${amount(left)} of ${amount(limit)} left`,
    returns: when === null || limit === null || used === 0 ? null : `All back ${when}`,
    share: limit === null ? null : limit === 0 ? 0 : Math.min(1, used / limit),
  };
}

function bytes(value: number, language: string): string {
  const [unit, size] =
    value >= 1e9
      ? (["GB", 1e9] as const)
      : value >= 1e6
        ? (["MB", 1e6] as const)
        : (["KB", 1e3] as const);
  return `${(value / size).toLocaleString(language, { maximumFractionDigits: 1 })} ${unit}`;
}
