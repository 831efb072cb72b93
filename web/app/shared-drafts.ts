/** Which portfolios have a link to a draft: who deletes another one sends nothing. */
const markOf = (portfolioId: string) => `cv2web-draft-${portfolioId}`;

export function hasSharedDraft(portfolioId: string): boolean {
  try {
    return localStorage.getItem(markOf(portfolioId)) !== null;
  } catch {
    return false;
  }
}

export function noteSharedDraft(portfolioId: string, isShared: boolean): void {
  try {
    if (isShared) localStorage.setItem(markOf(portfolioId), "1");
    else localStorage.removeItem(markOf(portfolioId));
  } catch {
    // Where nothing may be kept, the link ends by itself.
  }
}
