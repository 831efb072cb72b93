import { IconButton } from "../../../ui/IconButton.tsx";
import { Menu, MenuItem, MenuSeparator } from "../../../ui/Menu.tsx";
import { since } from "./since.ts";
import type { StartPortfolio } from "./start-screen-props.ts";
import { ThumbnailPicture } from "./ThumbnailPicture.tsx";

export interface PortfolioCardProps {
  readonly portfolio: StartPortfolio;
  readonly now: number;
  readonly onOpen: () => void;
  readonly onRename: () => void;
  readonly onDuplicate: () => void;
  readonly onDelete: () => void;
}

/** One portfolio with its picture; the whole card opens it. */
export function PortfolioCard(props: PortfolioCardProps) {
  const { portfolio, now, onOpen, onRename, onDuplicate, onDelete } = props;
  const { name, updatedAt, thumbnail } = portfolio;
  return (
    <article className="shelf-card">
      <div className="shelf-picture">
        <ThumbnailPicture thumbnail={thumbnail} />
      </div>
      <div className="shelf-words">
        <h3>
          <button type="button" className="shelf-open" onClick={onOpen}>
            {name}
          </button>
        </h3>
        <p>
          Changed <time dateTime={new Date(updatedAt).toISOString()}>{since(updatedAt, now)}</time>
        </p>
      </div>
      <div className="shelf-more">
        <Menu
          label={`What to do with ${name}`}
          placement="bottom end"
          trigger={<IconButton label={`More for ${name}`} icon="ellipsis" />}
        >
          <MenuItem icon="folder-open" onAction={onOpen}>
            Open
          </MenuItem>
          <MenuItem icon="pencil" onAction={onRename}>
            Rename
          </MenuItem>
          <MenuItem icon="copy" onAction={onDuplicate}>
            Duplicate
          </MenuItem>
          <MenuSeparator />
          <MenuItem icon="trash-2" tone="danger" onAction={onDelete}>
            Delete
          </MenuItem>
        </Menu>
      </div>
    </article>
  );
}
