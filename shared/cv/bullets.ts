/** Signs that open a list item; also what symbol fonts' bullets become in a PDF's text layer. */
const BULLET =
  /^(?:[•●○◦▪▫■□◆◇▶▸►‣⁃∙·❖➢➤✓✔*\ue000\uf0b7\uf0a7\uf0d8\u2022\u2043\u25cf\u25aa]|[-–—](?=\s)|[o§](?=\s{1,}\S)|\{(?=\s))\s*/u;

/** Gives the text without its bullet, or null when the line has none. */
export function withoutBullet(text: string): string | null {
  const match = BULLET.exec(text);
  if (!match || match[0].length === 0) return null;
  const rest = text.slice(match[0].length).trim();
  return rest || null;
}

/** True for a run that is nothing but a bullet. */
export const isBulletAlone = (text: string): boolean =>
  /^(?:[•●○◦▪▫■□◆◇▶▸►‣⁃∙·❖➢➤✓✔\ue000\uf0b7\uf0a7\uf0d8{–-]|o|§)$/u.test(text.trim());
