export type Device = "phone" | "tablet" | "desktop" | "fit";
/** Percent of the device's own size, or as large as there is room for. */
export type Zoom = 50 | 75 | 100 | "fit";

/** CSS pixels: an iPhone 15, an iPad upright, a small laptop. */
export const DEVICE_WIDTHS: Readonly<Record<Exclude<Device, "fit">, number>> = {
  phone: 390,
  tablet: 768,
  desktop: 1280,
};

/** A phone's height; the others are as high as the room. */
const PHONE_HEIGHT = 844;

export interface FrameSize {
  /** Of the site's own viewport, in CSS pixels, before scaling. */
  readonly width: number;
  readonly height: number;
  /** 0–1: how much smaller it is shown. */
  readonly scale: number;
}

/** How large the site's viewport is and how much it is scaled to stand in the room there is. */
export function frameSize(
  room: { readonly width: number; readonly height: number },
  device: Device,
  zoom: Zoom,
): FrameSize {
  const ownWidth = device === "fit" ? room.width : DEVICE_WIDTHS[device];
  const scale = zoom === "fit" ? Math.min(1, room.width / Math.max(ownWidth, 1)) : zoom / 100;
  const width = device === "fit" ? room.width / scale : ownWidth;
  const height = room.height / scale;
  return {
    width: Math.round(width),
    height: Math.round(device === "phone" ? Math.min(height, PHONE_HEIGHT) : height),
    scale,
  };
}
