import { MODES, WIDTHS, type Mode, type Width } from "./look-at-page.ts";
import { SHAPES, type Shape } from "./shapes.ts";

/** One page of the sample: its layout is looked at in every width, by axe at these. */
export interface SamplePage {
  readonly shape: Shape;
  readonly axe: readonly { readonly width: Width; readonly mode: Mode }[];
}

const [OWN, ...OTHERS] = SHAPES as readonly [Shape, ...Shape[]];
const turn = <T>(list: readonly T[], by: number): T => list[by % list.length]!;

/**
 * What `npm test` looks at of one template: its own sample by axe at each width, from one to the next in
 * the other mode; and the other shapes dealt out among the templates like cards, each by axe at one
 * width in one mode. So every template meets each width and both modes, every shape meets a template,
 * and one more template costs no more than its own sample.
 * @param at the template's place among all, from 0
 */
export function sampleOf(at: number, templates: number): readonly SamplePage[] {
  const own = WIDTHS.map((width, index) => ({ width, mode: turn(MODES, at + index) }));
  const dealt = OTHERS.flatMap((shape, card) =>
    card % templates === at
      ? [{ shape, axe: [{ width: turn(WIDTHS, card), mode: turn(MODES, card + at) }] }]
      : [],
  );
  return [{ shape: OWN, axe: own }, ...dealt];
}
