/** A length of time in milliseconds as people read it: `8 ms`, `340 ms`, `1.2 s`, `2 min 5 s`. */
export function shownTime(ms: number): string {
  if (ms < 999.5) return `${ms > 0 && ms < 1 ? "<1" : Math.round(ms)} ms`;
  if (ms < 59_950) return `${(ms / 1000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
