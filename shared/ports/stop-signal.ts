/** The part of an `AbortSignal` that `shared/` needs; it knows no DOM. */
export interface StopSignal {
  readonly aborted: boolean;
  addEventListener(
    type: "abort",
    listener: () => void,
    options?: { readonly once?: boolean },
  ): void;
  removeEventListener(type: "abort", listener: () => void): void;
}
