import { useEffect, useRef, useState, type CSSProperties } from "react";
import { findPalette, PALETTES } from "../../../../shared/portfolio/palettes.ts";
import { findTypePair, themeFonts, TYPE_PAIRS } from "../../../../shared/portfolio/type-pairs.ts";
import type { TemplateManifest } from "../../../../shared/template.ts";

/** Where pictures of the templates come from. */
export interface TemplatePages {
  /** Address of a template's example page; `null` where there is none. */
  readonly example: (templateId: string) => string | null;
  /** The person's own pages with a template on, by its id, as far as they are drawn: they run nothing. */
  readonly own: ReadonlyMap<string, string>;
  /** Says that a template is in view, so that its page is drawn; the returned function, that it no longer is. */
  readonly want: (templateId: string) => () => void;
}

export interface TemplatePictureProps {
  readonly template: TemplateManifest;
  readonly pages: TemplatePages;
  readonly name: string;
}

/**
 * A template at a glance: the person's own page in it; until that is drawn its example page, or its type
 * and colours set with the person's name.
 */
export function TemplatePicture({ template, pages, name }: TemplatePictureProps) {
  const { id } = template;
  const [place, isInView] = useInView();
  const { want } = pages;
  useEffect(() => (isInView ? want(id) : undefined), [isInView, id, want]);
  const own = pages.own.get(id);
  const example = pages.example(id);
  const source = own === undefined ? { src: example ?? "" } : { srcDoc: own };
  return (
    <span ref={place} className="template-place">
      {isInView && (own ?? example) !== null && (
        <iframe
          key={own === undefined ? "example" : "own"}
          className="template-page"
          title={template.name}
          tabIndex={-1}
          // The example is a page of ours; the person's may hold anybody's code.
          sandbox={own === undefined ? "allow-same-origin" : ""}
          {...source}
        />
      )}
      {own === undefined && example === null && <DrawnTemplate template={template} name={name} />}
    </span>
  );
}

/** Whether an element is on the screen: a page that nobody sees is neither drawn nor kept. */
function useInView() {
  const place = useRef<HTMLSpanElement>(null);
  const [isInView, setInView] = useState(false);
  useEffect(() => {
    if (place.current === null) return;
    const observer = new IntersectionObserver((entries) =>
      setInView(entries.at(-1)?.isIntersecting ?? false),
    );
    observer.observe(place.current);
    return () => observer.disconnect();
  }, []);
  return [place, isInView] as const;
}

function DrawnTemplate({ template, name }: Pick<TemplatePictureProps, "template" | "name">) {
  const palette = findPalette(template.palettes[0] ?? "") ?? PALETTES[0]!;
  const fonts = themeFonts(findTypePair(template.typePairs[0] ?? "") ?? TYPE_PAIRS[0]!);
  const style = {
    background: palette.light.paper,
    color: palette.light.ink,
    fontFamily: fonts.display,
    "--stroke": palette.light.line,
    "--mark": palette.light.accent,
  } as CSSProperties;
  return (
    <span className="template-drawn" style={style}>
      <b>{name}</b>
      <i data-mark="" />
      <i />
      <i />
      <i />
    </span>
  );
}
