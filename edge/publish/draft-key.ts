/**
 * What a link to a draft knows of its portfolio: a hash of the id in the browser, which may carry a name.
 * No person’s key is in it, so that it stays right when an anonymous person gets an account.
 */
export async function draftKeyOf(portfolioId: string): Promise<string> {
  const bytes = new TextEncoder().encode(`draft of ${portfolioId}`);
  const digest = await crypto.subtle.digest("SHA-256", bytes);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
