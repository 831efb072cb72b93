import "./app/zod-without-eval.ts";
import "./ui/fonts.css";
import "./ui/tokens.css";
import "./ui/base.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app/App.tsx";
import { keepInAccount } from "./app/flows/sync-words.ts";
import { keepForOffline } from "./app/keep-for-offline.ts";

createRoot(document.getElementById("app")!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);

keepForOffline();
keepInAccount();
