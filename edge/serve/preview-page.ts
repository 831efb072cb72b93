const escape = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

const STYLE =
  "body{font:16px/1.5 system-ui,sans-serif;margin:0;display:grid;place-items:center;min-height:100vh;color-scheme:light dark}main{padding:2rem;max-width:28rem}h1{font-size:1.25rem;margin:0 0 .5rem}input,button{font:inherit;padding:.5rem .75rem}";

/**
 * A small page of a preview's host, where the site itself can't be shown: a sentence and what to do; with
 * “password” as the sentence, the form that asks for one. It runs no script.
 */
export function previewPage(sentence: string, more = ""): string {
  const form =
    '<form method="post"><label>Password <input type="password" name="password" required autofocus autocomplete="off"></label> <button>Open</button></form>';
  const isForm = sentence === "password";
  const title = isForm ? "This preview has a password." : sentence;
  const note = more ? `<p role="status">${escape(more)}</p>` : "";
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${escape(title)}</title><style>${STYLE}</style><main><h1>${escape(title)}</h1>${note}${isForm ? form : ""}</main></html>`;
}
