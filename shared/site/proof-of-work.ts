/**
 * Hashcash in small: whoever sends a letter by program pays for each with a second of work. The text of
 * a proof is the challenge and a number, its SHA-256 must begin with so many zero bits.
 */
export const proofText = (challenge: string, answer: string): string => `${challenge}:${answer}`;

/** Whether a hash begins with at least `bits` zero bits. */
export function beginsWithZeros(hash: Uint8Array, bits: number): boolean {
  const whole = Math.floor(bits / 8);
  for (let n = 0; n < whole; n++) if (hash[n] !== 0) return false;
  const rest = bits % 8;
  return rest === 0 || (hash[whole] ?? 0xff) >> (8 - rest) === 0;
}

/**
 * Looks for an answer. Each hash is awaited, so that whoever types meanwhile isn’t held up.
 * @param isLeft true: nobody waits for it any more
 */
export async function solve(
  challenge: string,
  bits: number,
  sha256: (text: string) => Promise<Uint8Array>,
  isLeft: () => boolean = () => false,
): Promise<string | null> {
  for (let n = 0; !isLeft(); n++) {
    const answer = n.toString(36);
    if (beginsWithZeros(await sha256(proofText(challenge, answer)), bits)) return answer;
  }
  return null;
}
