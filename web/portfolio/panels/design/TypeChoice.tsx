import { useEffect, useEffectEvent, useState } from "react";
import { Radio, RadioGroup } from "react-aria-components";
import type { Result } from "../../../../shared/failure.ts";
import type { FontFaces } from "../../../../shared/portfolio/project-fonts.ts";
import { themeFonts, TYPE_PAIRS, type TypePair } from "../../../../shared/portfolio/type-pairs.ts";
import { showType } from "./show-type.ts";

export interface TypeChoiceProps {
  readonly value: string;
  readonly name: string;
  readonly loadFontFaces: (pairId: string) => Promise<Result<FontFaces>>;
  readonly onChange: (pair: TypePair) => void;
}

/** The type pairs, each set in itself with the person's own name. */
export function TypeChoice({ value, name, loadFontFaces, onChange }: TypeChoiceProps) {
  const ready = useTypeFaces(loadFontFaces);
  return (
    <RadioGroup
      aria-label="Type"
      className="types"
      value={value}
      onChange={(id) => {
        const pair = TYPE_PAIRS.find((one) => one.id === id);
        if (pair !== undefined) onChange(pair);
      }}
    >
      {TYPE_PAIRS.map((pair) => {
        const fonts = themeFonts(pair);
        return (
          <Radio key={pair.id} value={pair.id} className="type" data-ready={ready.has(pair.id)}>
            <span className="type-display" style={{ fontFamily: fonts.display }}>
              {name}
            </span>
            <span className="type-text" style={{ fontFamily: fonts.text }}>
              {pair.name}
            </span>
          </Radio>
        );
      })}
    </RadioGroup>
  );
}

/** Loads the faces one pair after the other, so that the panel stands at once. */
function useTypeFaces(load: TypeChoiceProps["loadFontFaces"]): ReadonlySet<string> {
  const [ready, setReady] = useState<ReadonlySet<string>>(new Set());
  const loadFaces = useEffectEvent(load);
  useEffect(() => {
    let gone = false;
    void (async () => {
      for (const pair of TYPE_PAIRS) {
        const faces = await loadFaces(pair.id);
        if (gone) return;
        if (faces.ok) await showType(pair, faces.value);
        setReady((known) => new Set([...known, pair.id]));
      }
    })();
    return () => {
      gone = true;
    };
  }, []);
  return ready;
}
