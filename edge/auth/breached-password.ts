/** Longer than this nobody waits for the answer: the check is a help, not a gate. */
const WITHIN_MS = 1_500;

/**
 * Whether a password is known from a breach, by Have I Been Pwned's range API: five letters of its SHA-1
 * are sent, never the password (https://haveibeenpwned.com/API/v3#PwnedPasswords). False where the
 * service isn't configured, doesn't answer in time, or answers something else.
 */
export async function isBreached(
  password: string,
  url: string | undefined,
  send: (request: Request) => Promise<Response>,
): Promise<boolean> {
  if (!url) return false;
  try {
    const hash = await sha1(password);
    const request = new Request(`${url.replace(/\/$/, "")}/${hash.slice(0, 5)}`, {
      headers: { "add-padding": "true" },
      signal: AbortSignal.timeout(WITHIN_MS),
    });
    const answer = await send(request);
    if (!answer.ok) return false;
    const lines = (await answer.text()).split(/\r?\n/);
    // Padding has a count of zero.
    return lines.some((line) => line.startsWith(`${hash.slice(5)}:`) && !/:0+$/.test(line));
  } catch {
    return false;
  }
}

async function sha1(text: string): Promise<string> {
  const bytes = await crypto.subtle.digest("SHA-1", new TextEncoder().encode(text));
  return [...new Uint8Array(bytes)]
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("")
    .toUpperCase();
}
