/** Texts that the editor has told and that may still come back, oldest first. */
export type Told = readonly string[];

/**
 * What a text that comes to the editor is. An echo is one that it told itself; what was told before that
 * won't come any more. After a change from outside nothing will: the same text again is then somebody
 * taking that change back.
 */
export function heard(told: Told, text: string): { readonly isEcho: boolean; readonly told: Told } {
  const echo = told.indexOf(text);
  return echo < 0 ? { isEcho: false, told: [] } : { isEcho: true, told: told.slice(echo + 1) };
}
