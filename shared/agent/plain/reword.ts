import type { PlainContext } from "./plain-kind.ts";

/** A plainer way of saying the same request; `null` where this rule has nothing to say about it. */
export type Reword = (text: string, context: PlainContext) => string | null;

/**
 * A rule that says anew what a pattern finds.
 * @param pattern of the whole request, with named groups
 * @param anew the plainer request of those groups; `null`: these groups are something else
 */
export const reworded =
  (
    pattern: RegExp,
    anew: (groups: Readonly<Record<string, string>>, context: PlainContext) => string | null,
  ): Reword =>
  (text, context) => {
    const found = pattern.exec(text)?.groups;
    if (!found) return null;
    return anew(
      Object.fromEntries(Object.entries(found).map(([name, words]) => [name, words ?? ""])),
      context,
    );
  };
