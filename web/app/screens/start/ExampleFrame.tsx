import { useEffect, useRef, useState, type CSSProperties } from "react";
import type { ExampleSite } from "./start-screen-props.ts";

/** Pixels: the widths of a desktop and of a phone that the example is laid out for. */
const DESKTOP = 1200;
const PHONE = 560;

export interface ExampleFrameProps {
  readonly example: ExampleSite;
  readonly isShown: boolean;
  /** It may be fetched now; what was fetched once stays. */
  readonly isWanted: boolean;
}

/** One example site, laid out at its own width and scaled into the room there is. */
export function ExampleFrame({ example, isShown, isWanted }: ExampleFrameProps) {
  const room = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState({ width: 0, height: 0 });
  const [isLoaded, setLoaded] = useState(false);
  const isFetched = useOnce(isWanted);
  useEffect(() => {
    const element = room.current;
    if (element === null) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry !== undefined) setSize(entry.contentRect);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const width = size.width < 480 ? PHONE : DESKTOP;
  const scale = size.width / width;
  const style = {
    width,
    height: scale > 0 ? size.height / scale : 0,
    transform: `scale(${scale})`,
  } satisfies CSSProperties;
  return (
    <div ref={room} className="live-page" data-shown={(isShown && isLoaded) || undefined}>
      {isFetched && scale > 0 && (
        <iframe
          title={`Example site in the template ${example.name}`}
          src={example.url}
          // No scripts and no forms; its own origin only so that its fonts may load.
          sandbox="allow-same-origin"
          tabIndex={-1}
          style={style}
          onLoad={() => setLoaded(true)}
        />
      )}
    </div>
  );
}

/** True from the first time that `now` is. */
function useOnce(now: boolean): boolean {
  const [was, setWas] = useState(now);
  if (now && !was) setWas(true);
  return was || now;
}
