import { Dialog } from "../../ui/Dialog.tsx";
import { Kbd } from "../../ui/Kbd.tsx";
import { SHORTCUTS, shortcutText } from "./shortcuts.ts";
import "./palette.css";

export interface ShortcutsHelpProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** All shortcuts, from the table that the keys obey. */
export function ShortcutsHelp({ isOpen, onClose }: ShortcutsHelpProps) {
  return (
    <Dialog title="Shortcuts" isOpen={isOpen} onOpenChange={(open) => !open && onClose()}>
      <dl className="shortcuts">
        {SHORTCUTS.map(({ id, title }) => (
          <div key={id}>
            <dt>{title}</dt>
            <dd>
              <Kbd keys={shortcutText(id)} />
            </dd>
          </div>
        ))}
        <div>
          <dt>Format the code</dt>
          <dd>
            <Kbd keys="Shift+Alt+F" />
          </dd>
        </div>
      </dl>
      <p className="shortcuts-note">
        While you type in a field, undo belongs to the field. In the preview, keys belong to your
        site.
      </p>
    </Dialog>
  );
}
