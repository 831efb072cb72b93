import type { CSSProperties } from "react";
import { findPalette, PALETTES } from "../../../../shared/portfolio/palettes.ts";
import { findTypePair, themeFonts, TYPE_PAIRS } from "../../../../shared/portfolio/type-pairs.ts";
import type { TemplateManifest } from "../../../../shared/template.ts";

export interface TemplatePictureProps {
  readonly template: TemplateManifest;
  /** Address of a small page; shown as the page it is. */
  readonly source: string | null;
  readonly name: string;
}

/** A template at a glance: its example page, or its type and colours set with the person's name. */
export function TemplatePicture({ template, source, name }: TemplatePictureProps) {
  if (source !== null) {
    return (
      <iframe
        className="template-page"
        src={source}
        title={template.name}
        tabIndex={-1}
        loading="lazy"
        sandbox="allow-same-origin"
      />
    );
  }
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
