import { useEffect, useState } from "react";
import type { AddressState, PublishActs } from "./publish-acts.ts";
import { shortAddress } from "./publish-words.ts";

/** Between the last letter typed and the question, in milliseconds. */
const PAUSE_MS = 300;

/** What is said of an address while it is typed: whether it can be had, and how it will read. */
export function useAddress(
  acts: PublishActs,
  slug: string,
  /** The one that the site has. */
  own: string | null,
): {
  readonly words: string;
  readonly isRefused: boolean;
  /** `null`: not known yet. */
  readonly url: string | null;
} {
  const [known, setKnown] = useState<{ readonly slug: string; readonly is: AddressState } | null>(
    null,
  );
  useEffect(() => {
    let isLeft = false;
    const timer = setTimeout(() => {
      void acts.checkAddress(slug.trim() === "" ? "-" : slug).then((seen) => {
        // Who isn’t reached says nothing here: publishing itself says what is wrong.
        if (!isLeft) setKnown(seen.ok ? { slug, is: seen.value } : null);
      });
    }, PAUSE_MS);
    return () => {
      isLeft = true;
      clearTimeout(timer);
    };
  }, [acts, slug]);
  if (known === null || known.slug !== slug) return { words: "…", isRefused: false, url: null };
  const { why, url } = known.is;
  const state = slug === own ? "yours" : known.is.state;
  if (state === "taken" || state === "refused") return { words: why, isRefused: true, url: null };
  const words = state === "free" ? "is free." : "is yours.";
  return { words: `${shortAddress(url)} ${words}`, isRefused: false, url };
}
