/**
 * The npm packages that the instant sandbox brings: import specifiers by group. A group's modules
 * stay together; other groups are external to it, so that there is one React for all.
 */
export const PACKAGE_SET: Readonly<Record<string, readonly string[]>> = {
  react: [
    "react",
    "react/jsx-runtime",
    "react/jsx-dev-runtime",
    "react-dom",
    "react-dom/client",
    "react-dom/server",
    "react-refresh/runtime",
  ],
  clsx: ["clsx"],
  "lucide-react": ["lucide-react"],
  motion: ["motion", "motion/react"],
};

export const SPECIFIERS = Object.values(PACKAGE_SET).flat();

/** What a specifier stands for in a browser, where its package.json doesn't say so by itself. */
export const ENTRY_OF: Readonly<Record<string, string>> = {
  "react-dom/server": "react-dom/server.browser",
};
