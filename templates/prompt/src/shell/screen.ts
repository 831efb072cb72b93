import type { Answer } from "./answer";

/** Turns the page light or dark, and says which. */
function turn(to: "light" | "dark" | "other"): "light" | "dark" {
  const { documentElement: html } = document;
  const scheme = getComputedStyle(html).colorScheme;
  const isDark =
    scheme === "dark" ||
    (scheme.includes("dark") && matchMedia("(prefers-color-scheme: dark)").matches);
  const next = to === "other" ? (isDark ? "light" : "dark") : to;
  html.style.colorScheme = next;
  return next;
}

/** Does what an answer does to the window besides being printed; gives it back as it is to be printed. */
export function carryOut(answer: Answer): Answer {
  if (answer.kind === "theme") return { kind: "theme", to: turn(answer.to) };
  if (answer.kind === "open") {
    const { to } = answer;
    if (to.startsWith("#")) document.getElementById(to.slice(1))?.scrollIntoView();
    else if (/^(mailto|tel):/i.test(to)) window.location.href = to;
    else window.open(to, "_blank", "noopener");
  }
  return answer;
}
