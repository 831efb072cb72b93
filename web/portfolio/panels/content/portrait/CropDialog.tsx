import { useRef, useState, type PointerEvent } from "react";
import { Button } from "../../../../ui/Button.tsx";
import { Dialog } from "../../../../ui/Dialog.tsx";
import { SegmentedControl } from "../../../../ui/SegmentedControl.tsx";
import { Slider } from "../../../../ui/Slider.tsx";
import {
  afterKey,
  firstView,
  MOST_ZOOM,
  pushed,
  squareOf,
  within,
  type CropView,
  type Size,
} from "./crop-place.ts";
import type { Crop } from "./draw-portrait.ts";
import "./crop.css";

/** A picture that the browser has read. */
export interface PictureToCrop extends Size {
  /** An address of this page's own. */
  readonly url: string;
}

export interface CropDialogProps {
  readonly picture: PictureToCrop;
  readonly onTake: (crop: Crop | null) => void;
  readonly onClose: () => void;
}

const SHAPES = [
  { id: "square", label: "Square" },
  { id: "circle", label: "Circle" },
  { id: "whole", label: "Whole picture" },
] as const;
type Shape = (typeof SHAPES)[number]["id"];

/** Which part of a picture becomes the portrait: by dragging, by arrow keys, nearer and farther. */
export function CropDialog({ picture, onTake, onClose }: CropDialogProps) {
  const [shape, setShape] = useState<Shape>("square");
  const [view, setView] = useState<CropView>(() => firstView(picture));
  const crop = shape === "whole" ? null : { shape, square: squareOf(picture, view) };
  return (
    <Dialog
      title="Your picture"
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      renderActs={({ close }) => (
        <>
          <Button onPress={close}>Cancel</Button>
          <Button variant="primary" onPress={() => onTake(crop)}>
            Use it
          </Button>
        </>
      )}
    >
      <div className="crop">
        <SegmentedControl label="Shape" options={SHAPES} value={shape} onChange={setShape} />
        {shape === "whole" ? (
          <img className="crop-whole" src={picture.url} alt="All of it" />
        ) : (
          <>
            <CropStage picture={picture} shape={shape} view={view} onView={setView} />
            <Slider
              label="Nearer"
              minValue={1}
              maxValue={MOST_ZOOM}
              step={0.05}
              formatOptions={{ style: "percent" }}
              value={view.zoom}
              onChange={(zoom) => setView((now) => within(picture, { ...now, zoom }))}
            />
          </>
        )}
      </div>
    </Dialog>
  );
}

interface CropStageProps {
  readonly picture: PictureToCrop;
  readonly shape: Crop["shape"];
  readonly view: CropView;
  readonly onView: (change: (view: CropView) => CropView) => void;
}

function CropStage({ picture, shape, view, onView }: CropStageProps) {
  const last = useRef<{ readonly x: number; readonly y: number } | null>(null);
  const { left, top, side } = squareOf(picture, view);
  const drag = (event: PointerEvent<HTMLDivElement>) => {
    if (last.current === null) return;
    const { width } = event.currentTarget.getBoundingClientRect();
    const [right, down] = [event.clientX - last.current.x, event.clientY - last.current.y];
    last.current = { x: event.clientX, y: event.clientY };
    onView((now) => pushed(picture, now, right / width, down / width));
  };
  return (
    // Interactive by its role, which the rules don't count.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      className="crop-stage"
      data-shape={shape}
      role="application"
      aria-label="The part that is shown. Drag it, or move it by the arrow keys; plus and minus bring it nearer and farther."
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        last.current = { x: event.clientX, y: event.clientY };
      }}
      onPointerMove={drag}
      onPointerUp={() => (last.current = null)}
      onPointerCancel={() => (last.current = null)}
      onKeyDown={(event) => {
        const next = afterKey(picture, view, event.key, event.shiftKey);
        if (next === null) return;
        event.preventDefault();
        onView(() => next);
      }}
    >
      <img
        src={picture.url}
        alt=""
        draggable={false}
        style={{
          width: `${(picture.width / side) * 100}%`,
          left: `${(-left / side) * 100}%`,
          top: `${(-top / side) * 100}%`,
        }}
      />
      <span className="crop-mask" />
    </div>
  );
}
