import { chosenWay, touchStanding, withTouch } from "../../portfolio/touches.ts";
import type { TemplateManifest } from "../../template.ts";
import type { Touch, TouchWay } from "../../touches.ts";
import { look, nothing, type PlainAnswer, type PlainContext } from "./plain-kind.ts";

interface Said {
  readonly done: string;
  /** Where it is so already: chosen before, or the template's own way. */
  readonly already: string;
}

const SAID: Readonly<Record<TouchWay, Said>> = {
  "name:larger": {
    done: "Your name is larger now.",
    already: "Your name is as large as it goes.",
  },
  "name:smaller": {
    done: "Your name is smaller now.",
    already: "Your name is as small as it goes.",
  },
  "nameCase:upper": {
    done: "Your name is in capitals now.",
    already: "Your name is in capitals already.",
  },
  "headings:bold": {
    done: "The headings are bold now.",
    already: "The headings are bold already.",
  },
  "headingColour:accent": {
    done: "The headings have the accent colour now.",
    already: "The headings have the accent colour already.",
  },
  "links:underlined": {
    done: "All links are underlined now.",
    already: "All links are underlined already.",
  },
  "contrast:strong": {
    done: "There is more contrast now: quiet text and lines stand out.",
    already: "The contrast is as strong as it goes.",
  },
  "motion:none": {
    done: "Nothing on the page moves now.",
    already: "The animations are off already.",
  },
  "dividers:lines": {
    done: "There are lines between the sections now.",
    already: "There are lines between the sections already.",
  },
  "dividers:none": {
    done: "The lines between the sections are gone now.",
    already: "There are no lines between the sections.",
  },
  "corners:square": {
    done: "The corners are square now.",
    already: "The corners are square already.",
  },
  "corners:round": {
    done: "The corners are round now.",
    already: "The corners are round already.",
  },
};

const UNDONE: Readonly<Record<Touch, string>> = {
  name: "Your name has its usual size again.",
  nameCase: "Your name is no longer in capitals.",
  headings: "The headings are no longer bold.",
  headingColour: "The headings have the text’s own colour again.",
  links: "The links are as the template has them again.",
  contrast: "The contrast is the palette’s own again.",
  motion: "The animations are back.",
  dividers: "The lines are as the template has them again.",
  corners: "The corners are as the template has them again.",
};

const touchOf = (way: TouchWay) => way.slice(0, way.indexOf(":")) as Touch;

const templateOf = ({ theme, templates }: PlainContext): TemplateManifest | undefined =>
  templates.find(({ id }) => id === theme.template);

function whyNot(way: TouchWay, context: PlainContext): string {
  const name = templateOf(context)?.name ?? "This template";
  if (way === "name:larger") return `${name} sets your name as large as it goes already.`;
  const photo = context.resume.basics?.image ? " The photo’s can: say “round photo”." : "";
  return way === "corners:round"
    ? `Nothing in ${name} has corners that could be round.${photo}`
    : `${name} can’t do that.`;
}

/** Gives the page a touch, or says that it is so already, or that the template can't. */
export function giveTouch(way: TouchWay, context: PlainContext): PlainAnswer {
  const { theme } = context;
  const touch = touchOf(way);
  const { done, already } = SAID[way];
  const chosen = chosenWay(theme, touch);
  const standing = touchStanding(templateOf(context), way);
  // The template's own way: it comes back where another was chosen.
  if (standing === "has" && chosen !== null && chosen !== way) {
    return look(done, withTouch(theme, touch, null));
  }
  if (standing === "has" || chosen === way) return nothing(already);
  if (standing === "lacks") return nothing(whyNot(way, context));
  return look(done, withTouch(theme, touch, way));
}

/**
 * Leaves a touch to the template again.
 * @param otherwise what is said where nothing was chosen; without it the request isn't understood then:
 *   what the template has of itself is changed by a model
 */
export function takeTouch(
  touch: Touch,
  context: PlainContext,
  otherwise?: string,
): PlainAnswer | null {
  if (chosenWay(context.theme, touch) === null) return otherwise ? nothing(otherwise) : null;
  return look(UNDONE[touch], withTouch(context.theme, touch, null));
}

/** The name a step larger or smaller, by way of its usual size. */
export function stepName(to: "name:larger" | "name:smaller", context: PlainContext): PlainAnswer {
  const chosen = chosenWay(context.theme, "name");
  if (chosen !== null && chosen !== to) {
    return look(SAID[to].done, withTouch(context.theme, "name", null));
  }
  return giveTouch(to, context);
}
