import type { ITheme } from "@xterm/xterm";

/** Token by xterm's own name: the terminal wears the app's colours, light and dark. */
const TOKENS = {
  background: "--surface",
  foreground: "--ink",
  cursor: "--accent",
  cursorAccent: "--surface",
  selectionBackground: "--accent-wash",
  black: "--ink",
  brightBlack: "--muted",
  red: "--bad",
  brightRed: "--bad",
  green: "--good",
  brightGreen: "--good",
  yellow: "--warn",
  brightYellow: "--warn",
  magenta: "--accent-text",
  brightMagenta: "--accent-text",
  white: "--muted",
  brightWhite: "--ink",
} as const satisfies Partial<Record<keyof ITheme, string>>;

/** Blue and cyan, which the app has no token for; on either ground 4.5 : 1. */
const BLUES = {
  blue: "light-dark(oklch(0.5 0.13 255), oklch(0.76 0.11 250))",
  cyan: "light-dark(oklch(0.5 0.09 210), oklch(0.8 0.09 205))",
};

/** The colours that hold at this element now, as `#rrggbb`: xterm reads no `oklch()`. */
export function terminalColours(at: HTMLElement): ITheme {
  const probe = document.createElement("i");
  at.append(probe);
  const context = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const read = (css: string): string => {
    probe.style.color = css;
    if (context === null) return "#808080";
    context.fillStyle = getComputedStyle(probe).color;
    context.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
    return `#${[red, green, blue].map((part) => part.toString(16).padStart(2, "0")).join("")}`;
  };
  const theme = {
    ...Object.fromEntries(
      Object.entries(TOKENS).map(([name, token]) => [name, read(`var(${token})`)]),
    ),
    blue: read(BLUES.blue),
    brightBlue: read(BLUES.blue),
    cyan: read(BLUES.cyan),
    brightCyan: read(BLUES.cyan),
  };
  probe.remove();
  return theme;
}
