import { Pause, Play } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { PlainButton } from "../../../ui/PlainButton.tsx";
import { ExampleFrame } from "./ExampleFrame.tsx";
import type { ExampleSite } from "./start-screen-props.ts";
import { useSlowTurn, type SlowTurned } from "./use-slow-turn.ts";

export interface LiveExampleProps {
  readonly examples: readonly ExampleSite[];
  readonly shown: ExampleSite;
  readonly onShow: (at: number) => void;
  /** Stands still while something else is to be looked at. */
  readonly isHeld: boolean;
  readonly onStart: () => void;
}

/** A real small site made from the example CV, slowly changing its template. */
export function LiveExample({ examples, shown, onShow, isHeld, onStart }: LiveExampleProps) {
  const at = examples.indexOf(shown);
  const room = useRef<HTMLDivElement>(null);
  const isAwake = useAfterFirstPaint();
  const turn = useSlowTurn({
    isOn: isAwake && !isHeld && examples.length > 1,
    room,
    onTurn: () => onShow((at + 1) % examples.length),
  });
  return (
    <section className="live" aria-label="A website made from an example CV" ref={room}>
      <div className="live-window">
        <div className="live-bar" aria-hidden="true">
          <span>your-name.example</span>
        </div>
        <div className="live-pages" inert>
          {isAwake &&
            examples.map((example, index) => (
              <ExampleFrame
                key={example.templateId}
                example={example}
                isShown={example === shown}
                isWanted={index === at || index === (at + 1) % examples.length}
              />
            ))}
        </div>
      </div>
      <LiveFoot
        examples={examples}
        shown={shown}
        turn={turn}
        onShow={(index) => {
          turn.pause();
          onShow(index);
        }}
        onStart={onStart}
      />
    </section>
  );
}

interface LiveFootProps {
  readonly examples: readonly ExampleSite[];
  readonly shown: ExampleSite;
  readonly turn: SlowTurned;
  readonly onShow: (at: number) => void;
  readonly onStart: () => void;
}

/** Which template is shown, what it is for, and a way to begin from it. */
function LiveFoot({ examples, shown, turn, onShow, onStart }: LiveFootProps) {
  return (
    <div className="live-foot">
      <fieldset className="live-names">
        <legend className="visually-hidden">Template of the example</legend>
        {examples.map((example, index) => (
          <button
            key={example.templateId}
            type="button"
            aria-pressed={example === shown}
            onClick={() => onShow(index)}
          >
            {example.name}
          </button>
        ))}
      </fieldset>
      {examples.length > 1 && turn.canTurn && <TurnButton turn={turn} />}
      <p className="live-idea">{shown.description}</p>
      <PlainButton size="small" onClick={onStart}>
        Start from this
      </PlainButton>
    </div>
  );
}

function TurnButton({ turn }: { readonly turn: SlowTurned }) {
  const Shape = turn.isPaused ? Play : Pause;
  return (
    <PlainButton
      variant="quiet"
      className="ui-icon-button"
      aria-label={turn.isPaused ? "Go on changing the template" : "Keep this template"}
      onClick={turn.isPaused ? turn.resume : turn.pause}
    >
      <Shape size={16} strokeWidth={1.5} aria-hidden />
    </PlainButton>
  );
}

/** True once the drop zone has been painted and the browser has a moment: the frame must not delay it. */
function useAfterFirstPaint(): boolean {
  const [isAwake, setAwake] = useState(false);
  useEffect(() => {
    const wake = () => setAwake(true);
    if ("requestIdleCallback" in window) {
      const handle = requestIdleCallback(wake, { timeout: 1500 });
      return () => cancelIdleCallback(handle);
    }
    const timer = setTimeout(wake, 200);
    return () => clearTimeout(timer);
  }, []);
  return isAwake;
}
