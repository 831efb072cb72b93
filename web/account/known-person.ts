/**
 * Whether somebody signed in in this browser, kept here so that no screen waits for the server to know
 * what its corner says. It opens nothing: the server decides by its cookie.
 */
const KEY = "cv2web.signed-in";

/** The name or address to show, or `null` when nobody is signed in as far as this browser knows. */
export function knownPerson(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

/** Notes who signed in, or `null` when they left. */
export function rememberPerson(name: string | null): void {
  try {
    if (name === null) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, name);
  } catch {
    // Blocked storage: the corner says “Sign in”, which leads to the account all the same.
  }
}
