import { knownPerson } from "./known-person.ts";
import { signInPath } from "./return-path.ts";

/** The address of the account, or of signing in, which comes back to `from`. */
export const accountPath = (from: string): string =>
  knownPerson() === null ? signInPath(from) : `/account?next=${encodeURIComponent(from)}`;

/** The quiet corner: “Sign in”, or the way to one's account. Waits for no server. */
export function AccountLink({ from, className }: { from: string; className?: string }) {
  return (
    <a className={className} href={accountPath(from)}>
      {knownPerson() === null ? "Sign in" : "Account"}
    </a>
  );
}
