import { useState } from "react";
import type { Failure, Result } from "../../shared/failure.ts";

/** An act of a form: whether it is under way, and what went wrong the last time. */
export function useAct() {
  const [isPending, setIsPending] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const run = async <T>(act: () => Promise<Result<T>>, then?: (value: T) => void) => {
    if (isPending) return;
    setIsPending(true);
    setFailure(null);
    const came = await act();
    setIsPending(false);
    if (came.ok) then?.(came.value);
    else setFailure(came.failure);
  };
  return { isPending, failure, setFailure, run };
}
