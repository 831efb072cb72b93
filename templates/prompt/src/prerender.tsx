import { StrictMode } from "react";
import { renderToString } from "react-dom/server";
import { head } from "./head";
import { Page } from "./Page";
import { direction, language } from "./resume";

/** The finished page in parts, for prerender.mjs. */
export function render() {
  const app = renderToString(
    <StrictMode>
      <Page />
    </StrictMode>,
  );
  return { app, head: head(), lang: language, dir: direction };
}
