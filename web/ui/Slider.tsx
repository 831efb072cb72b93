import type { CSSProperties } from "react";
import {
  Label,
  Slider as AriaSlider,
  SliderOutput,
  SliderThumb,
  SliderTrack,
} from "react-aria-components";
import "./choices.css";
import "./field.css";

export interface SliderProps {
  readonly label: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
  /** When the finger or key is let go. */
  readonly onChangeEnd?: (value: number) => void;
  readonly minValue?: number;
  readonly maxValue?: number;
  readonly step?: number;
  readonly formatOptions?: Intl.NumberFormatOptions;
  readonly isDisabled?: boolean;
}

/** A number between two ends. */
export function Slider({ label, onChange, onChangeEnd, ...rest }: SliderProps) {
  return (
    <AriaSlider<number>
      {...rest}
      className="ui-slider"
      onChange={onChange}
      {...(onChangeEnd === undefined ? {} : { onChangeEnd })}
    >
      <Label className="ui-label">{label}</Label>
      <SliderOutput className="ui-slider-value" />
      <SliderTrack className="ui-slider-track">
        {({ state }) => (
          <>
            <span
              className="ui-slider-fill"
              style={{ "--filled": `${state.getThumbPercent(0) * 100}%` } as CSSProperties}
            />
            <SliderThumb className="ui-slider-thumb" />
          </>
        )}
      </SliderTrack>
    </AriaSlider>
  );
}
