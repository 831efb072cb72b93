import { useState } from "react";
import type { Result } from "../../../../shared/failure.ts";
import { Button } from "../../../ui/Button.tsx";
import { Icon } from "../../../ui/Icon.tsx";
import { Menu, MenuItem } from "../../../ui/Menu.tsx";
import { tellFailure } from "./studio-acts.ts";
import { useStudio } from "./studio-context.tsx";

/** What can be taken away: the project, the finished site, the résumé. */
export function ExportMenu() {
  const { props } = useStudio();
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
      <MenuItem
        icon="file-archive"
        detail="React and Vite, for a developer or your own editor"
        onAction={() => void run(() => exports.project())}
      >
        Project (ZIP)
      </MenuItem>
      <MenuItem
        icon="globe"
        detail="Finished pages, ready for any web host"
        onAction={() => void run(() => exports.site())}
      >
        Website (ZIP)
      </MenuItem>
      <MenuItem
        icon="file-json"
        detail="Your content in the JSON Resume format"
        onAction={() => void run(() => exports.resume())}
      >
        resume.json
      </MenuItem>
      <MenuItem
        icon="printer"
        detail="One quiet page to print or save, A4 or Letter"
        onAction={() => void run(() => exports.cvPdf())}
      >
        CV as PDF
      </MenuItem>
      <MenuItem
        icon="file-text"
        detail="Plain text with headings, for any editor"
        onAction={() => void run(() => exports.cvMarkdown())}
      >
        CV as Markdown
      </MenuItem>
    </Menu>
  );
}
