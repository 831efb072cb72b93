import { Command as Palette } from "cmdk";
import { useMemo, useState } from "react";
import { Icon } from "../../ui/Icon.tsx";
import { Kbd } from "../../ui/Kbd.tsx";
import type { Command } from "./command.ts";
import { scoreCommand } from "./score-command.ts";
import "./palette.css";

export interface CommandPaletteProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly commands: readonly Command[];
  readonly placeholder: string;
}

/** Everything that can be done, found by typing. */
export function CommandPalette({ isOpen, onClose, commands, placeholder }: CommandPaletteProps) {
  const [query, setQuery] = useState("");
  const groups = useMemo(() => inGroups(commands), [commands]);
  const close = () => {
    setQuery("");
    onClose();
  };
  return (
    <Palette.Dialog
      open={isOpen}
      onOpenChange={(open) => !open && close()}
      label="Do anything"
      className="palette-box"
      overlayClassName="palette-scrim"
      contentClassName="palette-content"
      filter={(value, search, keywords) => scoreCommand(keywords?.[0] ?? value, search, keywords)}
      loop
    >
      <Palette.Input value={query} onValueChange={setQuery} placeholder={placeholder} />
      <Palette.List label="What can be done">
        <Palette.Empty>Nothing is called that. Try another word.</Palette.Empty>
        {groups.map(([title, entries]) => (
          <Palette.Group key={title} heading={title}>
            {entries.map((command) => (
              <Entry
                key={command.id}
                command={command}
                onSelect={() => {
                  close();
                  command.run();
                }}
              />
            ))}
          </Palette.Group>
        ))}
      </Palette.List>
    </Palette.Dialog>
  );
}

function Entry({
  command,
  onSelect,
}: {
  readonly command: Command;
  readonly onSelect: () => void;
}) {
  const { id, title, group, detail, keywords = [], shortcut, icon } = command;
  return (
    <Palette.Item value={id} keywords={[title, ...keywords, group]} onSelect={onSelect}>
      {icon !== undefined && <Icon name={icon} size={16} />}
      <span className="palette-title">{title}</span>
      {detail !== undefined && <small>{detail}</small>}
      {shortcut !== undefined && <Kbd keys={shortcut} />}
    </Palette.Item>
  );
}

function inGroups(
  commands: readonly Command[],
): readonly (readonly [string, readonly Command[]])[] {
  const groups = new Map<string, Command[]>();
  for (const command of commands) {
    groups.set(command.group, [...(groups.get(command.group) ?? []), command]);
  }
  return [...groups];
}
