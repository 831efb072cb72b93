import { PALETTES } from "../../../../shared/portfolio/palettes.ts";
import { TYPE_PAIRS } from "../../../../shared/portfolio/type-pairs.ts";
import { TEXT_SIZES, type Theme } from "../../../../shared/theme.ts";
import { listTemplates } from "../../../portfolio/load-template.ts";
import { languageName } from "../../../portfolio/panels/content/language-names.ts";
import {
  SECTION_NAMES,
  withPalette,
  withTypePair,
  withVisible,
} from "../../../portfolio/panels/design/theme-edits.ts";
import type { Command } from "../../commands/command.ts";
import { languageActs, siteLanguages } from "../../flows/site-languages.ts";
import type { Studio } from "./studio-context.tsx";

/** Template, light or dark, size of text, colours, type, and which sections are shown. */
export function lookCommands({ acts, view }: Studio, theme: Theme): readonly Command[] {
  const edit = (next: Theme, label: string) => void acts.editTheme(next, { label });
  return [
    ...templateCommands({ acts, view }, theme.template),
    ...(["auto", "light", "dark"] as const).map((mode) => ({
      id: `mode:${mode}`,
      title: mode === "auto" ? "Light or dark: automatic" : `Always ${mode}`,
      group: "Look",
      icon: "sun-moon" as const,
      run: () => edit({ ...theme, mode }, `Mode: ${mode}`),
    })),
    ...TEXT_SIZES.map((textSize) => ({
      id: `text-size:${textSize}`,
      title: `Text size: ${textSize}`,
      group: "Look",
      icon: "type" as const,
      keywords: ["font", "bigger", "smaller"],
      run: () => edit({ ...theme, textSize }, `Text size: ${textSize}`),
    })),
    ...PALETTES.map((palette) => ({
      id: `palette:${palette.id}`,
      title: `Colours: ${palette.name}`,
      group: "Look",
      icon: "palette" as const,
      run: () => edit(withPalette(theme, palette), `Colours: ${palette.name}`),
    })),
    ...TYPE_PAIRS.map((pair) => ({
      id: `type:${pair.id}`,
      title: `Type: ${pair.name}`,
      group: "Look",
      icon: "type" as const,
      keywords: ["font"],
      run: () => edit(withTypePair(theme, pair), `Type: ${pair.name}`),
    })),
    ...theme.sections.map(({ id, visible }) => ({
      id: `section:${id}`,
      title: `${visible ? "Hide" : "Show"} ${SECTION_NAMES[id].toLowerCase()}`,
      group: "Sections",
      icon: visible ? ("eye-off" as const) : ("eye" as const),
      run: () =>
        edit(
          withVisible(theme, id, !visible),
          `${visible ? "Hide" : "Show"} ${SECTION_NAMES[id].toLowerCase()}`,
        ),
    })),
  ];
}

function templateCommands(
  { acts, view }: Pick<Studio, "acts" | "view">,
  present: string,
): readonly Command[] {
  return [
    {
      id: "gallery",
      title: "See all templates",
      group: "Template",
      icon: "layout-grid",
      keywords: ["gallery", "thumbnails", "choose"],
      run: () => view.setState({ dialog: "gallery" }),
    },
    {
      id: "surprise",
      title: "Surprise me",
      group: "Look",
      icon: "shuffle",
      keywords: ["random", "chance", "colours", "fonts"],
      run: () => void acts.surprise("look"),
    },
    {
      id: "surprise-template",
      title: "Surprise me with another template",
      group: "Template",
      icon: "shuffle",
      keywords: ["random", "chance"],
      run: () => void acts.surprise("template"),
    },
    ...listTemplates().map(({ id, name, idea }) => ({
      id: `template:${id}`,
      title: `Template: ${name}`,
      group: "Template",
      icon: "layout-template" as const,
      keywords: [idea],
      ...(id === present ? { detail: "now" } : {}),
      run: () => void acts.changeTemplate(id),
    })),
  ];
}

/** One command for each other language of the site: it is shown. */
export function languageCommands({ props }: Studio): readonly Command[] {
  const { onShow } = languageActs(props.project);
  return siteLanguages(props.project.getState().files)
    .filter(({ isShown }) => !isShown)
    .map(({ tag }) => ({
      id: `language:${tag}`,
      title: `Show the site in ${languageName(tag)}`,
      group: "Content",
      icon: "languages" as const,
      keywords: ["language", "translation", tag],
      run: () => onShow(tag),
    }));
}
