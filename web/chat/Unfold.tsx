import { useState, type ReactNode } from "react";
import { Icon } from "../ui/Icon.tsx";

/** A line that unfolds; what is inside is made when it is first seen. */
export function Unfold(props: {
  readonly line: ReactNode;
  readonly isOpenFirst?: boolean;
  readonly children: ReactNode;
}) {
  const { line, isOpenFirst = false, children } = props;
  const [isOpen, setOpen] = useState(isOpenFirst);
  return (
    <details className="chat-unfold" open={isOpen} onToggle={(e) => setOpen(e.currentTarget.open)}>
      <summary>
        {line}
        <Icon name="chevron-right" size={16} />
      </summary>
      {isOpen && children}
    </details>
  );
}
