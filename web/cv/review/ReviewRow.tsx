import { memo, useId, type ChangeEvent, type KeyboardEvent } from "react";
import { Icon } from "../../ui/Icon.tsx";
import { PlainButton } from "../../ui/PlainButton.tsx";
import "../../ui/field.css";
import type { ReviewField } from "./review-fields.ts";

export interface ReviewRowProps {
  readonly field: ReviewField;
  readonly isFocused: boolean;
  readonly isConfirmed: boolean;
  readonly onChange: (value: string) => void;
  readonly onConfirm: () => void;
  readonly onFocus: () => void;
  readonly onShow: () => void;
}

/** One value: change it, or say that it is right. Enter does the latter and goes to the next. */
export const ReviewRow = memo(
  function ReviewRow(props: ReviewRowProps) {
    const { field, isFocused, isConfirmed, onConfirm, onFocus, onShow } = props;
    const id = useId();
    // Among the uncertain ones, the section isn't said by a heading.
    const of = [field.isUncertain ? field.section : "", field.entry].filter(Boolean).join(" · ");
    const wantsLook = field.isUncertain && !isConfirmed;
    return (
      <div
        className="review-row"
        data-row={isFocused || undefined}
        data-uncertain={wantsLook || undefined}
      >
        <label className="ui-label" htmlFor={id}>
          {field.label}
          <span className="review-of" id={`${id}-of`}>
            {of}
          </span>
          {field.isUncertain && isConfirmed && (
            <span className="review-checked">
              <Icon name="check" size={16} label="Checked" />
            </span>
          )}
        </label>
        <RowInput {...props} id={id} />
        {isFocused && (
          <div className="review-acts">
            {wantsLook && (
              <PlainButton size="small" onClick={onConfirm} onFocus={onFocus}>
                Looks right
              </PlainButton>
            )}
            {field.places.length > 0 && (
              <PlainButton size="small" variant="quiet" className="review-show" onClick={onShow}>
                Show in the document
              </PlainButton>
            )}
            {field.places.length === 0 && (
              <p className="review-rule">No place in the document is known for it</p>
            )}
          </div>
        )}
      </div>
    );
  },
  // The acts are the same for the same field: only what is seen decides.
  (before, after) =>
    before.field.value === after.field.value &&
    before.field.pointer === after.field.pointer &&
    before.field.entry === after.field.entry &&
    before.isFocused === after.isFocused &&
    before.isConfirmed === after.isConfirmed,
);

function RowInput(props: ReviewRowProps & { readonly id: string }) {
  const { field, id, onChange, onConfirm, onFocus } = props;
  const same = {
    id,
    className: "ui-input",
    "data-field": field.pointer,
    "aria-describedby": `${id}-of`,
    value: field.value,
    onFocus,
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) =>
      onChange(event.target.value),
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
      event.preventDefault();
      onConfirm();
    },
  };
  return field.isLong ? <textarea rows={2} {...same} /> : <input type="text" {...same} />;
}
