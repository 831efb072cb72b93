import type { ReactNode } from "react";
import type { Failure } from "../../../shared/failure.ts";
import type { Device, Zoom } from "./frame-size.ts";

export interface PreviewPanelProps {
  /** The running site's frame; `null` while the sandbox opens. */
  readonly frame: ReactNode | null;
  /** False until the page has shown something. */
  readonly painted: boolean;
  /** The build has problems: the frame says so itself, and is not covered. */
  readonly broken: boolean;
  readonly step: string | null;
  readonly failure: { readonly failure: Failure; readonly retry: () => void } | null;
  readonly device: Device;
  readonly zoom: Zoom;
  readonly onDevice: (device: Device) => void;
  readonly onZoom: (zoom: Zoom) => void;
  /** Shown in the address line. */
  readonly address: string;
  readonly onReload: () => void;
  /** Absent where the site can't run outside its frame. */
  readonly onOpenWindow?: () => void;
  /** Without it the site has the whole room: a phone. */
  readonly hasBar: boolean;
}
