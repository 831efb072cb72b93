import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

// `base: "./"` lets the built site live in any folder of any host.
export default defineConfig({ base: "./", plugins: [react()] });
