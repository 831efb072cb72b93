import { useEffect, useRef, useState, type ReactNode } from "react";
import { Button } from "../../ui/Button.tsx";
import { ErrorState } from "../../ui/ErrorState.tsx";
import { BootState } from "./BootState.tsx";
import { frameSize } from "./frame-size.ts";
import type { PreviewPanelProps } from "./preview-props.ts";
import { PreviewBar } from "./PreviewBar.tsx";
import "./preview.css";

/** The person's site in a frame of a device's width, and what is waited for until it stands. */
export function PreviewPanel(props: PreviewPanelProps) {
  const { frame, painted, broken, step, failure, device, zoom } = props;
  return (
    <section className="preview" aria-label="Preview">
      {props.hasBar && <PreviewBar {...props} />}
      <Stage device={device} zoom={zoom}>
        {frame}
        {failure !== null && (
          <div className="preview-cover">
            <ErrorState
              failure={failure.failure}
              action={<Button onPress={failure.retry}>Try again</Button>}
            />
          </div>
        )}
        {failure === null && !painted && !broken && <BootState step={step} />}
      </Stage>
    </section>
  );
}

interface StageProps extends Pick<PreviewPanelProps, "device" | "zoom"> {
  readonly children: ReactNode;
}

function Stage({ device, zoom, children }: StageProps) {
  const stage = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState({ width: 0, height: 0 });
  useEffect(() => {
    if (stage.current === null) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setRoom({ width: entry.contentRect.width, height: entry.contentRect.height });
    });
    observer.observe(stage.current);
    return () => observer.disconnect();
  }, []);
  const { width, height, scale } = frameSize(room, device, zoom);
  return (
    <div className="preview-stage" data-device={device}>
      <div className="preview-room" ref={stage}>
        {room.width > 0 && (
          <div className="preview-place" style={{ width: width * scale, height: height * scale }}>
            <div className="preview-frame" style={{ width, height, scale: String(scale) }}>
              {children}
            </div>
          </div>
        )}
      </div>
    </div>
  );
}
