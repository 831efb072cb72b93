import type { Problem } from "../../../../shared/build.ts";
import { OVERLAY_STYLE } from "./overlay-style.ts";

const KINDS: Readonly<Record<Problem["kind"], string>> = {
  build: "This file can’t be built",
  runtime: "The page ran into an error",
  "missing-package": "A package is missing",
};

/** Other problems listed below the first one. */
const LISTED = 5;

type Child = Node | string | null | undefined | false;

function element(name: string, className: string, ...children: Child[]): HTMLElement {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children.filter((child): child is Node | string => !!child));
  return made;
}

const placeText = ({ path, line, column }: Problem) =>
  path ? [path, line, line && column].filter(Boolean).join(":") : "";

function excerptElement({ excerpt, line, column }: Problem): HTMLElement | null {
  if (!excerpt) return null;
  const rows = excerpt.lines.flatMap((text, index) => {
    const number = excerpt.start + index;
    const row = element("span", number === line ? "here" : "");
    row.append(element("i", "", String(number)), text || " ");
    if (number !== line || !column) return [row];
    const caret = element("span", "caret");
    caret.append(element("i", "", ""), `${" ".repeat(column - 1)}^`);
    return [row, caret];
  });
  return element("pre", "", ...rows);
}

const stackElement = ({ stack = [] }: Problem) =>
  stack.length > 1 &&
  element(
    "div",
    "stack",
    ...stack
      .slice(0, 8)
      .map(({ functionName, path, line, column }) =>
        element("div", "", `${functionName || "(code)"}  ${path}:${line}:${column}`),
      ),
  );

function sheet(problems: readonly Problem[], onClose: () => void): HTMLElement {
  const [first, ...others] = problems;
  const close = element("button", "", "Hide (Esc)");
  close.setAttribute("type", "button");
  close.addEventListener("click", onClose);
  const body = element(
    "section",
    "sheet",
    element("header", "", element("p", "kind", KINDS[first!.kind]), close),
    element("h2", "", first!.message),
    placeText(first!) && element("p", "place", placeText(first!)),
    excerptElement(first!),
    first!.hint && element("p", "hint", first!.hint),
    stackElement(first!),
    others.length > 0 &&
      element(
        "ul",
        "more",
        ...others
          .slice(0, LISTED)
          .map((problem) =>
            element("li", "", problem.message, element("p", "place", placeText(problem))),
          ),
      ),
  );
  body.setAttribute("role", "alertdialog");
  body.setAttribute("aria-label", KINDS[first!.kind]);
  body.tabIndex = -1;
  return body;
}

/** Tells what is wrong over the page, until it is mended or hidden with Escape. */
export function createOverlay() {
  let host: HTMLElement | null = null;
  let hidden = "";

  function remove() {
    host?.remove();
    host = null;
    removeEventListener("keydown", onKey, true);
  }
  function onKey(event: KeyboardEvent) {
    if (event.key === "Escape") close?.();
  }
  let close: (() => void) | null = null;

  return (problems: readonly Problem[]) => {
    remove();
    if (problems.length === 0) hidden = "";
    const shown = JSON.stringify(problems.map(({ message, path }) => [message, path]));
    if (problems.length === 0 || shown === hidden) return;
    close = () => {
      hidden = shown;
      remove();
    };
    host = document.createElement("cv2web-problems");
    const root = host.attachShadow({ mode: "open" });
    const style = document.createElement("style");
    style.textContent = OVERLAY_STYLE;
    root.append(style, element("div", "shade", sheet(problems, close)));
    document.documentElement.append(host);
    addEventListener("keydown", onKey, true);
  };
}
