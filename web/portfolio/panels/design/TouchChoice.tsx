import { chosenWay, touchStanding, withTouch } from "../../../../shared/portfolio/touches.ts";
import { TOUCH_WAYS, type Touch, type TouchWay } from "../../../../shared/touches.ts";
import { Checkbox } from "../../../ui/Checkbox.tsx";
import type { DesignPanelProps } from "./design-props.ts";
import { DesignPart } from "./DesignPart.tsx";

const WAY_NAMES: Readonly<Record<TouchWay, string>> = {
  "name:smaller": "Smaller name",
  "name:larger": "Larger name",
  "nameCase:upper": "Name in capitals",
  "headings:bold": "Bold headings",
  "headingColour:accent": "Headings in colour",
  "links:underlined": "Underlined links",
  "contrast:strong": "More contrast",
  "motion:none": "No animations",
  "dividers:lines": "Lines",
  "dividers:none": "No lines",
  "corners:square": "Square corners",
  "corners:round": "Round corners",
};

const touchOf = (way: TouchWay) => way.slice(0, way.indexOf(":")) as Touch;

/** Small wishes, folded away: those that the template can follow and doesn't anyway. */
export function TouchChoice({
  theme,
  templates,
  onTheme,
}: Pick<DesignPanelProps, "theme" | "templates" | "onTheme">) {
  const manifest = templates.find(({ id }) => id === theme.template);
  const offered = TOUCH_WAYS.filter((way) => touchStanding(manifest, way) === "free");
  const isChosen = (way: TouchWay) => chosenWay(theme, touchOf(way)) === way;
  const chosen = offered.filter(isChosen).map((way) => WAY_NAMES[way]);
  return (
    <DesignPart title="Touches">
      <details className="touches">
        <summary>{chosen.length > 0 ? chosen.join(", ") : "As the template has them"}</summary>
        <div className="touch-ways">
          {offered.map((way) => (
            <Checkbox
              key={way}
              isSelected={isChosen(way)}
              onChange={(isSelected) =>
                onTheme(withTouch(theme, touchOf(way), isSelected ? way : null), {
                  label: isSelected ? WAY_NAMES[way] : `Not: ${WAY_NAMES[way].toLowerCase()}`,
                })
              }
            >
              {WAY_NAMES[way]}
            </Checkbox>
          ))}
        </div>
      </details>
    </DesignPart>
  );
}
