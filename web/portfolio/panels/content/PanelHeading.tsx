import { Icon } from "../../../ui/Icon.tsx";

export interface PanelHeadingProps {
  readonly title: string;
  /** Where the way back leads. */
  readonly up: string;
  readonly onUp: () => void;
}

/** The way back, and where a person is. */
export function PanelHeading({ title, up, onUp }: PanelHeadingProps) {
  return (
    <header className="content-head">
      <button type="button" className="content-up" onClick={onUp}>
        <Icon name="chevron-left" size={16} />
        {up}
      </button>
      <h3>{title}</h3>
    </header>
  );
}
