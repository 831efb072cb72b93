/** The overlay's own look (the app's tokens, in the frame, where the app's styles aren't). */
export const OVERLAY_STYLE = `
:host { all: initial; position: fixed; inset: 0; z-index: 2147483647; color-scheme: light dark;
  --paper: light-dark(oklch(0.985 0.006 85), oklch(0.2 0.008 85));
  --surface: light-dark(oklch(0.965 0.008 85), oklch(0.245 0.01 85));
  --ink: light-dark(oklch(0.22 0.01 85), oklch(0.93 0.008 85));
  --muted: light-dark(oklch(0.48 0.012 85), oklch(0.72 0.01 85));
  --line: light-dark(oklch(0.88 0.01 85), oklch(0.36 0.012 85));
  --accent: light-dark(oklch(0.53 0.18 35), oklch(0.72 0.16 38)); }
.shade { position: absolute; inset: 0; overflow: auto; padding: 24px 16px;
  background: color-mix(in oklab, var(--paper) 80%, transparent); }
.sheet { box-sizing: border-box; max-width: 760px; margin: 0 auto; padding: 24px; outline: none;
  border: 1px solid var(--line); border-top: 3px solid var(--accent); border-radius: 6px;
  background: var(--paper); color: var(--ink); box-shadow: 0 12px 40px rgb(0 0 0 / 0.12);
  font: 14px/1.5 "Instrument Sans Variable", system-ui, sans-serif; }
header { display: flex; justify-content: space-between; gap: 16px; align-items: baseline; }
.kind { margin: 0; color: var(--accent); font-weight: 600; font-size: 13px; }
h2 { margin: 8px 0 0; font: inherit; font-size: 16px; font-weight: 600; overflow-wrap: anywhere; }
.place { margin: 4px 0 0; color: var(--muted); font-family: ui-monospace, "Cascadia Code", Menlo, monospace;
  font-size: 13px; overflow-wrap: anywhere; }
pre { margin: 16px 0 0; padding: 12px 0; overflow-x: auto; border: 1px solid var(--line); border-radius: 6px;
  background: var(--surface); font: 13px/1.55 ui-monospace, "Cascadia Code", Menlo, monospace; }
pre span { display: block; padding: 0 12px; white-space: pre; min-width: max-content; }
pre i { display: inline-block; width: 4ch; margin-right: 12px; color: var(--muted); font-style: normal;
  text-align: right; user-select: none; }
pre .here { background: color-mix(in oklab, var(--accent) 14%, transparent); }
pre .caret { color: var(--accent); font-weight: 700; }
.hint { margin: 16px 0 0; }
.more { margin: 24px 0 0; padding: 0; list-style: none; border-top: 1px solid var(--line); }
.more li { padding: 12px 0 0; overflow-wrap: anywhere; }
.stack { margin: 12px 0 0; color: var(--muted); font: 12px/1.6 ui-monospace, Menlo, monospace; overflow-wrap: anywhere; }
button { flex: none; padding: 4px 10px; border: 1px solid var(--line); border-radius: 6px; background: transparent;
  color: var(--ink); font: inherit; font-size: 13px; cursor: pointer; }
button:hover { background: var(--surface); }
button:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
`;
