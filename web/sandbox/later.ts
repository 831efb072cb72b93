/** Runs something after so many milliseconds, unless the returned function is called before. */
export type Later = (run: () => void, ms: number) => () => void;

/** By the browser's own clock. */
export const laterByTimer: Later = (run, ms) => {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
};
