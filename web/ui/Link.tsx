import type { AnchorHTMLAttributes } from "react";
import "./small-parts.css";

export interface LinkProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  /** Opens in a new tab, and says so to screen readers. */
  readonly isExternal?: boolean;
}

/** A link in running text. For the router's own link, give it the class `ui-link`. */
export function Link({ isExternal = false, className = "", children, ...rest }: LinkProps) {
  return (
    <a
      {...rest}
      className={`ui-link ${className}`}
      {...(isExternal ? { target: "_blank", rel: "noreferrer noopener" } : {})}
    >
      {children}
      {isExternal && <span className="visually-hidden"> (opens in a new tab)</span>}
    </a>
  );
}
