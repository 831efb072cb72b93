import { IconButton } from "../../../ui/IconButton.tsx";

/** Sections that the agent may not change; `basics` for name and contact. */
export interface SectionLocks {
  readonly locked: readonly string[];
  readonly onLock: (id: string) => void;
}

/** Holds the agent off a section, or lets it in again. */
export function LockToggle(props: SectionLocks & { readonly id: string; readonly name: string }) {
  const { id, name, locked, onLock } = props;
  const isLocked = locked.includes(id);
  return (
    <IconButton
      label={`Lock ${name} against the agent`}
      icon={isLocked ? "lock" : "lock-open"}
      size="small"
      isSelected={isLocked}
      className="content-lock"
      onPress={() => onLock(id)}
    />
  );
}
