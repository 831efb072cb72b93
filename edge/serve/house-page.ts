const escape = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

/** The house’s paper and ink, light and dark; fonts of the system, so that nothing more is loaded. */
const STYLE = `:root{color-scheme:light dark;--paper:light-dark(oklch(.985 .006 85),oklch(.19 .008 70));--ink:light-dark(oklch(.22 .01 85),oklch(.93 .01 85));--muted:light-dark(oklch(.48 .012 80),oklch(.72 .012 80));--line:light-dark(oklch(.87 .012 82),oklch(.34 .01 70));--accent:light-dark(oklch(.52 .18 33),oklch(.74 .15 37))}
*{box-sizing:border-box}body{margin:0;min-height:100vh;display:grid;place-items:center;padding:32px 24px;background:var(--paper);color:var(--ink);font:16px/1.5 "Instrument Sans","Segoe UI",system-ui,sans-serif}
main{width:100%;max-width:34rem}main::before{content:"";display:block;width:40px;height:4px;margin-bottom:24px;background:var(--accent)}
h1{margin:0 0 12px;font:400 clamp(28px,6vw,40px)/1.1 Newsreader,"Iowan Old Style","Palatino Linotype",Georgia,serif;letter-spacing:-.01em;text-wrap:balance}
p{margin:0 0 16px;color:var(--muted)}a{color:var(--accent);text-underline-offset:.2em}[role=alert]{color:var(--ink);padding-inline-start:12px;border-inline-start:2px solid var(--accent)}
form{display:grid;gap:20px;margin:0 0 24px}fieldset{display:grid;gap:8px;margin:0;padding:0;border:0}legend{padding:0 0 8px;font-weight:600}label{display:block}
input[type=password],textarea{display:block;width:100%;margin-top:6px;padding:8px 12px;font:inherit;color:inherit;background:transparent;border:1px solid var(--muted);border-radius:6px}
button{justify-self:start;padding:10px 20px;font:inherit;font-weight:600;color:var(--paper);background:var(--ink);border:0;border-radius:6px;cursor:pointer}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}.unseen{position:absolute;width:1px;height:1px;margin:0;overflow:hidden;clip-path:inset(50%)}`;

/**
 * A small page in the house’s own look, on a host of somebody’s site: a sentence and what to do. It runs
 * no script and loads nothing.
 * @param title text
 * @param content HTML of ours
 */
export const housePage = (title: string, content: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${escape(title)}</title><style>${STYLE}</style></head><body><main><h1>${escape(title)}</h1>${content}</main></body></html>`;
