import type { ReactNode } from "react";

/** A list of entries that leaves the trunk and comes back to it. */
export function Branch({ children }: { children: ReactNode }) {
  return (
    <div className="branch">
      <Bend />
      <ol className="flex flex-col gap-11">{children}</ol>
      <Bend />
    </div>
  );
}

function Bend() {
  return (
    <svg className="bend" viewBox="0 0 10 20" preserveAspectRatio="none" aria-hidden>
      <path d="M0 0C0 11 10 9 10 20" vectorEffect="non-scaling-stroke" />
    </svg>
  );
}
