import { useCallback, useEffect, useRef, useState } from "react";
import type { Failure, Result } from "../../shared/failure.ts";

export type Reading<T> =
  | { readonly status: "waiting" }
  | { readonly status: "failed"; readonly failure: Failure }
  | { readonly status: "there"; readonly value: T };

/** Reads when it is shown, when `read` is another, and when asked to; what is there stays meanwhile. */
export function useRead<T>(read: () => Promise<Result<T>>) {
  const [reading, setReading] = useState<Reading<T>>({ status: "waiting" });
  /** Only the last one that was begun may say what is shown. */
  const latest = useRef<object | null>(null);
  const again = useCallback(async () => {
    const turn = {};
    latest.current = turn;
    const came = await read();
    if (latest.current !== turn) return;
    setReading(
      came.ok
        ? { status: "there", value: came.value }
        : { status: "failed", failure: came.failure },
    );
  }, [read]);
  useEffect(() => {
    void again();
    return () => {
      latest.current = null;
    };
  }, [again]);
  return { reading, setReading, again: () => void again() };
}
