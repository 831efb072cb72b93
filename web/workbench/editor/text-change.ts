/** One replacement: characters `from`–`to` of the old text become `insert`. */
export interface TextChange {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/**
 * The smallest single replacement that makes `next` out of `previous`, or `null` when they are the
 * same. Everything outside it stays, and with it the cursor.
 */
export function textChange(previous: string, next: string): TextChange | null {
  if (previous === next) return null;
  const shorter = Math.min(previous.length, next.length);
  let from = 0;
  while (from < shorter && previous[from] === next[from]) from += 1;
  let tail = 0;
  while (
    tail < shorter - from &&
    previous[previous.length - 1 - tail] === next[next.length - 1 - tail]
  ) {
    tail += 1;
  }
  return { from, to: previous.length - tail, insert: next.slice(from, next.length - tail) };
}
