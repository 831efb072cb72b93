import { useState } from "react";
import { Button } from "../../../ui/Button.tsx";
import { IconButton } from "../../../ui/IconButton.tsx";
import { yearAndMonth } from "./typed-date.ts";

const MONTHS = Array.from({ length: 12 }, (_, month) =>
  new Intl.DateTimeFormat("en", { month: "short", timeZone: "UTC" }).format(
    Date.UTC(2000, month, 1),
  ),
);

export interface MonthPickerProps {
  /** As JSON Resume keeps it; `""` is none. */
  readonly value: string;
  readonly onPick: (value: string) => void;
}

/** A year with its twelve months, the year alone, or no date. */
export function MonthPicker({ value, onPick }: MonthPickerProps) {
  const chosen = yearAndMonth(value);
  const [year, setYear] = useState(() => chosen.year ?? new Date().getFullYear());
  return (
    <div className="month-picker">
      <div className="month-year">
        <IconButton
          label="Year before"
          icon="chevron-left"
          size="small"
          onPress={() => setYear(year - 1)}
        />
        <output aria-live="polite">{year}</output>
        <IconButton
          label="Year after"
          icon="chevron-right"
          size="small"
          onPress={() => setYear(year + 1)}
        />
      </div>
      <div className="month-grid">
        {MONTHS.map((month, at) => (
          <button
            key={month}
            type="button"
            aria-label={`${month} ${year}`}
            aria-pressed={chosen.year === year && chosen.month === at + 1}
            onClick={() => onPick(`${year}-${String(at + 1).padStart(2, "0")}`)}
          >
            {month}
          </button>
        ))}
      </div>
      <div className="month-acts">
        <Button size="small" variant="quiet" onPress={() => onPick(String(year))}>
          Only {year}
        </Button>
        <Button size="small" variant="quiet" onPress={() => onPick("")}>
          No date
        </Button>
      </div>
    </div>
  );
}
