import {
  Button,
  Input,
  SearchField as AriaSearchField,
  type SearchFieldProps as AriaSearchFieldProps,
} from "react-aria-components";
import { Icon } from "./Icon.tsx";
import "./field.css";

export interface SearchFieldProps extends Omit<
  AriaSearchFieldProps,
  "children" | "className" | "style"
> {
  /** Also the placeholder. */
  readonly label: string;
}

/** Looks for something as one types; Escape empties it. */
export function SearchField({ label, ...rest }: SearchFieldProps) {
  return (
    <AriaSearchField {...rest} aria-label={label} className="ui-field ui-search">
      <div className="ui-group">
        <span className="ui-group-icon">
          <Icon name="search" size={16} />
        </span>
        <Input className="ui-input" placeholder={label} />
        <Button className="ui-group-button" aria-label="Clear the search">
          <Icon name="x" size={16} />
        </Button>
      </div>
    </AriaSearchField>
  );
}
