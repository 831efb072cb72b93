/** Words that many requests about the look begin with. */
export const CHANGE = "(make|turn|set|switch|change|put|colour|paint)";
/** Ways to want something away. */
export const HIDE =
  "(remove|delete|hide|clear|drop|take out|take off|take away|get rid of|leave out|don't show|do not show|i don't want to show|omit|keep out|lose|no)";
/** What people call the site. */
export const THING =
  "(it|everything|the site|my site|the page|my page|the website|my website|the portfolio|my portfolio|the whole thing|the whole site|the whole page|all of it|things)";
/** The one after the present one, round and round. */
export function nextOf<T extends { readonly id: string }>(all: readonly T[], id: string): T {
  const at = all.findIndex((one) => one.id === id);
  return all[(at + 1) % all.length]!;
}
/** A name without its article, in small letters. */
export const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/^(?:the|a|an|my|our) /, "")
    .trim();
