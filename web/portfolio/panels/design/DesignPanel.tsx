import { isThemePackage } from "../../../../shared/portfolio/json-resume-theme/theme-source.ts";
import { findPalette } from "../../../../shared/portfolio/palettes.ts";
import { Button } from "../../../ui/Button.tsx";
import { Icon } from "../../../ui/Icon.tsx";
import { SegmentedControl } from "../../../ui/SegmentedControl.tsx";
import { ContrastTable } from "./ContrastTable.tsx";
import { CustomAccent } from "./CustomAccent.tsx";
import type { DesignPanelProps } from "./design-props.ts";
import { DesignPart } from "./DesignPart.tsx";
import { PaletteChoice } from "./PaletteChoice.tsx";
import { PhotoShapeChoice } from "./PhotoShapeChoice.tsx";
import { SectionOrder } from "./SectionOrder.tsx";
import { TemplateStrip } from "./TemplateStrip.tsx";
import { ownPalette, OWN_PALETTE_NAME, withPalette, withTypePair } from "./theme-edits.ts";
import { TouchChoice } from "./TouchChoice.tsx";
import { TypeChoice } from "./TypeChoice.tsx";
import { VariantChoice } from "./VariantChoice.tsx";
import "../sorted-rows.css";
import "./design.css";

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
const SIZES = [
  { id: "small", label: "Small" },
  { id: "regular", label: "Regular" },
  { id: "large", label: "Large" },
  { id: "larger", label: "Larger" },
] as const;

/** The look, without code: everything applies at once and can be undone. */
export function DesignPanel(props: DesignPanelProps) {
  const { theme } = props;
  return (
    <div className="design">
      <DesignPart
        title="Template"
        act={
          <Button size="small" variant="quiet" onPress={props.onGallery}>
            See them large
          </Button>
        }
      >
        <TemplateStrip {...props} />
        <SurpriseActs isOurs={!isThemePackage(theme.template)} onSurprise={props.onSurprise} />
      </DesignPart>
      {isThemePackage(theme.template) ? (
        <DesignPart title="Colours and type">
          <p className="design-note">
            {theme.template} comes from npm and brings its own: nothing of this panel reaches it.
            Published, it loads nothing from other servers: what it fetches there is missing then.
            Your content stays as it is; every template above takes it back.
          </p>
        </DesignPart>
      ) : (
        <LookParts {...props} />
      )}
    </div>
  );
}

/** What the person chooses of a template of ours. */
function LookParts(props: DesignPanelProps) {
  const { theme, onTheme } = props;
  return (
    <>
      <VariantChoice {...props} />
      <DesignPart title="Light and dark">
        <SegmentedControl
          label="Light and dark"
          options={MODES}
          value={theme.mode}
          onChange={(mode) => onTheme({ ...theme, mode }, { label: `Mode: ${mode}` })}
        />
      </DesignPart>
      <ColourPart {...props} />
      <DesignPart title="Type">
        <TypeChoice
          value={theme.fonts.id}
          name={props.name}
          loadFontFaces={props.loadFontFaces}
          onChange={(pair) => onTheme(withTypePair(theme, pair), { label: `Type: ${pair.name}` })}
        />
      </DesignPart>
      <DesignPart title="Text size">
        <SegmentedControl
          label="Text size"
          options={SIZES}
          value={theme.textSize ?? "regular"}
          onChange={(textSize) =>
            onTheme({ ...theme, textSize }, { label: `Text size: ${textSize}` })
          }
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
      {props.hasPhoto && <PhotoShapeChoice {...props} />}
      <TouchChoice {...props} />
      <DesignPart title="Sections">
        <SectionOrder theme={theme} onTheme={onTheme} />
      </DesignPart>
      {props.own}
    </>
  );
}

interface SurpriseActsProps extends Pick<DesignPanelProps, "onSurprise"> {
  /** The template is one of ours: it has looks to choose from. */
  readonly isOurs: boolean;
}

function SurpriseActs({ isOurs, onSurprise }: SurpriseActsProps) {
  return (
    <div className="surprises">
      <Button size="small" onPress={() => onSurprise(isOurs ? "look" : "template")}>
        <Icon name="shuffle" size={16} />
        {isOurs ? "Surprise me" : "Surprise me with a template"}
      </Button>
      {isOurs && (
        <Button size="small" variant="quiet" onPress={() => onSurprise("template")}>
          Another template too
        </Button>
      )}
    </div>
  );
}

function ColourPart({ theme, standard, onTheme }: DesignPanelProps) {
  return (
    <DesignPart title="Colours" beside={paletteName(theme.palette.id)}>
      <PaletteChoice
        value={theme.palette.id}
        own={ownPalette(theme, standard)}
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
  );
}

const paletteName = (id: string): string =>
  findPalette(id)?.name ?? (id === "custom" ? "Your own" : OWN_PALETTE_NAME);
