import { useMemo, useState } from "react";
import {
  Button,
  Collection,
  Tree,
  TreeItem,
  TreeItemContent,
  type Key,
} from "react-aria-components";
import type { ProjectPath } from "../../../shared/project.ts";
import { Icon } from "../../ui/Icon.tsx";
import { IconButton } from "../../ui/IconButton.tsx";
import { Menu, MenuItem } from "../../ui/Menu.tsx";
import { fileTree, folderOf, foldersOf, type FileNode } from "./file-tree.ts";

export interface FileTreeProps {
  readonly paths: readonly ProjectPath[];
  readonly shown: ProjectPath | null;
  /** Files that the agent may not change. */
  readonly locked: readonly ProjectPath[];
  readonly onLock: (path: ProjectPath) => void;
  readonly onOpen: (path: ProjectPath) => void;
  readonly onRename: (path: ProjectPath) => void;
  readonly onDelete: (path: ProjectPath) => void;
  /** `folder` ends with a slash, or is `""`. */
  readonly onCreate: (folder: string) => void;
}

/** The files as a tree; Enter opens, F2 renames, Delete deletes (and can be undone). */
export function FileTree(props: FileTreeProps) {
  const { paths, shown, locked, onOpen, onRename, onDelete } = props;
  const [expanded, setExpanded] = useState<Iterable<Key>>(["src", "src/sections", "src/data"]);
  const roots = useMemo(() => fileTree(paths), [paths]);
  const open = useMemo(() => {
    const wanted = shown === null ? [] : foldersOf([shown]);
    return new Set([...expanded, ...wanted]);
  }, [expanded, shown]);
  return (
    <div
      className="tree-room"
      role="presentation"
      onKeyDown={(event) => {
        const path = rowPath(event.target);
        if (path === null) return;
        if (event.key === "F2") onRename(path);
        if (event.key === "Delete") onDelete(path);
      }}
    >
      <Tree
        aria-label="Files"
        className="tree"
        items={roots}
        expandedKeys={open}
        onExpandedChange={(keys) => setExpanded(keys)}
        dependencies={[shown, locked]}
        onAction={(key) => {
          const path = String(key);
          if (paths.includes(path)) return onOpen(path);
          const next = new Set(open);
          if (!next.delete(path)) next.add(path);
          setExpanded(next);
        }}
      >
        {(node) => <Row node={node} acts={props} />}
      </Tree>
    </div>
  );
}

/** The path of the row that a key was pressed on; `null` inside its menu. */
function rowPath(target: EventTarget): ProjectPath | null {
  const row = target instanceof HTMLElement && target.role === "row" ? target : null;
  return row?.dataset["key"] ?? null;
}

interface RowProps {
  readonly node: FileNode;
  readonly acts: FileTreeProps;
}

function Row({ node, acts }: RowProps) {
  return (
    <TreeItem
      id={node.path}
      textValue={node.name}
      className={node.path === acts.shown ? "tree-row tree-row-shown" : "tree-row"}
    >
      <TreeItemContent>
        {({ isExpanded }) => (
          <div className="tree-line">
            {node.kind === "folder" ? (
              <Button slot="chevron" className="tree-chevron">
                <Icon name={isExpanded ? "chevron-down" : "chevron-right"} size={16} />
              </Button>
            ) : (
              <span className="tree-chevron" />
            )}
            <span className="tree-name">{node.name}</span>
            {node.kind === "file" && <LockButton node={node} acts={acts} />}
            <RowMenu node={node} acts={acts} />
          </div>
        )}
      </TreeItemContent>
      <Collection items={node.children}>{(child) => <Row node={child} acts={acts} />}</Collection>
    </TreeItem>
  );
}

function LockButton({ node, acts }: Pick<RowProps, "node" | "acts">) {
  const isLocked = acts.locked.includes(node.path);
  return (
    <IconButton
      label={`Lock ${node.name} against the agent`}
      icon={isLocked ? "lock" : "lock-open"}
      size="small"
      isSelected={isLocked}
      onPress={() => acts.onLock(node.path)}
    />
  );
}

function RowMenu({ node, acts }: Pick<RowProps, "node" | "acts">) {
  const folder = node.kind === "folder" ? `${node.path}/` : folderOf(node.path);
  return (
    <Menu
      label={`What to do with ${node.name}`}
      trigger={<IconButton label={`More for ${node.name}`} icon="ellipsis" size="small" />}
    >
      <MenuItem onAction={() => acts.onCreate(folder)}>New file here</MenuItem>
      <MenuItem onAction={() => acts.onRename(node.path)}>Rename or move</MenuItem>
      <MenuItem onAction={() => acts.onDelete(node.path)}>Delete</MenuItem>
    </Menu>
  );
}
