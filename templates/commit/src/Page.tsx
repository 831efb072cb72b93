import { useEffect } from "react";
import { App } from "./App";
import { title } from "./head";
import { direction, language } from "./resume";
import { themeCss } from "./theme";

/** The look from theme.json around the site, and the document's own attributes while developing. */
export function Page() {
  useEffect(() => {
    document.title = title;
    document.documentElement.lang = language;
    document.documentElement.dir = direction;
  });
  return (
    <>
      <style dangerouslySetInnerHTML={{ __html: themeCss() }} />
      <App />
    </>
  );
}
