import type { Assets } from "./assets.ts";

/** Elements of the frame's own that stay when the project's index.html is put in. */
const OWN = "data-cv2web";

/** Puts the project's index.html into this document; its module scripts are the engine's business. */
export function showDocument(html: string, assets: Assets) {
  const source = new DOMParser().parseFromString(html, "text/html");
  copyAttributes(source.documentElement, document.documentElement, assets);
  copyAttributes(source.body, document.body, assets);
  for (const child of Array.from(document.head.children)) {
    if (!child.hasAttribute(OWN) && child.localName !== "style") child.remove();
  }
  document.head.append(...[...source.head.childNodes].map((node) => adopt(node, assets)));
  document.body.replaceChildren(...[...source.body.childNodes].map((node) => adopt(node, assets)));
}

function copyAttributes(from: Element, to: Element, assets: Assets) {
  for (const { name, value } of from.attributes) {
    to.setAttribute(name, assets.translate(name, value));
  }
}

/** A copy that belongs to this document; scripts are made anew, since parsed ones never run. */
function adopt(node: Node, assets: Assets): Node {
  if (!(node instanceof Element)) return document.importNode(node, true);
  if (node.localName === "script") {
    if (node.getAttribute("type") === "module") return document.createComment("");
    const script = document.createElement("script");
    copyAttributes(node, script, assets);
    script.text = node.textContent ?? "";
    return script;
  }
  const copy = document.importNode(node, false);
  copyAttributes(node, copy, assets);
  copy.append(...[...node.childNodes].map((child) => adopt(child, assets)));
  return copy;
}

/** Style sheets in the order in which the page first asked for them. */
export function createStyles(assets: Assets) {
  const elements = new Map<string, HTMLStyleElement>();
  return {
    show(id: string, css: string) {
      const known = elements.get(id);
      const element = known ?? document.createElement("style");
      const text = assets.inCss(css);
      if (element.textContent !== text) element.textContent = text;
      if (known) return;
      element.setAttribute(OWN, id);
      elements.set(id, element);
      document.head.append(element);
    },
    remove(ids: readonly string[]) {
      for (const id of ids) {
        elements.get(id)?.remove();
        elements.delete(id);
      }
    },
  };
}

/**
 * Links to elsewhere open beside the app, never in the frame; in the opaque frame, whose base
 * address is the app's, links within the page are followed by hand.
 */
export function followLinks() {
  const isOpaque = location.origin === "null" || location.protocol === "about:";
  addEventListener("click", (event) => {
    if (event.defaultPrevented || event.button !== 0) return;
    const link = (event.target as Element | null)?.closest?.("a[href]");
    const address = link?.getAttribute("href") ?? "";
    if (/^https?:|^\/\//i.test(address) && !address.startsWith(`${location.origin}/`)) {
      event.preventDefault();
      window.open(address, "_blank", "noopener,noreferrer");
    } else if (isOpaque && address.startsWith("#")) {
      event.preventDefault();
      const id = decodeURIComponent(address.slice(1));
      const target = id === "" ? document.body : document.getElementById(id);
      target?.scrollIntoView();
    }
  });
}

/** How long a page that isn't seen (a hidden tab paints nothing) is waited for; milliseconds. */
const HIDDEN_AFTER = 1_000;

/** Calls back when the next picture of the page is on the screen. */
export function afterPaint(callback: () => void) {
  let isDone = false;
  const done = () => {
    if (isDone) return;
    isDone = true;
    callback();
  };
  requestAnimationFrame(() => {
    // The task after the frame's callbacks runs when the frame has been handed to the compositor.
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener("message", done);
    port1.start();
    port2.postMessage(null);
  });
  setTimeout(done, HIDDEN_AFTER);
}
