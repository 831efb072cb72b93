import { useQueryClient } from "@tanstack/react-query";
import type { Result } from "../../shared/failure.ts";
import { useAct } from "../ui/use-act.ts";

/** An act of the operator’s: afterwards the list of what operators did is read anew. */
export function useOperatorAct() {
  const queries = useQueryClient();
  const { run: act, ...rest } = useAct();
  const run = async <T>(work: () => Promise<Result<T>>, then?: (value: T) => void) => {
    await act(work, then);
    await queries.invalidateQueries({ queryKey: ["account", "operator acts"] });
  };
  return { ...rest, run };
}
