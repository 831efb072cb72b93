import { fail, ok, type Result } from "../../../shared/failure.ts";

/**
 * Opens the browser's print dialogue on a page of its own, where a PDF can be chosen. The page is in a
 * frame that runs no script and is gone after printing; it resolves when the dialogue has been opened.
 */
export async function printPage(html: string): Promise<Result<void>> {
  const frame = document.createElement("iframe");
  // Without `allow-scripts` nothing in it runs; the other two let us call its print().
  frame.setAttribute("sandbox", "allow-same-origin allow-modals");
  frame.title = "CV to print";
  frame.tabIndex = -1;
  frame.setAttribute("aria-hidden", "true");
  frame.style.cssText =
    "position:fixed;inset:auto 100% 100% auto;width:210mm;height:297mm;border:0";
  const loaded = new Promise<void>((resolve) => (frame.onload = () => resolve()));
  frame.srcdoc = html;
  document.body.append(frame);
  await loaded;
  const page = frame.contentWindow;
  if (!page || typeof page.print !== "function") {
    frame.remove();
    return fail({
      kind: "unavailable",
      message: "This browser can’t print from here.",
      nextStep: "Export “CV as Markdown”, or open the site on a computer and print it there.",
      retryable: false,
    });
  }
  page.addEventListener("afterprint", () => frame.remove(), { once: true });
  page.focus();
  page.print();
  return ok(undefined);
}
