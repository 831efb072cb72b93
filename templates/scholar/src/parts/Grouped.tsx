import type { ReactNode } from "react";

interface Props<Item> {
  items: readonly Item[];
  /** Which items stand apart, under a heading of their own. */
  apart: (item: Item) => boolean;
  heading: string;
  show: (item: Item, index: number, isNested: boolean) => ReactNode;
}

/** A list in the owner's order; what a rule sets apart follows it, also in that order. */
export function Grouped<Item>({ items, apart, heading, show }: Props<Item>) {
  const indexed = items.map((item, index) => ({ item, index }));
  const [first, second] = [false, true].map((side) =>
    indexed.filter(({ item }) => apart(item) === side),
  );
  return (
    <>
      {first?.map(({ item, index }) => show(item, index, false))}
      {second && second.length > 0 && (
        <div className="group">
          <h3 className="group-title">{heading}</h3>
          {second.map(({ item, index }) => show(item, index, true))}
        </div>
      )}
    </>
  );
}
