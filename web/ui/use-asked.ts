import { useCallback, useEffect, useRef, useState, type RefObject } from "react";
import type { Failure, Result } from "../../shared/failure.ts";

export interface Asked<T> {
  readonly isAsking: boolean;
  readonly failure: Failure | null;
  /** The last answer; it stays while another is asked for. */
  readonly answer: T | null;
  /** Asks; a question that is under way is let go. */
  readonly ask: (question: (signal: AbortSignal) => Promise<Result<T>>) => void;
  readonly stop: () => void;
  readonly forget: () => void;
}

/** A question whose answer takes a while: one at a time, stopped at any moment and when the screen goes. */
export function useAsked<T>(): Asked<T> {
  const [state, setState] = useState<Pick<Asked<T>, "isAsking" | "failure" | "answer">>(NOTHING);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  const ask = useCallback<Asked<T>["ask"]>((question) => {
    running.current?.abort();
    const control = (running.current = new AbortController());
    setState(({ answer }) => ({ isAsking: true, failure: null, answer }));
    void question(control.signal).then((asked) => {
      if (control.signal.aborted) return;
      setState(({ answer }) =>
        asked.ok
          ? { isAsking: false, failure: null, answer: asked.value }
          : { isAsking: false, failure: asked.failure, answer },
      );
    });
  }, []);
  const stop = useCallback(() => {
    running.current?.abort();
    setState(({ answer }) => ({ isAsking: false, failure: null, answer }));
  }, []);
  const forget = useCallback(() => {
    running.current?.abort();
    setState(NOTHING);
  }, []);
  return { ...state, ask, stop, forget };
}

const NOTHING = { isAsking: false, failure: null, answer: null };

/** Keeps the keyboard in a room whose controls come and go with what is asked. */
export function useFocusWithin(
  room: RefObject<HTMLElement | null>,
  ...changes: readonly [isAsking: boolean, answer: unknown]
): void {
  const [isAsking, answer] = changes;
  const seen = useRef(changes);
  useEffect(() => {
    const isNews = seen.current[0] !== isAsking || seen.current[1] !== answer;
    seen.current = [isAsking, answer];
    if (isNews) room.current?.querySelector<HTMLElement>(CONTROL)?.focus();
  }, [room, isAsking, answer]);
}

const CONTROL = "input, button:not([disabled])";
