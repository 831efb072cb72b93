import { useSyncExternalStore } from "react";

/** As `review.css` has it: below this there is room for the document or the fields, not both. */
const NARROW = "(max-width: 900px)";

const watch = (onChange: () => void) => {
  const query = matchMedia(NARROW);
  query.addEventListener("change", onChange);
  return () => query.removeEventListener("change", onChange);
};

/** Whether the review shows one side at a time. */
export const useIsNarrow = () => useSyncExternalStore(watch, () => matchMedia(NARROW).matches);
