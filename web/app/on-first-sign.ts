/** What a person does before they do anything that needs more than the first screen. */
const SIGNS = [
  "pointermove",
  "pointerdown",
  "keydown",
  "dragenter",
  "touchstart",
  "focusin",
] as const;

/** Without any sign what waits is done anyway, this long after the page has loaded; milliseconds. */
const PATIENCE_MS = 8_000;

/**
 * Does something once, at the first sign that a person is there, and never in the way of the first
 * paint: a page that nobody looks at loads nothing more. The returned function calls it off.
 */
export function onFirstSign(act: () => void): () => void {
  const ended = new AbortController();
  const { signal } = ended;
  const run = () => {
    if (signal.aborted) return;
    ended.abort();
    if ("requestIdleCallback" in window) requestIdleCallback(act);
    else setTimeout(act, 0);
  };
  const watch = () => {
    for (const sign of SIGNS) addEventListener(sign, run, { signal, passive: true });
    const timer = setTimeout(run, PATIENCE_MS);
    signal.addEventListener("abort", () => clearTimeout(timer));
  };
  if (document.readyState === "complete") watch();
  else addEventListener("load", watch, { signal });
  return () => ended.abort();
}

/** Does something once the page has been painted. The returned function calls it off. */
export function afterFirstPaint(act: () => void): () => void {
  let isOff = false;
  // A frame's callbacks run before its paint; a task queued in one runs after it.
  requestAnimationFrame(() => setTimeout(() => !isOff && act(), 0));
  return () => {
    isOff = true;
  };
}
