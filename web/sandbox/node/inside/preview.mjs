// Runs in the person's page, put there by serve.mjs: tells the window that embeds the page what is
// painted and printed. What it says is data; nobody runs it. Alone in a window it stays silent.
if (parent !== window) {
  const tell = (message) => parent.postMessage({ cv2web: "page", ...message }, "*");
  const afterPaint = (then) => requestAnimationFrame(() => requestAnimationFrame(then));

  const short = (value, depth = 0) => {
    if (typeof value === "string") return depth === 0 ? value : JSON.stringify(value);
    if (value instanceof Error) return value.stack ?? String(value);
    if (typeof value === "function") return `[function ${value.name || "anonymous"}]`;
    if (value instanceof Node) return `<${value.nodeName.toLowerCase()}>`;
    if (typeof value !== "object" || value === null) return String(value);
    if (depth > 2) return "…";
    if (Array.isArray(value))
      return `[${value
        .slice(0, 50)
        .map((one) => short(one, depth + 1))
        .join(", ")}]`;
    const inside = Object.entries(value).slice(0, 50);
    return `{ ${inside.map(([key, one]) => `${key}: ${short(one, depth + 1)}`).join(", ")} }`;
  };
  const format = ([first, ...rest]) => {
    const left = [...rest];
    const text =
      typeof first === "string"
        ? first.replace(/%([sdifoOc%])/g, (all, kind) => {
            if (kind === "%") return "%";
            if (left.length === 0) return all;
            const value = left.shift();
            return kind === "c" ? "" : short(value, kind === "s" ? 0 : 1);
          })
        : short(first);
    return [text, ...left.map((one) => short(one))].join(" ");
  };
  for (const level of ["log", "info", "warn", "error", "debug"]) {
    const original = console[level].bind(console);
    console[level] = (...args) => {
      original(...args);
      try {
        const stack = new Error().stack ?? "";
        tell({
          type: "console",
          level,
          text: format(args).slice(0, 10_000),
          at: Date.now(),
          stack,
        });
      } catch {
        // A value whose getters throw is printed in the browser's own console and nowhere else.
      }
    };
  }

  const thrown = (error) =>
    tell({ type: "thrown", message: String(error?.message ?? error), stack: error?.stack ?? "" });
  addEventListener("error", ({ error, message }) => thrown(error ?? message));
  addEventListener("unhandledrejection", ({ reason }) => thrown(reason));

  addEventListener("message", ({ source, data }) => {
    if (source === parent && data?.cv2web === "reload") location.reload();
  });

  const painted = () => tell({ type: "painted" });
  const standing = new MutationObserver(() => {
    if (!document.querySelector("#root > *")) return;
    standing.disconnect();
    afterPaint(painted);
  });
  standing.observe(document, { childList: true, subtree: true });
  // A site without #root is painted when its document is.
  addEventListener("load", () => {
    if (document.querySelector("#root") === null) afterPaint(painted);
  });

  // React Refresh renders in a timer of 16 ms, set before Vite tells of the update; one that is set
  // later and is longer runs after it, however busy the page is.
  const AFTER_REFRESH = 20;
  const { createHotContext } = await import("/@vite/client");
  const hot = createHotContext("/@cv2web/preview");
  hot.on("vite:afterUpdate", ({ updates }) => {
    const stamp = Math.max(...updates.map(({ timestamp }) => timestamp));
    setTimeout(() => afterPaint(() => tell({ type: "applied", stamp })), AFTER_REFRESH);
  });
}
