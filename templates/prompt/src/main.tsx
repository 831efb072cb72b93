import { StrictMode } from "react";
import { createRoot, hydrateRoot } from "react-dom/client";
import { Page } from "./Page";

const root = document.getElementById("root")!;
const page = (
  <StrictMode>
    <Page />
  </StrictMode>
);

// The built page arrives already rendered; in development the root is empty.
if (root.firstElementChild) hydrateRoot(root, page);
else createRoot(root).render(page);
