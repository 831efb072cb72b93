import { findPalette } from "../../../../shared/portfolio/palettes.ts";
import type { FontFaces } from "../../../../shared/portfolio/project-fonts.ts";
import type { Result } from "../../../../shared/failure.ts";
import type { TemplateManifest } from "../../../../shared/template.ts";
import type { Theme } from "../../../../shared/theme.ts";
import { SegmentedControl } from "../../../ui/SegmentedControl.tsx";
import { ContrastTable } from "./ContrastTable.tsx";
import { CustomAccent } from "./CustomAccent.tsx";
import { DesignPart } from "./DesignPart.tsx";
import { PaletteChoice } from "./PaletteChoice.tsx";
import { SectionOrder } from "./SectionOrder.tsx";
import { TemplateStrip } from "./TemplateStrip.tsx";
import { withPalette, withTypePair } from "./theme-edits.ts";
import { TypeChoice } from "./TypeChoice.tsx";
import "./design.css";

export interface ThemeAct {
  readonly label: string;
  readonly group?: string;
}

export interface DesignPanelProps {
  readonly theme: Theme;
  /** The person's name, to show type in. */
  readonly name: string;
  readonly templates: readonly TemplateManifest[];
  /** A small page or picture of a template, or `null` where there is none. */
  readonly picture: (templateId: string) => string | null;
  /** The template that is being put on, if one is. */
  readonly pendingTemplate: string | null;
  readonly onTheme: (theme: Theme, act: ThemeAct) => void;
  readonly onTemplate: (templateId: string) => void;
  readonly loadFontFaces: (pairId: string) => Promise<Result<FontFaces>>;
}

const MODES = [
  { id: "auto", label: "Automatic" },
  { id: "light", label: "Light" },
  { id: "dark", label: "Dark" },
] as const;
const DENSITIES = [
  { id: "compact", label: "Compact" },
  { id: "regular", label: "Regular" },
  { id: "airy", label: "Airy" },
] as const;

/** The look, without code: everything applies at once and can be undone. */
export function DesignPanel(props: DesignPanelProps) {
  const { theme, onTheme } = props;
  return (
    <div className="design">
      <DesignPart title="Template">
        <TemplateStrip {...props} />
      </DesignPart>
      <DesignPart title="Light and dark">
        <SegmentedControl
          label="Light and dark"
          options={MODES}
          value={theme.mode}
          onChange={(mode) => onTheme({ ...theme, mode }, { label: `Mode: ${mode}` })}
        />
      </DesignPart>
      <DesignPart title="Colours" beside={findPalette(theme.palette.id)?.name ?? "Your own"}>
        <PaletteChoice
          value={theme.palette.id}
          onChange={(palette) =>
            onTheme(withPalette(theme, palette), { label: `Colours: ${palette.name}` })
          }
        />
        <CustomAccent
          theme={theme}
          onChange={(palette) =>
            onTheme(withPalette(theme, palette), { label: "Own accent", group: "accent" })
          }
        />
        <ContrastTable palette={theme.palette} />
      </DesignPart>
      <DesignPart title="Type">
        <TypeChoice
          value={theme.fonts.id}
          name={props.name}
          loadFontFaces={props.loadFontFaces}
          onChange={(pair) => onTheme(withTypePair(theme, pair), { label: `Type: ${pair.name}` })}
        />
      </DesignPart>
      <DesignPart title="Space">
        <SegmentedControl
          label="Space"
          options={DENSITIES}
          value={theme.density}
          onChange={(density) => onTheme({ ...theme, density }, { label: `Space: ${density}` })}
        />
      </DesignPart>
      <DesignPart title="Sections">
        <SectionOrder theme={theme} onTheme={onTheme} />
      </DesignPart>
    </div>
  );
}
