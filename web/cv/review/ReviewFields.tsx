import { useEffect, useRef } from "react";
import { Badge } from "../../ui/Badge.tsx";
import { fieldAfter, type Review, type ReviewField } from "./review-fields.ts";
import { ReviewRow } from "./ReviewRow.tsx";

export interface ReviewFieldsProps {
  readonly review: Review;
  readonly focused: string | null;
  /** By `readAs`. */
  readonly confirmed: ReadonlySet<string>;
  readonly onChange: (pointer: string, value: string) => void;
  readonly onConfirm: (readAs: string) => void;
  readonly onFocus: (pointer: string) => void;
  /** Goes to a field. */
  readonly onNext: (pointer: string) => void;
  /** Shows the place of the focused field, where the document is hidden. */
  readonly onShow: () => void;
}

/** What was read: first what wants a look, then all the rest by section. */
export function ReviewFields(props: ReviewFieldsProps) {
  const { review, confirmed, focused } = props;
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => panel.current?.querySelector<HTMLElement>("[data-field]")?.focus(), []);
  const row = (field: ReviewField) => (
    <ReviewRow
      key={field.pointer}
      field={field}
      isFocused={field.pointer === focused}
      isConfirmed={confirmed.has(field.readAs)}
      onChange={(value) => props.onChange(field.pointer, value)}
      onFocus={() => props.onFocus(field.pointer)}
      onShow={props.onShow}
      onConfirm={() => {
        if (field.isUncertain) props.onConfirm(field.readAs);
        const next = fieldAfter(review, field.pointer);
        if (next !== null) props.onNext(next);
      }}
    />
  );
  const left = review.uncertain.filter(({ readAs }) => !confirmed.has(readAs)).length;
  return (
    <div className="review-fields" ref={panel}>
      {review.uncertain.length > 0 && (
        <section aria-labelledby="review-uncertain">
          <h3 className="review-heading" id="review-uncertain">
            Worth a look
            {left > 0 && <Badge tone="warn">{left}</Badge>}
          </h3>
          {review.uncertain.map(row)}
        </section>
      )}
      {review.sections.map(({ id, label, fields }) => (
        <section key={id} aria-labelledby={`review-${id}`}>
          <h3 className="review-heading" id={`review-${id}`}>
            {label}
          </h3>
          {fields.map(row)}
        </section>
      ))}
    </div>
  );
}
