import { IconButton } from "../../ui/IconButton.tsx";
import { SegmentedControl } from "../../ui/SegmentedControl.tsx";
import { Select, SelectItem } from "../../ui/Select.tsx";
import type { Device, Zoom } from "./frame-size.ts";
import type { PreviewPanelProps } from "./PreviewPanel.tsx";

const DEVICES: readonly { readonly id: Device; readonly label: string; readonly icon: string }[] = [
  { id: "fit", label: "Fit", icon: "maximize" },
  { id: "desktop", label: "Desktop, 1280 px", icon: "monitor" },
  { id: "tablet", label: "Tablet, 768 px", icon: "tablet" },
  { id: "phone", label: "Phone, 390 px", icon: "smartphone" },
];
const ZOOMS: readonly { readonly id: Zoom; readonly label: string }[] = [
  { id: "fit", label: "Fit" },
  { id: 100, label: "100 %" },
  { id: 75, label: "75 %" },
  { id: 50, label: "50 %" },
];

/** Widths, zoom, address, reload, own window. */
export function PreviewBar(props: PreviewPanelProps) {
  const { device, zoom, onDevice, onZoom, address, onReload, onOpenWindow } = props;
  return (
    <div className="preview-bar">
      <SegmentedControl
        label="Width of the preview"
        options={DEVICES}
        value={device}
        onChange={onDevice}
        iconsOnly
      />
      <Select
        label="Zoom"
        hideLabel
        size="small"
        value={String(zoom)}
        onChange={(key) => onZoom(ZOOMS.find(({ id }) => String(id) === key)?.id ?? "fit")}
      >
        {ZOOMS.map(({ id, label }) => (
          <SelectItem key={String(id)} id={String(id)}>
            {label}
          </SelectItem>
        ))}
      </Select>
      <span className="preview-address" title={address}>
        {address}
      </span>
      <IconButton label="Reload the preview" icon="rotate-cw" size="small" onPress={onReload} />
      {onOpenWindow !== undefined && (
        <IconButton
          label="Open in a new window"
          icon="external-link"
          size="small"
          onPress={onOpenWindow}
        />
      )}
    </div>
  );
}
