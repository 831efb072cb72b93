import { useState } from "react";
import { IconButton } from "../../../ui/IconButton.tsx";
import { Popover } from "../../../ui/Popover.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import { MonthPicker } from "./MonthPicker.tsx";
import { readTypedDate, showDate } from "./typed-date.ts";

export interface DateFieldProps {
  readonly label: string;
  /** As JSON Resume keeps it; `""` is none. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly placeholder: string;
}

/** A month that can be typed as people write it, or picked; a year alone is enough. */
export function DateField({ label, value, onChange, placeholder }: DateFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const reading = typed === null ? null : readTypedDate(typed);
  const change = (text: string) => {
    setTyped(text);
    const next = readTypedDate(text);
    if (next.kind === "date" && next.iso !== value) onChange(next.iso);
    if (next.kind === "empty" && value !== "") onChange("");
  };
  return (
    <div className="date-field">
      <TextField
        label={label}
        value={typed ?? showDate(value)}
        onChange={change}
        onBlur={() => reading?.kind !== "unclear" && setTyped(null)}
        placeholder={placeholder}
        {...(reading?.kind === "unclear" ? { error: "Write it like Mar 2020 or 2020" } : {})}
      />
      <Popover
        label={label}
        placement="bottom end"
        trigger={<IconButton label={`Pick: ${label}`} icon="calendar" size="small" />}
      >
        {({ close }) => (
          <MonthPicker
            value={value}
            onPick={(picked) => {
              setTyped(null);
              onChange(picked);
              close();
            }}
          />
        )}
      </Popover>
    </div>
  );
}
