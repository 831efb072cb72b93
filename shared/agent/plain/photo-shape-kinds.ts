import type { PhotoShape } from "../../theme.ts";
import { plain } from "./look-words.ts";
import { kind, look, nothing, type PlainAnswer, type PlainContext } from "./plain-kind.ts";

const NAME = "[profile|own] (photo|picture|pic|image|portrait|headshot|photograph|avatar)";
const PHOTO = `[the|my|our|this|that] ${NAME} [of me|of myself]`;
const GIVE =
  "[make|use|give me|i want|i need|i'd like|have|can i have|could i have|can we have|set|try|go for|show]";
/** What it shouldn’t be, said besides. */
const NOT_SO =
  "[,] [and not|not|but not|instead of|rather than] [a|in a] [square|round|circle|circular|rounded|rectangle|rectangular|oval] [one|photo|picture]";

const SHAPES: readonly (readonly [RegExp, PhotoShape])[] = [
  [/^(?:fully |completely |perfectly )?(?:round|circular|circle|circle-shaped)$/u, "round"],
  [/^(?:rounded|(?:with )?(?:rounded|round|soft|softer) (?:corners|edges))$/u, "rounded"],
  [/^(?:square|(?:with )?(?:square|sharp|straight) (?:corners|edges))$/u, "square"],
];
const SHAPE_SAID: Readonly<Record<PhotoShape, string>> = {
  square: "The photo is square now.",
  rounded: "The photo has rounded corners now.",
  round: "The photo is round now.",
};

const shapeOf = (words: string): PhotoShape | undefined =>
  SHAPES.find(([form]) => form.test(plain(words)))?.[1];

function chooseShape(words: string, { theme, resume }: PlainContext): PlainAnswer | null {
  const photoShape = shapeOf(words);
  if (photoShape === undefined) return null;
  if (!resume.basics?.image) {
    return nothing("There is no photo on the site yet: choose one in Content.");
  }
  const said = SHAPE_SAID[photoShape];
  if (theme.photoShape === photoShape) return nothing(said.replace(" now.", " already."));
  return look(said, { ...theme, photoShape });
}

/** The shape of the portrait. */
export const PHOTO_SHAPE_KINDS = [
  kind(
    "photo-shape",
    "round photo",
    `[make|turn|cut|crop|set|change|show|have|put|display|frame|get|clip|give] ${PHOTO} [to be|to|be|into|in|as|look] [a|the shape of a] {shape} [shape|frame|one|again] ${NOT_SO}
     ${GIVE} [a|my|the] {shape} ${NAME} [of me|on the site|on the page|frame] ${NOT_SO}
     ${PHOTO} (should|must|could|needs to|has to|ought to) (be|have) [in] [a] {shape} ${NOT_SO}
     (can|could|may) ${PHOTO} (be|have) [in] [a] {shape} ${NOT_SO}
     (make|cut|turn) [the] (corners|edges) of ${PHOTO} {corners}
     [use|give me|put|add|i want|have] {corners} (corners|edges) (on|for|to) ${PHOTO}
     [a|use a] {shape} (crop|cut|frame) (for|of|on|around) ${PHOTO}
     {shape} (my|the|our) ${NAME}
     (i don't want|i don't like|no|not) [a|the|my] {not} ${NAME}
     ${PHOTO} (should not|shouldn't|must not|mustn't) be {not}
     round [off] [the] (corners|edges) (of|on) ${PHOTO}`,
    ({ shape, corners, not }, context) => {
      if (not !== undefined)
        return shapeOf(not) === "round" ? chooseShape("square", context) : null;
      return chooseShape(shape ?? `${corners ?? "rounded"} corners`, context);
    },
  ),
];
