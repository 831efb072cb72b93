import { useEffect, useRef, useState } from "react";
import type { Shell } from "../../../shared/ports/sandbox.ts";
import { IconButton } from "../../ui/IconButton.tsx";
import { Switch } from "../../ui/Switch.tsx";
import type { OpenTerminal } from "./open-terminal.ts";
import "./terminal.css";

export interface TerminalPanelProps {
  readonly shell: Shell;
  /** The program that runs in each. */
  readonly command: string;
  /** Where it runs, when that isn't a sandbox: said above the terminal. */
  readonly notice: string | null;
  readonly isShown: boolean;
}

/** Shells beside each other, each in a terminal of its own that stays when another is shown. */
export function TerminalPanel({ shell, command, notice, isShown }: TerminalPanelProps) {
  const [shells, setShells] = useState<readonly number[]>([1]);
  const [shown, setShown] = useState(1);
  const [isScreenReader, setScreenReader] = useState(false);
  const last = useRef(1);
  const add = () => {
    last.current += 1;
    setShells([...shells, last.current]);
    setShown(last.current);
  };
  const close = (id: number) => {
    const at = shells.indexOf(id);
    const left = shells.filter((one) => one !== id);
    setShells(left);
    if (shown === id) setShown(left[Math.min(at, left.length - 1)] ?? 0);
  };
  return (
    <section className="terminal" aria-label="Terminal">
      <div className="terminal-bar">
        {shells.map((id) => (
          <span key={id} className="terminal-tab" data-shown={shown === id || undefined}>
            <button type="button" aria-pressed={shown === id} onClick={() => setShown(id)}>
              Shell {id}
            </button>
            <IconButton
              label={`Close shell ${id}`}
              icon="x"
              size="small"
              onPress={() => close(id)}
            />
          </span>
        ))}
        <IconButton label="New shell" icon="plus" size="small" onPress={add} />
        {notice !== null && <span className="terminal-notice">{notice}</span>}
        <span className="terminal-reader">
          <Switch isSelected={isScreenReader} onChange={setScreenReader}>
            Screen reader
          </Switch>
        </span>
      </div>
      {shells.map((id) => (
        <ShellPlace
          key={id}
          shell={shell}
          command={command}
          label={`Shell ${id}. Escape, then Tab leaves the terminal.`}
          isShown={isShown && shown === id}
          isScreenReader={isScreenReader}
        />
      ))}
    </section>
  );
}

function ShellPlace(props: {
  readonly shell: Shell;
  readonly command: string;
  readonly label: string;
  readonly isShown: boolean;
  readonly isScreenReader: boolean;
}) {
  const { shell, command, label, isShown, isScreenReader } = props;
  const host = useRef<HTMLDivElement>(null);
  const [terminal, setTerminal] = useState<OpenTerminal | null>(null);
  useEffect(() => {
    let opened: OpenTerminal | null = null;
    let isLeft = false;
    void import("./open-terminal.ts").then(async ({ openTerminal }) => {
      if (isLeft || host.current === null) return;
      const begun = { shell, command, label, isScreenReader: false };
      opened = await openTerminal(host.current, begun);
      if (isLeft) opened.dispose();
      else setTerminal(opened);
    });
    return () => {
      isLeft = true;
      opened?.dispose();
    };
  }, [shell, command, label]);
  useEffect(() => terminal?.setScreenReader(isScreenReader), [terminal, isScreenReader]);
  useEffect(() => {
    if (isShown) terminal?.focus();
  }, [terminal, isShown]);
  return <div className="terminal-place" ref={host} hidden={!isShown} />;
}
