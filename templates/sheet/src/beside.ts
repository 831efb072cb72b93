import { isFilled } from "./filled";
import { resume } from "./resume";
import type { Shown } from "./shown";
import type { SectionId } from "./theme";

/** What two columns put in the narrow one: short things, looked up rather than read. */
const BESIDE: readonly SectionId[] = ["skills", "languages", "certificates", "interests"];

/** Pieces of text beyond which a list is no short thing any more: about a sheet of the narrow column. */
const MOST_PIECES = 48;

const pieces = (value: unknown): number =>
  value && typeof value === "object"
    ? Object.values(value).reduce((sum: number, one) => sum + pieces(one), 0)
    : Number(isFilled(value));

/** Whether a section stands in the narrow column. */
export const isBeside = ({ id }: Shown): boolean =>
  id !== "about" && BESIDE.includes(id) && pieces(resume[id]) <= MOST_PIECES;
