/** One choice of a list: what it is in the code, and in words. */
export interface Option<Id extends string = string> {
  readonly id: Id;
  readonly label: string;
  readonly detail?: string;
  readonly isDisabled?: boolean;
}
