import { addToast, type ToastWords } from "./toast-queue.ts";

export type { ToastAction, ToastWords } from "./toast-queue.ts";

let isMounted = false;

/**
 * Says something in the corner for a while. Nothing needs to be mounted for it: the first toast brings
 * the region along. Gives the toast's id for `dismissToast`.
 */
export function showToast(words: ToastWords): string {
  if (!isMounted) {
    isMounted = true;
    void import("./mount-toast-region.tsx").then(({ mountToastRegion }) => mountToastRegion());
  }
  return addToast(words);
}

export { dismissToast, dismissToasts } from "./toast-queue.ts";
