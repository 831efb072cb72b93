import type { ReactNode } from "react";

/** A list of entries that leaves the trunk and comes back to it. */
export function Branch({ children }: { children: ReactNode }) {
  return (
    <ol role="list" className="branch">
      {children}
    </ol>
  );
}
