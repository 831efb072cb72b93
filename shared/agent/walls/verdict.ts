/** What a wall says of something that the model wants to do. */
export type Verdict =
  | { readonly kind: "yes" }
  /** `why` goes to the model, and is the sentence that the person can read. */
  | { readonly kind: "no"; readonly why: string }
  /** Only with the person’s own yes. */
  | { readonly kind: "ask"; readonly wish: Wish };

export interface Wish {
  readonly what: "command" | "packages" | "outside";
  /** The thing itself, as it is: a command, packages, hosts. */
  readonly about: string;
  /** What a yes would mean, in one sentence for the person. */
  readonly said: string;
}

export const YES: Verdict = { kind: "yes" };
export const no = (why: string): Verdict => ({ kind: "no", why });
