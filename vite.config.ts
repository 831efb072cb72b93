import { resolve } from "node:path";
import { cloudflare } from "@cloudflare/vite-plugin";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

/** Where the worker keeps things while developing: the one folder that `npm start` uses too. */
const STATE = resolve(import.meta.dirname, process.env.CV2WEB_STATE ?? ".cv2web", "worker");

/** Faces that the first screen's text is set in; without a preload they wait for the style sheet. */
const FIRST_FACES = /(instrument-sans|newsreader)-latin-wght-normal-[^/]*\.woff2$/;

const preloadFirstFaces = (): Plugin => ({
  name: "preload-first-faces",
  transformIndexHtml: {
    order: "post",
    handler: (_html, { bundle = {} }) =>
      Object.keys(bundle)
        .filter((file) => FIRST_FACES.test(file))
        .map((file) => ({
          tag: "link",
          attrs: {
            rel: "preload",
            as: "font",
            type: "font/woff2",
            crossorigin: "",
            href: `/${file}`,
          },
          injectTo: "head",
        })),
  },
});

// The SPA (web/) and the worker (edge/) build together into dist/client and dist/cv2web.
export default defineConfig({
  root: "web",
  envDir: "..",
  plugins: [
    react(),
    preloadFirstFaces(),
    cloudflare({ configPath: "../wrangler.toml", persistState: { path: STATE } }),
  ],
  // Workers load their heavy parts by import().
  worker: { format: "es" },
  build: { outDir: "../dist", emptyOutDir: true },
  server: { strictPort: true },
});
