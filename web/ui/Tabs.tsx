import {
  Tab as AriaTab,
  TabList as AriaTabList,
  TabPanel as AriaTabPanel,
  Tabs as AriaTabs,
  type TabListProps as AriaTabListProps,
  type TabPanelProps,
  type TabProps,
  type TabsProps,
} from "react-aria-components";
import "./choices.css";

type Named<P> = Omit<P, "className"> & { readonly className?: string };

/** Several panels in one place: `TabList` with `Tab`s, then a `TabPanel` for each. */
export function Tabs({ className = "", ...rest }: Named<TabsProps>) {
  return <AriaTabs {...rest} className={`ui-tabs ${className}`} />;
}

/** The row of tabs; `aria-label` names it. */
export function TabList<T>({ className = "", ...rest }: Named<AriaTabListProps<T>>) {
  return <AriaTabList<T> {...rest} className={`ui-tab-list ${className}`} />;
}

/** One tab, tied to the panel with the same `id`. */
export function Tab({ className = "", ...rest }: Named<TabProps>) {
  return <AriaTab {...rest} className={`ui-tab ${className}`} />;
}

/** What a tab shows. */
export function TabPanel({ className = "", ...rest }: Named<TabPanelProps>) {
  return <AriaTabPanel {...rest} className={`ui-tab-panel ${className}`} />;
}
