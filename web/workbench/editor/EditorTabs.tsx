import type { ProjectPath } from "../../../shared/project.ts";
import { IconButton } from "../../ui/IconButton.tsx";
import { Menu, MenuItem } from "../../ui/Menu.tsx";
import { fileName, folderOf } from "../files/file-tree.ts";

export interface EditorTabsProps {
  readonly paths: readonly ProjectPath[];
  readonly shown: ProjectPath;
  /** Files with a problem in them. */
  readonly broken: readonly ProjectPath[];
  readonly onShow: (path: ProjectPath) => void;
  readonly onClose: (path: ProjectPath) => void;
  readonly onFormat?: () => void;
  readonly requests: readonly {
    readonly id: string;
    readonly title: string;
    readonly run: () => void;
  }[];
}

/**
 * The open files. Plain buttons in a list, not ARIA tabs: a tab may hold no second button, and each
 * of these can be closed.
 */
export function EditorTabs(props: EditorTabsProps) {
  const { paths, shown, broken, onShow, onClose, onFormat, requests } = props;
  const names = paths.map(fileName);
  const isAmbiguous = (name: string) => names.filter((other) => other === name).length > 1;
  return (
    <div className="code-bar">
      <ul className="code-tabs" aria-label="Open files">
        {paths.map((path) => (
          <li key={path} className="code-tab" data-shown={path === shown || undefined}>
            <button
              type="button"
              aria-current={path === shown ? "page" : undefined}
              title={path}
              data-broken={broken.includes(path) || undefined}
              onClick={() => onShow(path)}
            >
              {fileName(path)}
              {isAmbiguous(fileName(path)) && <span>{folderOf(path).slice(0, -1)}</span>}
            </button>
            <IconButton
              label={`Close ${fileName(path)}`}
              icon="x"
              size="small"
              onPress={() => onClose(path)}
            />
          </li>
        ))}
      </ul>
      {requests.length > 0 && (
        <Menu
          label="Ask about this code"
          trigger={<IconButton label="Ask about this code" icon="message-square" size="small" />}
        >
          {requests.map(({ id, title, run }) => (
            <MenuItem key={id} onAction={run}>
              {title}
            </MenuItem>
          ))}
        </Menu>
      )}
      {onFormat !== undefined && (
        <IconButton
          label="Format"
          shortcut="Shift+Alt+F"
          icon="align-left"
          size="small"
          onPress={onFormat}
        />
      )}
    </div>
  );
}
