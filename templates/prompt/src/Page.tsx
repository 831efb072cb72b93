import { useEffect, useInsertionEffect } from "react";
import { App } from "./App";
import { title } from "./head";
import { direction, language } from "./resume";
import { themeCss } from "./theme";

/** The site, and while developing what the built page's own <head> and <html> say already. */
export function Page() {
  useInsertionEffect(() => {
    const look = document.getElementById("theme") ?? document.createElement("style");
    look.id = "theme";
    look.textContent = themeCss();
    if (!look.isConnected) document.head.append(look);
  });
  useEffect(() => {
    document.title = title;
    document.documentElement.lang = language;
    document.documentElement.dir = direction;
  });
  return <App />;
}
