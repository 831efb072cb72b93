/** Which part of a picture is shown: the middle of a square, as parts of its width and height, and how near. */
export interface CropView {
  readonly x: number;
  readonly y: number;
  /** 1: the largest square that fits; 4: a quarter of its side. */
  readonly zoom: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A square of a picture; pixels. */
export interface CropSquare {
  readonly left: number;
  readonly top: number;
  readonly side: number;
}

export const MOST_ZOOM = 4;

/** Of an upright picture the upper part: there the face is. */
export const firstView = ({ width, height }: Size): CropView =>
  within({ width, height }, { x: 0.5, y: height > width ? width / 2 / height : 0.5, zoom: 1 });

const between = (low: number, value: number, high: number) =>
  Math.min(Math.max(value, low), Math.max(low, high));

/** The view moved and zoomed back to where its square lies inside the picture. */
export function within(size: Size, view: CropView): CropView {
  const zoom = between(1, view.zoom, MOST_ZOOM);
  const half = Math.min(size.width, size.height) / zoom / 2;
  const [x, y] = [half / size.width, half / size.height];
  return { x: between(x, view.x, 1 - x), y: between(y, view.y, 1 - y), zoom };
}

/** The square that a view shows. */
export function squareOf(size: Size, view: CropView): CropSquare {
  const { x, y, zoom } = within(size, view);
  const side = Math.min(size.width, size.height) / zoom;
  return { left: x * size.width - side / 2, top: y * size.height - side / 2, side };
}

/** The view after its picture was pushed by parts of the square's side: to the right, the left comes in. */
export function pushed(size: Size, view: CropView, right: number, down: number): CropView {
  const { side } = squareOf(size, view);
  return within(size, {
    ...view,
    x: view.x - (right * side) / size.width,
    y: view.y - (down * side) / size.height,
  });
}

/** How far an arrow key pushes, as a part of the square's side; with Shift four times that. */
const STEP = 0.02;
const ZOOM_STEP = 1.1;

/** The view after a key, or `null` where the key means nothing here. */
export function afterKey(size: Size, view: CropView, key: string, far: boolean): CropView | null {
  const step = far ? STEP * 4 : STEP;
  switch (key) {
    case "ArrowLeft":
      return pushed(size, view, -step, 0);
    case "ArrowRight":
      return pushed(size, view, step, 0);
    case "ArrowUp":
      return pushed(size, view, 0, -step);
    case "ArrowDown":
      return pushed(size, view, 0, step);
    case "+":
    case "=":
      return within(size, { ...view, zoom: view.zoom * ZOOM_STEP });
    case "-":
      return within(size, { ...view, zoom: view.zoom / ZOOM_STEP });
    default:
      return null;
  }
}
