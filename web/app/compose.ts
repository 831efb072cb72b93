import type { Funnel } from "./flows/count-funnel.ts";

/**
 * The one place where the app's adapters are chosen. Each comes by `import()` when it is first
 * needed, so that the first screen loads none of them.
 */
const once = <T>(open: () => T): (() => T) => {
  let opened: { readonly value: T } | null = null;
  return () => (opened ??= { value: open() }).value;
};

/** Reads CVs in a Web Worker. */
export const cvReader = once(async () => {
  const { openCvReader } = await import("../cv/read/open-cv-reader.ts");
  return openCvReader();
});

/** Keeps portfolios in this browser. */
export const portfolioStorage = once(async () => {
  const { openMemoryStorage, openPortfolioStorage } =
    await import("../storage/portfolio-storage.ts");
  const opened = await openPortfolioStorage();
  return opened.ok ? opened.value : openMemoryStorage(opened.failure);
});

/** Counts how far people come, where that is wanted; a part that can’t be loaded counts nothing. */
export const onFunnel = (count: (funnel: Funnel) => void): void =>
  void import("./flows/browser-funnel.ts").then(
    ({ browserFunnel }) => count(browserFunnel),
    () => undefined,
  );

/** Runs a portfolio's files. */
export const sandboxes = once(() => import("../sandbox/open-sandbox.ts"));

/** Makes a résumé into project files. */
export const portfolios = once(() => import("./flows/make-portfolio.ts"));
