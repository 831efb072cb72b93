import { useState } from "react";
import type { Result } from "../../../../shared/failure.ts";
import { Button } from "../../../ui/Button.tsx";
import { Icon, type IconName } from "../../../ui/Icon.tsx";
import { Menu, MenuItem } from "../../../ui/Menu.tsx";
import { tellFailure } from "./studio-acts.ts";
import type { ExportActs } from "./studio-props.ts";
import { useStudio } from "./studio-context.tsx";

interface Item<Id extends string> {
  readonly id: Id;
  readonly name: string;
  readonly detail: string;
  readonly icon: IconName;
}

const ITEMS: readonly Item<keyof ExportActs>[] = [
  {
    id: "project",
    name: "Project (ZIP)",
    detail: "React and Vite, for a developer or your own editor",
    icon: "file-archive",
  },
  {
    id: "site",
    name: "Website (ZIP)",
    detail: "Finished pages, ready for any web host",
    icon: "globe",
  },
  {
    id: "resume",
    name: "resume.json",
    detail: "Your content in the JSON Resume format",
    icon: "file-json",
  },
  {
    id: "cvPdf",
    name: "CV as PDF",
    detail: "One quiet page to print or save, A4 or Letter",
    icon: "printer",
  },
  {
    id: "cvMarkdown",
    name: "CV as Markdown",
    detail: "Plain text with headings, for any editor",
    icon: "file-text",
  },
];

const ELSEWHERE: Item<"elsewhere"> = {
  id: "elsewhere",
  name: "GitHub, Netlify, Vercel",
  detail: "A repository or a site of your own, with your token",
  icon: "upload",
};

/** What can be taken away: the project, the finished site, the résumé. */
export function ExportMenu() {
  const { props, view } = useStudio();
  const { exports } = props;
  const [busy, setBusy] = useState(false);
  const run = async (act: () => Promise<Result<void>>) => {
    setBusy(true);
    const done = await act();
    setBusy(false);
    if (!done.ok) tellFailure(done.failure);
  };
  return (
    <Menu
      label="Export"
      placement="bottom end"
      trigger={
        <Button isPending={busy}>
          Export
          <Icon name="chevron-down" size={16} />
        </Button>
      }
    >
      {[
        ...ITEMS.slice(0, 2).map((item) => ({ ...item, act: () => void run(exports[item.id]) })),
        { ...ELSEWHERE, act: () => view.setState({ dialog: "elsewhere" as const }) },
        ...ITEMS.slice(2).map((item) => ({ ...item, act: () => void run(exports[item.id]) })),
      ].map(({ id, icon, detail, name, act }) => (
        <MenuItem key={id} icon={icon} detail={detail} onAction={act}>
          {name}
        </MenuItem>
      ))}
    </Menu>
  );
}
