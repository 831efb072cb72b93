import { readTheme } from "../../../../shared/portfolio/read-theme.ts";
import { FORM_SECTIONS } from "../../../portfolio/panels/content/resume-fields.ts";
import { DEVICE_WIDTHS } from "../../../workbench/preview/frame-size.ts";
import type { Command } from "../../commands/command.ts";
import { shortcutText, type ShortcutId } from "../../commands/shortcuts.ts";
import { codeRequests } from "./code-requests.ts";
import { languageCommands, lookCommands } from "./look-commands.ts";
import { ownComponentCommands } from "./own-component-commands.ts";
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
    ...ownComponentCommands(studio),
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
