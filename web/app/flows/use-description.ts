import { useCallback, useEffect, useRef, useState } from "react";
import { fail, type Failure } from "../../../shared/failure.ts";
import type { FewAnswers } from "../../../shared/cv/resume-of-answers.ts";
import { browserMemory, keepDescription, readDescription } from "../../cv/answers/kept-answers.ts";
import { cannotLoad } from "./cannot-load.ts";

/**
 * “Describe yourself”: a model sorts a few sentences into the form (R1.11). @param take gets the answers
 */
export function useDescription(take: (answers: FewAnswers) => void) {
  const [memory] = useState(browserMemory);
  const [text, setText] = useState(() => readDescription(memory));
  const [isOffered, setOffered] = useState(false);
  const [isSorting, setSorting] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [leftOut, setLeftOut] = useState<readonly string[] | null>(null);
  const running = useRef<AbortController | null>(null);

  useEffect(() => {
    let isLeft = false;
    void load()
      .then(({ client, offersWords }) => offersWords(client))
      // A part of the app that can't be loaded leaves the form, which needs none.
      .catch(() => false)
      .then((offers) => !isLeft && setOffered(offers));
    return () => {
      isLeft = true;
      running.current?.abort();
    };
  }, []);
  const change = useCallback(
    (next: string) => {
      setText(next);
      keepDescription(memory, next);
    },
    [memory],
  );
  const sort = useCallback(async () => {
    if (text.trim() === "" || running.current !== null) return;
    const control = (running.current = new AbortController());
    setSorting(true);
    setFailure(null);
    setLeftOut(null);
    const sorted = await sortedBy(text, control.signal).catch((error: unknown) =>
      fail(cannotLoad(error)),
    );
    running.current = null;
    if (control.signal.aborted && !sorted.ok) return setSorting(false);
    setSorting(false);
    if (!sorted.ok) return setFailure(sorted.failure);
    setLeftOut(sorted.value.leftOut);
    take(sorted.value.answers);
  }, [text, take]);
  const stop = useCallback(() => running.current?.abort(), []);
  return { text, isOffered, isSorting, failure, leftOut, change, sort, stop };
}

async function load() {
  const [{ apiClient: client }, model] = await Promise.all([
    import("../api-client.ts"),
    import("./words-model.ts"),
  ]);
  return { client, ...model };
}

async function sortedBy(description: string, signal: AbortSignal) {
  const [{ client, withWordsModel }, { answersOfDescription }] = await Promise.all([
    load(),
    import("../../../shared/agent/words/answers-of-description.ts"),
  ]);
  return withWordsModel(client, (model) => answersOfDescription({ model, signal, description }));
}
