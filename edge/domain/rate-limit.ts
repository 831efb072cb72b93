/** A token bucket: it holds `tokens` at most and refills evenly, all of them in `refillMs`. */
export interface BucketRule {
  readonly tokens: number;
  readonly refillMs: number;
}

/** How many tokens were there at a time (epoch milliseconds). Parts of a token count. */
export interface Bucket {
  readonly tokens: number;
  readonly at: number;
}

/** What a rate limit said of one call. */
export interface RateDecision {
  readonly allowed: boolean;
  /** Tokens of the bucket. */
  readonly limit: number;
  readonly remaining: number;
  /** Milliseconds until the bucket is full again; where refused, until one call fits. */
  readonly resetMs: number;
}

/**
 * Takes tokens out of a bucket (`null`: never used, so full). A call that doesn't fit takes nothing. A
 * clock that goes back refills nothing. A bucket that was larger (the tier changed) is cut to its rule.
 */
export function takeTokens(
  bucket: Bucket | null,
  rule: BucketRule,
  tokens: number,
  now: number,
): { readonly bucket: Bucket; readonly decision: RateDecision } {
  const { tokens: limit, refillMs } = rule;
  const elapsed = bucket ? Math.max(0, now - bucket.at) : refillMs;
  const there = Math.min(limit, (bucket?.tokens ?? limit) + (elapsed * limit) / refillMs);
  // Parts of a token add up with tiny errors; a call must not fail for a billionth of one.
  const allowed = there + 1e-9 >= tokens;
  const left = allowed ? Math.max(0, there - tokens) : there;
  const missing = allowed ? limit - left : Math.min(tokens, limit) - left;
  return {
    bucket: { tokens: left, at: Math.max(now, bucket?.at ?? now) },
    decision: {
      allowed,
      limit,
      remaining: Math.floor(left),
      resetMs: Math.ceil((missing * refillMs) / limit),
    },
  };
}
