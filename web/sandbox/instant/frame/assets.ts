import { ASSET_TOKEN, assetPath } from "../compile/asset-scheme.ts";
import type { FrameAsset } from "../messages.ts";

/** What `public/` files are asked for by. */
const ATTRIBUTES = new Set(["src", "href", "poster", "data", "srcset"]);

/** Gives the project's fonts, pictures and `public/` files addresses of the frame's own. */
export function createAssets() {
  const urls = new Map<string, string>();

  function add(assets: readonly FrameAsset[]) {
    for (const { path, content, mime } of assets) {
      const old = urls.get(path);
      const url = URL.createObjectURL(new Blob([content], { type: mime }));
      urls.set(path, url);
      if (old === undefined) continue;
      showInstead(old, url);
      // What still shows the old one swaps within this task; after that it is garbage.
      setTimeout(() => URL.revokeObjectURL(old), 1_000);
    }
  }

  const urlOf = (path: string) => urls.get(path) ?? "";

  /** `/me.jpg`, `./me.jpg`, `me.jpg` → the file of that name in `public/`; else `null`. */
  function publicUrl(address: string): string | null {
    const local = address.startsWith(`${location.origin}/`)
      ? address.slice(location.origin.length)
      : address;
    if (/^(?:[a-z][a-z0-9+.-]*:|\/\/|#|$)/i.test(local)) return null;
    const path = local.replace(/^\.?\//, "").replace(/[?#].*$/, "");
    const url = urls.get(`public/${safeDecode(path)}`);
    // What stands behind “#” is the page’s own: styles may look at it.
    return url === undefined ? null : url + (/#.*$/.exec(local)?.[0] ?? "");
  }

  const inCss = (css: string) =>
    css.replace(ASSET_TOKEN, (_token, path: string) => urlOf(assetPath(path)));

  const inSrcset = (value: string) =>
    value.replace(/(^|,\s*)([^\s,]+)/g, (whole, before: string, address: string) => {
      const url = publicUrl(address);
      return url === null ? whole : before + url;
    });

  const translate = (name: string, value: string) =>
    name === "srcset" ? inSrcset(value) : (publicUrl(value) ?? value);

  return { add, urlOf, publicUrl, inCss, translate };
}

/** A picture whose content is another now keeps its name: no component sets its address again. */
function showInstead(old: string, url: string) {
  for (const name of ["src", "href", "poster"]) {
    for (const element of document.querySelectorAll(`[${name}^="${old}"]`)) {
      element.setAttribute(name, url + element.getAttribute(name)!.slice(old.length));
    }
  }
}

export type Assets = ReturnType<typeof createAssets>;

/**
 * The preview has no server for `public/`: addresses are translated where they are set (React sets
 * `src` and `href` by setAttribute) and where they are fetched.
 */
export function servePublicFiles({ translate, publicUrl }: Assets) {
  const { setAttribute } = Element.prototype;
  Element.prototype.setAttribute = function (name, value) {
    const isAddress = ATTRIBUTES.has(name.toLowerCase()) && typeof value === "string";
    setAttribute.call(this, name, isAddress ? translate(name.toLowerCase(), value) : value);
  };
  const owners = [HTMLImageElement, HTMLSourceElement, HTMLMediaElement, HTMLAnchorElement];
  for (const { prototype } of owners) {
    for (const name of ["src", "href", "srcset"]) {
      const property = Object.getOwnPropertyDescriptor(prototype, name);
      if (!property?.set) continue;
      const { set } = property;
      Object.defineProperty(prototype, name, {
        ...property,
        set(value: unknown) {
          set.call(this, translate(name, String(value)));
        },
      });
    }
  }
  const { fetch } = window;
  window.fetch = (input, init) => {
    const url = typeof input === "string" || input instanceof URL ? publicUrl(String(input)) : null;
    return fetch.call(window, url ?? input, init);
  };
}

function safeDecode(text: string): string {
  try {
    return decodeURI(text);
  } catch {
    return text;
  }
}
