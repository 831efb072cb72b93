import { useState } from "react";
import { Badge } from "../../../ui/Badge.tsx";
import { Button } from "../../../ui/Button.tsx";
import { Chip } from "../../../ui/Chip.tsx";
import { Dialog } from "../../../ui/Dialog.tsx";
import { IconButton } from "../../../ui/IconButton.tsx";
import { Kbd } from "../../../ui/Kbd.tsx";
import { Link } from "../../../ui/Link.tsx";
import { Menu, MenuItem, MenuSection, MenuSeparator } from "../../../ui/Menu.tsx";
import { PlainButton } from "../../../ui/PlainButton.tsx";
import { Popover } from "../../../ui/Popover.tsx";
import { Sheet } from "../../../ui/Sheet.tsx";
import { showToast } from "../../../ui/Toast.tsx";
import { Toolbar } from "../../../ui/Toolbar.tsx";
import { Tooltip } from "../../../ui/Tooltip.tsx";
import type { Specimen } from "./specimen.ts";

const VARIANTS = ["primary", "secondary", "quiet", "danger"] as const;
const WORDS = { primary: "Publish", secondary: "Export", quiet: "Cancel", danger: "Delete" };

function Buttons() {
  return (
    <div className="kit-stack">
      {VARIANTS.map((variant) => (
        <div className="kit-row" key={variant}>
          <Button variant={variant}>{WORDS[variant]}</Button>
          <Button variant={variant} size="small">
            Small
          </Button>
          <Button variant={variant} isDisabled>
            Disabled
          </Button>
          <Button variant={variant} isPending>
            Pending
          </Button>
        </div>
      ))}
      <div className="kit-row">
        <PlainButton variant="primary" size="large">
          Large, without react-aria
        </PlainButton>
      </div>
      <div className="kit-narrow">
        <Button>A label so long that no sensible person would put it on a button</Button>
      </div>
      <div className="kit-row" dir="rtl" lang="ar">
        <Button variant="primary">نشر الموقع</Button>
        <Button>تصدير</Button>
      </div>
    </div>
  );
}

function IconButtons() {
  return (
    <Toolbar label="Acts" className="kit-row">
      <IconButton label="Undo" icon="undo-2" shortcut="Mod+Z" />
      <IconButton label="Redo" icon="redo-2" isDisabled />
      <IconButton label="Phone" icon="smartphone" isSelected />
      <IconButton label="Reload" icon="rotate-cw" size="small" />
      <IconButton label="Delete" icon="trash-2" variant="danger" />
    </Toolbar>
  );
}

function SmallParts() {
  return (
    <div className="kit-stack">
      <div className="kit-row">
        <Badge>12</Badge>
        <Badge tone="accent">New</Badge>
        <Badge tone="good">Saved</Badge>
        <Badge tone="warn">3</Badge>
        <Badge tone="bad">Failed</Badge>
        <Kbd keys="Mod+K" />
        <Kbd keys="Escape" />
      </div>
      <div className="kit-row">
        <Chip>React</Chip>
        <Chip onRemove={() => showToast({ title: "Removed" })}>Oceanography</Chip>
        <Chip tone="warn" icon="scan-text" onPress={() => showToast({ title: "Opens the review" })}>
          Check 3 fields
        </Chip>
      </div>
      <p>
        Read <Link href="/developers/ui">what the kit is for</Link> or the{" "}
        <Link href="https://jsonresume.org/schema" isExternal>
          schema
        </Link>
        .
      </p>
    </div>
  );
}

function Overlays() {
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="kit-row">
      <Menu label="Export" trigger={<Button>Export</Button>}>
        <MenuSection title="The code">
          <MenuItem icon="file-archive" detail="A Vite project, as you see it here">
            Project as ZIP
          </MenuItem>
          <MenuItem icon="globe" shortcut="Mod+E">
            Site as ZIP
          </MenuItem>
        </MenuSection>
        <MenuSeparator />
        <MenuItem icon="file-json" isDisabled>
          resume.json
        </MenuItem>
        <MenuItem icon="trash-2" tone="danger">
          Delete
        </MenuItem>
      </Menu>
      <Popover label="About" trigger={<Button>Popover</Button>}>
        <p>Runs in this browser. Nothing is sent.</p>
      </Popover>
      <Tooltip text="Everything is kept as you type" shortcut="Mod+S">
        <Button variant="quiet">Tooltip</Button>
      </Tooltip>
      <Dialog
        title="Delete this portfolio?"
        role="alertdialog"
        trigger={<Button variant="danger">Dialog</Button>}
        renderActs={({ close }) => (
          <>
            <Button onPress={close}>Keep it</Button>
            <Button variant="danger" onPress={close}>
              Delete
            </Button>
          </>
        )}
      >
        <p>Its versions go with it. The file you dropped stays on your computer.</p>
      </Dialog>
      <Button onPress={() => setOpen(true)}>Sheet</Button>
      <Sheet title="Design" isOpen={isOpen} onOpenChange={setOpen}>
        <p>From the side on wide screens, from below on phones.</p>
      </Sheet>
    </div>
  );
}

function Toasts() {
  return (
    <div className="kit-row">
      <Button
        onPress={() =>
          showToast({
            title: "Deleted “Ada Lindqvist”",
            detail: "Its versions went with it.",
            action: {
              label: "Undo",
              onPress: () => showToast({ title: "It is back", tone: "good" }),
            },
          })
        }
      >
        Toast
      </Button>
      <Button
        onPress={() =>
          showToast({
            title: "The disk is full.",
            detail: "Nothing is lost: export the project, then make room.",
            tone: "bad",
            timeout: null,
          })
        }
      >
        Bad toast
      </Button>
    </div>
  );
}

export const ACT_SPECIMENS: readonly Specimen[] = [
  { name: "Button, PlainButton", Show: Buttons },
  { name: "IconButton, Toolbar", Show: IconButtons },
  { name: "Badge, Kbd, Chip, Link", Show: SmallParts },
  { name: "Menu, Popover, Tooltip, Dialog, Sheet", Show: Overlays },
  { name: "Toast", Show: Toasts },
];
