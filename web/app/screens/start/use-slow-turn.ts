import { useEffect, useEffectEvent, useState, type RefObject } from "react";

/** Milliseconds that each template is shown: long enough to read its first lines. */
const SHOWN_FOR = 7_000;

const STILL = "(prefers-reduced-motion: reduce)";

export interface SlowTurn {
  readonly isOn: boolean;
  /** While the pointer or the focus is in here, nothing turns. */
  readonly room: RefObject<HTMLElement | null>;
  readonly onTurn: () => void;
}

export interface SlowTurned {
  /** False when the person asked for less motion: nothing turns then. */
  readonly canTurn: boolean;
  readonly isPaused: boolean;
  readonly pause: () => void;
  readonly resume: () => void;
}

/**
 * Calls `onTurn` every few seconds, unless the person asked for less motion, paused it, is looking
 * closer (pointer or focus inside), or the page is not in view.
 */
export function useSlowTurn({ isOn, room, onTurn }: SlowTurn): SlowTurned {
  const [canTurn, setCanTurn] = useState(() => !matchMedia(STILL).matches);
  const [isPaused, setPaused] = useState(false);
  const turn = useEffectEvent(() => {
    const element = room.current;
    const isNear =
      element?.matches(":hover") === true || element?.matches(":focus-within") === true;
    if (!isNear && document.visibilityState === "visible") onTurn();
  });
  useEffect(() => {
    const media = matchMedia(STILL);
    const onChange = () => setCanTurn(!media.matches);
    media.addEventListener("change", onChange);
    return () => media.removeEventListener("change", onChange);
  }, []);
  useEffect(() => {
    if (!isOn || !canTurn || isPaused) return;
    const timer = setInterval(turn, SHOWN_FOR);
    return () => clearInterval(timer);
  }, [isOn, canTurn, isPaused]);
  return { canTurn, isPaused, pause: () => setPaused(true), resume: () => setPaused(false) };
}
