import type { KeyboardEvent, ReactNode } from "react";
import {
  Button,
  DropIndicator,
  GridList,
  GridListItem,
  useDragAndDrop,
  type Key,
} from "react-aria-components";
import { Icon } from "./Icon.tsx";
import { IconButton } from "./IconButton.tsx";
import { movedBy, movedTo } from "./moved-order.ts";
import "./sortable-list.css";

export interface SortableItem {
  readonly id: string;
  /** Names the row for screen readers and for typing ahead. */
  readonly label: string;
}

export interface SortableListProps<Item extends SortableItem> {
  readonly label: string;
  readonly items: readonly Item[];
  /** All ids in their new order. */
  readonly onReorder: (ids: readonly string[]) => void;
  /** Enter or a press on a row. */
  readonly onAction?: (id: string) => void;
  /** What a row shows between its handle and its arrows; the label when left out. */
  readonly children?: (item: Item) => ReactNode;
}

/**
 * A list to put in order: drag a row by its handle, or Enter on the handle and arrows (react-aria says
 * what happens), or Alt and an arrow on a row, or the two arrow buttons, which touch screens always show.
 */
export function SortableList<Item extends SortableItem>(props: SortableListProps<Item>) {
  const { label, items, onReorder, onAction, children } = props;
  const ids = items.map(({ id }) => id);
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ "text/plain": String(key) })),
    onReorder: ({ keys, target }) => {
      if (target.dropPosition === "on") return;
      onReorder(movedTo(ids, [...keys].map(String), String(target.key), target.dropPosition));
    },
    renderDropIndicator: (target) => <DropIndicator target={target} className="ui-drop-line" />,
  });
  const move = (id: string, by: -1 | 1) => onReorder(movedBy(ids, id, by));
  const onKey = (event: KeyboardEvent<HTMLElement>) => {
    const by = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : null;
    const row = event.target instanceof Element ? event.target.closest("[data-key]") : null;
    const id = row?.getAttribute("data-key");
    if (!event.altKey || by === null || id == null) return;
    event.preventDefault();
    event.stopPropagation();
    move(id, by);
  };
  return (
    <div role="presentation" onKeyDownCapture={onKey}>
      <GridList<Item>
        aria-label={label}
        items={items}
        className="ui-sortable"
        dragAndDropHooks={dragAndDropHooks}
        dependencies={[items, children]}
        {...(onAction === undefined ? {} : { onAction: (key: Key) => onAction(String(key)) })}
      >
        {(item) => (
          <GridListItem id={item.id} textValue={item.label} className="ui-sortable-row">
            <Button slot="drag" className="ui-sortable-handle">
              <Icon name="grip-vertical" size={16} />
            </Button>
            <div className="ui-sortable-inside">{children?.(item) ?? item.label}</div>
            <MoveButtons item={item} ids={ids} onMove={move} />
          </GridListItem>
        )}
      </GridList>
    </div>
  );
}

interface MoveButtonsProps {
  readonly item: SortableItem;
  readonly ids: readonly string[];
  readonly onMove: (id: string, by: -1 | 1) => void;
}

function MoveButtons({ item, ids, onMove }: MoveButtonsProps) {
  return (
    <div className="ui-sortable-moves">
      <IconButton
        label={`Move ${item.label} up`}
        icon="arrow-up"
        size="small"
        isDisabled={ids[0] === item.id}
        onPress={() => onMove(item.id, -1)}
      />
      <IconButton
        label={`Move ${item.label} down`}
        icon="arrow-down"
        size="small"
        isDisabled={ids.at(-1) === item.id}
        onPress={() => onMove(item.id, 1)}
      />
    </div>
  );
}
