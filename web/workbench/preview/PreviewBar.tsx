import { IconButton } from "../../ui/IconButton.tsx";
import { SegmentedControl } from "../../ui/SegmentedControl.tsx";
import type { IconName } from "../../ui/Icon.tsx";
import { Select } from "../../ui/Select.tsx";
import type { Device, Zoom } from "./frame-size.ts";
import type { PreviewPanelProps } from "./preview-props.ts";

const DEVICES: readonly { readonly id: Device; readonly label: string; readonly icon: IconName }[] =
  [
    { id: "fit", label: "Fit", icon: "maximize-2" },
    { id: "desktop", label: "Desktop, 1280 px", icon: "monitor" },
    { id: "tablet", label: "Tablet, 768 px", icon: "tablet" },
    { id: "phone", label: "Phone, 390 px", icon: "smartphone" },
  ];
const ZOOMS: readonly { readonly id: `${Zoom}`; readonly label: string; readonly zoom: Zoom }[] = [
  { id: "fit", label: "Fit", zoom: "fit" },
  { id: "100", label: "100 %", zoom: 100 },
  { id: "75", label: "75 %", zoom: 75 },
  { id: "50", label: "50 %", zoom: 50 },
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
      />
      <div className="preview-zoom">
        <Select
          label="Zoom"
          hideLabel
          options={ZOOMS}
          value={`${zoom}`}
          onChange={(chosen) => onZoom(ZOOMS.find(({ id }) => id === chosen)?.zoom ?? "fit")}
        />
      </div>
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
