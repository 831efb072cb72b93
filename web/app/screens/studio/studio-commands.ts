import { PALETTES } from "../../../../shared/portfolio/palettes.ts";
import { readTheme } from "../../../../shared/portfolio/read-theme.ts";
import { TYPE_PAIRS } from "../../../../shared/portfolio/type-pairs.ts";
import type { Theme } from "../../../../shared/theme.ts";
import { listTemplates } from "../../../portfolio/load-template.ts";
import { FORM_SECTIONS } from "../../../portfolio/panels/content/resume-fields.ts";
import {
  SECTION_NAMES,
  withPalette,
  withTypePair,
  withVisible,
} from "../../../portfolio/panels/design/theme-edits.ts";
import { DEVICE_WIDTHS } from "../../../workbench/preview/frame-size.ts";
import { languageName } from "../../../portfolio/panels/content/language-names.ts";
import type { Command } from "../../commands/command.ts";
import { shortcutText, type ShortcutId } from "../../commands/shortcuts.ts";
import { languageActs, siteLanguages } from "../../flows/site-languages.ts";
import { codeRequests } from "./code-requests.ts";
import { PANELS } from "./panels.ts";
import { kindName } from "./sandbox-words.ts";
import { runShortcut } from "./run-shortcut.ts";
import { tellFailure } from "./studio-acts.ts";
import type { Studio } from "./studio-context.tsx";
import { openFile, showDrawer, showField, showPanel } from "./studio-view.ts";

/** All that can be done in the studio now. */
export function studioCommands(studio: Studio): readonly Command[] {
  const theme = readTheme(studio.props.project.getState().files);
  return [
    ...actCommands(studio),
    ...panelCommands(studio),
    ...exportCommands(studio),
    ...contentCommands(studio),
    ...(theme.ok ? lookCommands(studio, theme.value) : []),
    ...codeRequests(studio).map((one): Command => ({
      ...one,
      group: "Do",
      icon: "code",
      keywords: ["ai", "code", "test"],
    })),
    ...languageCommands(studio),
    ...fileCommands(studio),
  ];
}

function actCommands(studio: Studio): readonly Command[] {
  const { acts, view, props } = studio;
  const { canUndo, canRedo } = props.project.getState();
  const by = (id: ShortcutId) => ({
    shortcut: shortcutText(id),
    run: () => runShortcut(id, studio),
  });
  const group = "Do";
  return [
    ...(canUndo === null
      ? []
      : [{ id: "undo", title: `Undo: ${canUndo}`, group, icon: "undo-2", ...by("undo") } as const]),
    ...(canRedo === null
      ? []
      : [{ id: "redo", title: `Redo: ${canRedo}`, group, icon: "redo-2", ...by("redo") } as const]),
    {
      id: "publish",
      title: "Publish",
      group,
      icon: "globe",
      keywords: ["share", "link", "address", "online", "take down"],
      run: () => view.setState({ dialog: "publish" }),
    },
    {
      id: "version",
      title: "Save a version",
      group,
      icon: "save",
      shortcut: shortcutText("save-version"),
      run: () => view.setState({ dialog: "version" }),
    },
    {
      id: "rename",
      title: "Rename the portfolio",
      group,
      icon: "pencil",
      run: () => view.setState({ dialog: "rename" }),
    },
    {
      id: "duplicate",
      title: "Duplicate the portfolio",
      group,
      icon: "copy",
      keywords: ["copy"],
      run: () => void acts.duplicate(),
    },
    {
      id: "all",
      title: "All portfolios",
      group,
      icon: "layout-grid",
      keywords: ["home", "start", "new"],
      run: () => props.portfolios.showAll(),
    },
    ...reviewCommand(studio),
  ];
}

function reviewCommand({ props }: Studio): readonly Command[] {
  const { review } = props;
  if (review === null) return [];
  return [
    {
      id: "review",
      title: "Check what was read",
      group: "Do",
      icon: "scan-search",
      keywords: ["review", "document", "fields"],
      run: () => review.open(),
    },
    ...(review.explain === null
      ? []
      : [
          {
            id: "explain",
            title: "How was this read?",
            group: "Do",
            icon: "list-tree",
            keywords: ["steps", "rules", "why", "explain", "reading"],
            run: review.explain,
          } as const,
        ]),
  ];
}

function panelCommands(studio: Studio): readonly Command[] {
  const { view, props } = studio;
  const { sandbox } = props;
  const group = "Go to";
  return [
    ...PANELS.map(({ id, label, icon, shortcut }) => ({
      id: `panel:${id}`,
      title: label,
      group,
      icon,
      shortcut,
      run: () => view.setState(showPanel(id)),
    })),
    ...(["code", "console", "problems", "terminal"] as const).map((id) => ({
      id: `drawer:${id}`,
      title: id[0]!.toUpperCase() + id.slice(1),
      group,
      icon: "panel-bottom" as const,
      run: () => view.setState(showDrawer(id)),
    })),
    {
      id: "help",
      title: "Shortcuts",
      group,
      icon: "keyboard",
      shortcut: "?",
      keywords: ["keys", "help"],
      run: () => view.setState({ dialog: "help" }),
    },
    ...sandboxCommands(sandbox),
    ...(["phone", "tablet", "desktop", "fit"] as const).map((device) => ({
      id: `device:${device}`,
      title: device === "fit" ? "Preview: fit" : `Preview: ${device}, ${DEVICE_WIDTHS[device]} px`,
      group: "Preview",
      icon: "monitor" as const,
      run: () => view.setState({ device }),
    })),
    {
      id: "reload",
      title: "Reload the preview",
      group: "Preview",
      icon: "rotate-cw",
      run: () => sandbox.status === "open" && sandbox.sandbox.preview.reload(),
    },
  ];
}

function sandboxCommands(sandbox: Studio["props"]["sandbox"]): readonly Command[] {
  if (sandbox.status !== "open") return [];
  const { options, choose } = sandbox.run;
  return options
    .filter(({ kind, closed }) => closed === null && kind !== sandbox.sandbox.kind)
    .map(({ kind }) => ({
      id: `sandbox:${kind}`,
      title: `Run: ${kindName(kind, sandbox.run)}`,
      group: "Preview",
      icon: "box" as const,
      keywords: ["sandbox", "node", "switch"],
      run: () => choose(kind),
    }));
}

function exportCommands({ props }: Studio): readonly Command[] {
  const acts = {
    project: "Project (ZIP)",
    site: "Website (ZIP)",
    resume: "resume.json",
    cvPdf: "CV as PDF",
    cvMarkdown: "CV as Markdown",
  } as const;
  return (["project", "site", "resume", "cvPdf", "cvMarkdown"] as const).map((id) => ({
    id: `export:${id}`,
    title: `Export: ${acts[id]}`,
    group: "Export",
    icon: "download",
    keywords: ["save", "download"],
    run: () => {
      void props.exports[id]().then((done) => !done.ok && tellFailure(done.failure));
    },
  }));
}

function contentCommands({ view }: Studio): readonly Command[] {
  const group = "Content";
  return [
    {
      id: "content:basics",
      title: "Edit name, contact and links",
      group,
      icon: "square-pen",
      run: () => view.setState(showField("/basics/name")),
    },
    ...FORM_SECTIONS.map((section) => ({
      id: `content:${section.id}`,
      title: `Edit ${section.label.toLowerCase()}`,
      group,
      icon: "square-pen" as const,
      keywords: ["add", section.entry],
      run: () => view.setState(showField(`/${section.id}`)),
    })),
  ];
}

function lookCommands({ acts }: Studio, theme: Theme): readonly Command[] {
  const edit = (next: Theme, label: string) => void acts.editTheme(next, { label });
  return [
    ...listTemplates().map(({ id, name, idea }) => ({
      id: `template:${id}`,
      title: `Template: ${name}`,
      group: "Template",
      icon: "layout-template" as const,
      keywords: [idea],
      ...(id === theme.template ? { detail: "now" } : {}),
      run: () => void acts.changeTemplate(id),
    })),
    ...(["auto", "light", "dark"] as const).map((mode) => ({
      id: `mode:${mode}`,
      title: mode === "auto" ? "Light or dark: automatic" : `Always ${mode}`,
      group: "Look",
      icon: "sun-moon" as const,
      run: () => edit({ ...theme, mode }, `Mode: ${mode}`),
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

/** One command for each other language of the site: it is shown. */
function languageCommands({ props }: Studio): readonly Command[] {
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

/** One command for each file: it opens. */
export function fileCommands({ props, view }: Studio): readonly Command[] {
  return Object.keys(props.project.getState().files)
    .sort()
    .map((path) => ({
      id: `file:${path}`,
      title: path,
      group: "Files",
      icon: "file",
      run: () => view.setState(openFile({ path })),
    }));
}
