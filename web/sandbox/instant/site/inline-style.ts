/** Larger style sheets are files of their own; characters. The templates' are 20,000 to 50,000. */
const INLINE_UP_TO = 80_000;

/** Whether a style sheet travels inside the page: one request less before the first paint. */
export const isInlined = (css: string): boolean => css.length <= INLINE_UP_TO;

/**
 * A style sheet of `assets/` as an element of the page: addresses beside it become addresses below
 * the page, and no text in it can end the element.
 */
export function styleElement(css: string): string {
  const fromPage = css.replace(/url\((["']?)\.\//g, "url($1./assets/");
  return `<style>${fromPage.replace(/<\/(?=style)/gi, "<\\/")}</style>`;
}
