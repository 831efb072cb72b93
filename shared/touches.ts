import { z } from "zod";

/**
 * Small wishes about the look (`touches` in `src/theme.json`), each with the ways it can be. One that is
 * missing leaves the template its own way. What each does is in `src/touches.ts` of every template.
 */
export const TOUCHES = {
  name: ["smaller", "larger"],
  nameCase: ["upper"],
  headings: ["bold"],
  headingColour: ["accent"],
  links: ["underlined"],
  contrast: ["strong"],
  motion: ["none"],
  dividers: ["lines", "none"],
  corners: ["square", "round"],
} as const;
export type Touch = keyof typeof TOUCHES;

/** A touch and its way in one word, as `template.json` names it. */
export type TouchWay = { [T in Touch]: `${T}:${(typeof TOUCHES)[T][number]}` }[Touch];

export const TOUCH_WAYS = Object.entries(TOUCHES).flatMap(([touch, ways]) =>
  ways.map((way) => `${touch}:${way}` as TouchWay),
);

export const touchesSchema = z.object({
  name: z.enum(TOUCHES.name).optional(),
  nameCase: z.enum(TOUCHES.nameCase).optional(),
  headings: z.enum(TOUCHES.headings).optional(),
  headingColour: z.enum(TOUCHES.headingColour).optional(),
  links: z.enum(TOUCHES.links).optional(),
  contrast: z.enum(TOUCHES.contrast).optional(),
  motion: z.enum(TOUCHES.motion).optional(),
  dividers: z.enum(TOUCHES.dividers).optional(),
  corners: z.enum(TOUCHES.corners).optional(),
});
