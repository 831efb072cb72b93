import { useCallback, useEffect, useRef, useState } from "react";
import { fail, type Result } from "../../../shared/failure.ts";
import type { KeptReading } from "../../../shared/ports/portfolio-storage.ts";
import type { FileContent } from "../../../shared/project.ts";
import { cvReader, onFunnel, portfolios, portfolioStorage, sandboxes } from "../compose.ts";
import { cannotLoad } from "./cannot-load.ts";
import { readOnce, type OnStep } from "./read-once.ts";
import { onFirstSign } from "../on-first-sign.ts";
import type { ReadingState } from "./reading-state.ts";

type Reading = (reader: Awaited<ReturnType<typeof cvReader>>) => Promise<Result<KeptReading>>;

/**
 * CV → résumé → portfolio → studio, with each step told as it ends. A second drop while one is read
 * replaces it. @param open goes to the studio of a portfolio
 */
export function useStart(open: (id: string) => void) {
  const [reading, setReading] = useState<ReadingState>({ status: "idle" });
  const turn = useRef(0);

  const run = useCallback(
    async (fileName: string, make: (onStep: OnStep) => Promise<Result<string>>) => {
      const mine = ++turn.current;
      const isMine = () => mine === turn.current;
      let state: ReadingState & { status: "reading" } = { status: "reading", fileName, steps: [] };
      setReading(state);
      const onStep: OnStep = (step, counts) => {
        state = { ...state, steps: [...state.steps, step], ...(counts ? { counts } : {}) };
        if (isMine()) setReading(state);
      };
      const made = await make(onStep).catch((error: unknown) => fail(cannotLoad(error)));
      if (!isMine()) return;
      if (made.ok) open(made.value);
      else setReading({ status: "failed", fileName, failure: made.failure });
    },
    [open],
  );

  const onFile = useCallback(
    (file: File) =>
      run(file.name, async (onStep) => {
        const bytes = new Uint8Array(await file.arrayBuffer());
        return makeFromCv({ name: file.name, content: bytes, bytes }, onStep, (reader) =>
          reader.read({ name: file.name, bytes }, onStep),
        );
      }),
    [run],
  );
  const onText = useCallback(
    (text: string) =>
      run("Pasted text", (onStep) =>
        makeFromCv(
          { name: "Pasted text", content: text, bytes: new TextEncoder().encode(text) },
          onStep,
          (reader) => reader.readText(text, onStep),
        ),
      ),
    [run],
  );
  const onExample = useCallback(
    (templateId: string) =>
      run("Example", async () => {
        const [storage, flow] = await Promise.all([portfolioStorage(), portfolios()]);
        return flow.makeExample(storage, templateId);
      }),
    [run],
  );
  const onStop = useCallback(() => {
    turn.current++;
    setReading({ status: "idle" });
  }, []);
  return { reading, onFile, onText, onExample, onStop };
}

/** Starts fetching what the next step needs as soon as a person is there. */
export function useForesight(): void {
  useEffect(() => onFirstSign(foresee), []);
}

/** The reader, the template, the sandbox and the studio's own code. */
export function foresee(): void {
  void cvReader().then((reader) => reader.warmUp());
  void portfolios().then((flow) => flow.foreseeTemplate());
  void sandboxes().then((sandbox) => sandbox.warmUpSandbox());
  void import("../screens/studio-route.tsx");
}

interface ChosenCv {
  readonly name: string;
  /** What was chosen or pasted; its hash tells whether it was read before. */
  readonly content: FileContent;
  readonly bytes: Uint8Array;
}

async function makeFromCv(
  cv: ChosenCv,
  onStep: OnStep,
  read: (reader: Awaited<ReturnType<typeof cvReader>>) => ReturnType<Reading>,
): Promise<Result<string>> {
  onFunnel((funnel) => funnel.reach("drop"));
  // Beside the reading, from bytes of its own: the reader's worker takes those that it is given.
  const looked = photoOf(cv.bytes.slice());
  const [reader, storage, flow] = await Promise.all([cvReader(), portfolioStorage(), portfolios()]);
  const outcome = await readOnce(storage, cv.content, onStep, () => read(reader));
  if (!outcome.ok) return outcome;
  const { document, extraction } = outcome.value;
  const begun = performance.now();
  const made = await flow.makePortfolio({
    storage,
    resume: extraction.resume,
    photo: await looked,
    // The reader's worker may have taken the bytes; the file itself still has them.
    source: { name: cv.name, bytes: cv.bytes, document, extraction },
  });
  if (made.ok) onStep({ name: "Site made", ms: performance.now() - begun }, extraction.counts);
  return made;
}

/** The photograph in a CV; a site is made without it rather than not at all. */
const photoOf = (bytes: Uint8Array): Promise<Blob | null> =>
  import("../../cv/photo/photo-of-cv.ts")
    .then(({ photoOfCv }) => photoOfCv(bytes))
    .catch(() => null);
