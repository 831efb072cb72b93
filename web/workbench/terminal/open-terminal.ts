import { FitAddon } from "@xterm/addon-fit";
import { WebLinksAddon } from "@xterm/addon-web-links";
import { Terminal } from "@xterm/xterm";
import type { Shell, ShellProcess } from "../../../shared/ports/sandbox.ts";
import { keysForShell } from "./leave-keys.ts";
import { terminalColours } from "./terminal-colours.ts";
import "@xterm/xterm/css/xterm.css";

/** The one file that knows xterm.js; it comes by `import()` with its style sheet. */
export interface OpenTerminal {
  focus(): void;
  /** Says every line to screen readers; slower, so the person turns it on. */
  setScreenReader(isOn: boolean): void;
  dispose(): void;
}

export interface TerminalOptions {
  readonly shell: Shell;
  readonly command: string;
  readonly label: string;
  readonly isScreenReader: boolean;
}

const FONT_SIZE = 13;
const STILL = "(prefers-reduced-motion: reduce)";
const DARK = "(prefers-color-scheme: dark)";

/** Puts a terminal with a shell of its own into `host`, as large as that is. */
export async function openTerminal(
  host: HTMLElement,
  options: TerminalOptions,
): Promise<OpenTerminal> {
  const fontFamily = getComputedStyle(host).getPropertyValue("--font-code");
  // Cells are measured once: the font must be there by then.
  await document.fonts.load(`${FONT_SIZE}px ${fontFamily}`).catch(() => undefined);
  const terminal = new Terminal({
    cursorBlink: !matchMedia(STILL).matches,
    fontFamily,
    fontSize: FONT_SIZE,
    lineHeight: 1.35,
    minimumContrastRatio: 4.5,
    scrollback: 5_000,
    screenReaderMode: options.isScreenReader,
    theme: terminalColours(host),
  });
  const fit = new FitAddon();
  terminal.loadAddon(fit);
  terminal.loadAddon(
    new WebLinksAddon((_event, url) => void window.open(url, "_blank", "noopener,noreferrer")),
  );
  terminal.open(host);
  terminal.textarea?.setAttribute("aria-label", options.label);
  terminal.attachCustomKeyEventHandler(keysForShell(() => performance.now()));

  let isGone = false;
  const running = runShell(terminal, options, () => isGone);
  const measure = () => {
    // A hidden place has no size, and the shell keeps the one it had.
    if (host.clientWidth > 0 && host.clientHeight > 0) fit.fit();
  };
  measure();
  const observer = new ResizeObserver(measure);
  observer.observe(host);
  const recolour = () => (terminal.options.theme = terminalColours(host));
  const dark = matchMedia(DARK);
  dark.addEventListener("change", recolour);

  return {
    focus: () => terminal.focus(),
    setScreenReader: (isOn) => (terminal.options.screenReaderMode = isOn),
    dispose: () => {
      isGone = true;
      observer.disconnect();
      dark.removeEventListener("change", recolour);
      running.kill();
      terminal.dispose();
    },
  };
}

/** Ties a shell to a terminal; when it has ended, Enter starts another. */
function runShell(
  terminal: Terminal,
  { shell, command }: TerminalOptions,
  isGone: () => boolean,
): { kill(): void } {
  let process: ShellProcess | null = null;
  let isOver = false;
  async function start() {
    isOver = false;
    const spawned = await shell.spawn(command, []);
    if (!spawned.ok) {
      const { message, nextStep } = spawned.failure;
      if (!isGone()) terminal.writeln(`\u001b[31m${message}\u001b[0m ${nextStep}`);
      isOver = true;
      return;
    }
    process = spawned.value;
    if (isGone()) return process.kill();
    process.resize(terminal.cols, terminal.rows);
    for await (const text of process.output) if (!isGone()) terminal.write(text);
    const code = await process.exit;
    process = null;
    isOver = true;
    if (!isGone())
      terminal.writeln(`\r\n\u001b[90mEnded (${code}). Enter starts a new shell.\u001b[0m`);
  }
  terminal.onData((text) => {
    if (isOver && text === "\r") void start();
    else process?.write(text);
  });
  terminal.onResize(({ cols, rows }) => process?.resize(cols, rows));
  void start();
  return { kill: () => process?.kill() };
}
