// Runs in the person's page, put there by serve.mjs: tells the window that embeds the page what is
// painted and printed. What it says is data; nobody runs it. Alone in a window it stays silent.
if (parent !== window) {
  const tell = (message) => parent.postMessage({ cv2web: "page", ...message }, "*");
  /** The dev server's updates that this document was served after. serve.mjs writes the number here. */
  const SERVED_AT = Number("%UPDATES%");
  tell({ type: "begun", stamp: SERVED_AT });
  let hasRun = false;
  addEventListener("DOMContentLoaded", () => (hasRun = true));
  /** A page that nobody looks at paints nothing: then this is enough, in milliseconds. */
  const UNSEEN_AFTER = 500;
  const afterPaint = (then) => {
    const painted = new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const unseen = new Promise((done) => setTimeout(done, UNSEEN_AFTER));
    void Promise.race([painted, unseen]).then(then);
  };

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

  let hasLine = false;
  addEventListener("message", ({ source, data }) => {
    if (source !== parent) return;
    if (data?.cv2web === "reload") location.reload();
    if (data?.cv2web === "ping") tell({ type: "here", hasLine });
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
  let received = SERVED_AT;
  let taking = 0;
  const taken = () => {
    const stamp = taking;
    if (stamp === 0) return;
    taking = 0;
    setTimeout(() => afterPaint(() => tell({ type: "applied", stamp })), AFTER_REFRESH);
  };
  hot.on("vite:beforeUpdate", ({ stamp }) => {
    // A module's own request for another update carries none.
    if (stamp === undefined) return;
    // Modules that are fetched and haven't run yet hear of no update.
    if (!hasRun || stamp > received + 1) return location.reload();
    received = taking = stamp;
  });
  hot.on("vite:afterUpdate", taken);
  // A handler of the site's own that throws ends the update there.
  addEventListener("unhandledrejection", taken);
  // What was sent between this document's serving and its line's opening has passed it by.
  hot.on("cv2web:sent", ({ updates }) => {
    hasLine = true;
    if (updates > received) location.reload();
  });
  hot.send("cv2web:begun");
}
