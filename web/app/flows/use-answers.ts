import { useCallback, useRef, useState } from "react";
import { fail, type Failure, type Result } from "../../../shared/failure.ts";
import {
  NO_ANSWERS,
  resumeOfAnswers,
  type FewAnswers,
} from "../../../shared/cv/resume-of-answers.ts";
import {
  browserMemory,
  keepAnswers,
  keepDescription,
  readAnswers,
} from "../../cv/answers/kept-answers.ts";
import { portfolios, portfolioStorage } from "../compose.ts";
import { cannotLoad } from "./cannot-load.ts";

/**
 * Answers → résumé → portfolio → studio. The answers are kept with each letter and forgotten when the
 * portfolio holds them. @param open goes to the studio of a portfolio
 */
export function useAnswers(open: (id: string) => void) {
  const [memory] = useState(browserMemory);
  const [answers, setAnswers] = useState(() => readAnswers(memory));
  const now = useRef(answers);
  const [isKept, setKept] = useState(memory !== null);
  const [isMaking, setMaking] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  const change = useCallback(
    (next: FewAnswers) => {
      now.current = next;
      setAnswers(next);
      setKept(keepAnswers(memory, next));
    },
    [memory],
  );
  const make = useCallback(async () => {
    if (isMaking) return;
    setMaking(true);
    setFailure(null);
    const made = await makeOf(answers).catch((error: unknown) => fail(cannotLoad(error)));
    setMaking(false);
    if (!made.ok) return setFailure(made.failure);
    keepAnswers(memory, null);
    keepDescription(memory, "");
    open(made.value);
  }, [answers, isMaking, memory, open]);
  const startOver = useCallback(() => change(NO_ANSWERS), [change]);
  const latest = useCallback(() => now.current, []);
  return { answers, isKept, isMaking, failure, latest, change, make, startOver };
}

async function makeOf(answers: FewAnswers): Promise<Result<string>> {
  const [storage, flow] = await Promise.all([portfolioStorage(), portfolios()]);
  return flow.makePortfolio({ storage, resume: resumeOfAnswers(answers) });
}
