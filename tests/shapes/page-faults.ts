/**
 * What is wrong with how the page is laid out: wider than the screen, texts over other texts, texts
 * cut off or invisible, headings and landmarks out of order, pictures that didn't come. Runs in the
 * page, so it uses nothing from outside.
 *
 * Texts are compared line by line, by a band of each line that its letters fill surely (from the
 * baseline to about the height of capitals): boxes of tightly set lines cut each other without harm.
 * Left out are texts hidden from everybody or marked as decoration, what is fixed to the screen, and
 * what is turned by an angle.
 */
export function pageFaults(): string[] {
  interface Box {
    left: number;
    top: number;
    right: number;
    bottom: number;
  }
  interface Line extends Box {
    text: string;
    element: Element;
  }
  /** Most faults of one kind that are told. */
  const TOLD = 5;
  const faults: string[] = [];
  const tell = (what: string, found: readonly string[]) => {
    if (found.length === 0) return;
    const more = found.length > TOLD ? ` … and ${found.length - TOLD} more` : "";
    faults.push(`${what}: ${found.slice(0, TOLD).join(" | ")}${more}`);
  };
  const root = document.documentElement;
  const name = (element: Element) =>
    element.tagName.toLowerCase() +
    (element.id ? `#${element.id}` : "") +
    (element.getAttribute("class") ?? "").replace(/(^|\s+)(?=\S)/g, ".").trim();
  const quote = ({ text, element }: Line) =>
    `${name(element)} “${text.length > 30 ? `${text.slice(0, 30)}…` : text}”`;
  const cut = (a: Box, b: Box): Box => ({
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  });
  const isEmpty = (box: Box) => box.right - box.left <= 1 || box.bottom - box.top <= 1;

  /** What an element's own box lets be seen of what is in it; null where it is no window. */
  const windowOf = (element: Element, style: CSSStyleDeclaration) => {
    const hides = (value: string) => value !== "visible";
    if (element === root || element === document.body) return null;
    if (!hides(style.overflowX) && !hides(style.overflowY)) return null;
    const box = element.getBoundingClientRect();
    const scrolls = (value: string) => value === "auto" || value === "scroll";
    return {
      scrolls: scrolls(style.overflowX) || scrolls(style.overflowY),
      box: {
        left: hides(style.overflowX) ? box.left : -Infinity,
        right: hides(style.overflowX) ? box.right : Infinity,
        top: hides(style.overflowY) ? box.top : -Infinity,
        bottom: hides(style.overflowY) ? box.bottom : Infinity,
      },
    };
  };

  const isTurned = (style: CSSStyleDeclaration) => {
    const [, cos, sin] = /^matrix\(([^,]+), ([^,]+)/.exec(style.transform) ?? [];
    const isAskew = Math.abs(Number(cos ?? 0)) > 0.01 && Math.abs(Number(sin ?? 0)) > 0.01;
    return isAskew || (style.rotate !== "none" && Number.parseFloat(style.rotate) % 90 !== 0);
  };
  /** Made invisible on purpose, for those who listen to the page. */
  const isHidden = (style: CSSStyleDeclaration, own: { box: Box } | null) =>
    /^inset\((50%|100%)/.test(style.clipPath) ||
    /^rect\((0|1)px/.test(style.clip) ||
    (own !== null && (own.box.right - own.box.left < 2 || own.box.bottom - own.box.top < 2));

  interface Place {
    /** Fixed to the screen, turned, or made invisible on purpose. */
    isApart: boolean;
    window: Box | null;
    scrolls: boolean;
    fontSize: number;
  }
  const places = new Map<Element, Place>();
  const NOWHERE: Place = { isApart: false, window: null, scrolls: false, fontSize: 16 };
  const placeOf = (element: Element | null): Place => {
    if (!element) return NOWHERE;
    const known = places.get(element);
    if (known) return known;
    const style = getComputedStyle(element);
    const outer = placeOf(element.parentElement);
    const own = windowOf(element, style);
    const place = {
      isApart:
        outer.isApart || style.position === "fixed" || isTurned(style) || isHidden(style, own),
      window: own && outer.window ? cut(own.box, outer.window) : (own?.box ?? outer.window),
      scrolls: outer.scrolls || (own?.scrolls ?? false),
      fontSize: Number.parseFloat(style.fontSize),
    };
    places.set(element, place);
    return place;
  };

  const lines: Line[] = [];
  const [beyond, clipped, unseen]: [string[], string[], string[]] = [[], [], []];
  const noteText = (node: Text, element: Element) => {
    const place = placeOf(element);
    if (place.isApart) return;
    const text = node.data.trim();
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const rect of range.getClientRects()) {
      const baseline = rect.top + rect.height * 0.78;
      const band = {
        left: rect.left + 1,
        right: rect.right - 1,
        top: baseline - place.fontSize * 0.66,
        bottom: baseline,
      };
      if (isEmpty(band)) continue;
      const line = { ...band, text, element };
      const seen = place.window ? cut(band, place.window) : band;
      const isCut =
        seen.right - seen.left < band.right - band.left - 2 ||
        seen.bottom - seen.top < band.bottom - band.top - 2;
      if (isCut && !place.scrolls) clipped.push(quote(line));
      const isPartlyOut = band.right > innerWidth + 1 || (band.left < -1 && band.right > 0);
      if (isPartlyOut && !place.scrolls && band.bottom > 0) beyond.push(quote(line));
      if (!isEmpty(seen)) lines.push({ ...line, ...seen });
    }
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    const element = node.parentElement;
    if (!element || !/\S/.test(node.data)) continue;
    if (element.closest("script,style,noscript,template,option,[aria-hidden=true]")) continue;
    if (!element.checkVisibility({ visibilityProperty: true })) continue;
    if (element.checkVisibility({ opacityProperty: true })) noteText(node, element);
    else unseen.push(`${name(element)} “${node.data.trim().slice(0, 30)}”`);
  }

  const over: string[] = [];
  let near: Line[] = [];
  for (const line of lines.sort((a, b) => a.top - b.top)) {
    near = near.filter(({ bottom }) => bottom > line.top);
    for (const other of near) {
      if (other.element === line.element) continue;
      const both = cut(line, other);
      const height = Math.min(line.bottom - line.top, other.bottom - other.top);
      if (both.right - both.left > 2 && both.bottom - both.top > Math.max(1.5, height * 0.2))
        over.push(`${quote(other)} × ${quote(line)}`);
    }
    near.push(line);
  }

  const wider = root.scrollWidth - root.clientWidth;
  tell("wider than the screen", wider > 0 ? [`${wider} px`] : []);
  tell("beyond the screen's edge", beyond);
  tell("cut off", clipped);
  tell("there, but invisible", unseen);
  tell("texts over texts", over);

  const headings = [...document.querySelectorAll("h1,h2,h3,h4,h5,h6")].filter((heading) =>
    heading.checkVisibility(),
  );
  const levels = headings.map(({ tagName }) => Number(tagName[1]));
  const firsts = levels.filter((level) => level === 1).length;
  tell("h1", firsts === 1 ? [] : [`${firsts} of them`]);
  const gaps = headings.filter((_, index) => levels[index]! > (levels[index - 1] ?? 0) + 1);
  tell(
    "headings after a gap",
    gaps.map((heading) => `${name(heading)} “${heading.textContent}”`),
  );
  tell("headings without text", headings.filter((one) => !one.textContent.trim()).map(name));
  const mains = document.querySelectorAll("main").length;
  tell("main", mains === 1 ? [] : [`${mains} of them`]);
  const missing = [...document.images].filter((image) => image.complete && !image.naturalWidth);
  tell(
    "pictures that didn't come",
    missing.map((image) => image.src),
  );
  return faults;
}
