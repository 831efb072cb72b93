/**
 * All that a published page runs of ours: it proves work while somebody writes, and says which link was
 * followed. Without it the form and the page are the same, only slower to send.
 */
import { DESK } from "../../../shared/site/desk-paths.ts";
import { solve } from "../../../shared/site/proof-of-work.ts";

const sha256 = async (text: string) =>
  new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));

function helpSend(form: HTMLFormElement): void {
  const field = (name: string) => form.elements.namedItem(name) as HTMLInputElement;
  let proving: Promise<void> | null = null;
  const prove = async () => {
    const given = await fetch(DESK.challenge);
    if (!given.ok) return;
    const { challenge, bits } = (await given.json()) as { challenge: string; bits: number };
    const answer = await solve(challenge, bits, sha256);
    field("challenge").value = challenge;
    field("answer").value = answer ?? "";
  };
  // Where nothing can be proven, the letter goes the slower way.
  const begin = () => (proving ??= prove().catch(() => undefined));
  form.addEventListener("focusin", begin);
  form.addEventListener("submit", (event) => {
    const button = form.querySelector("button")!;
    if (button.disabled || field("answer").value !== "") return;
    event.preventDefault();
    button.disabled = true;
    button.textContent = form.dataset["cv2webWait"] ?? button.textContent;
    void begin().then(() => form.submit());
  });
}

const form = document.querySelector<HTMLFormElement>(`form[action="${DESK.letter}"]`);
if (form) helpSend(form);

/** A page of the site itself is a view; all else is a click. */
const isClick = ({ origin, pathname }: URL) =>
  origin !== location.origin || /\.(?!html?$)\w+$/.test(pathname);

document.addEventListener(
  "click",
  ({ target }) => {
    const link = target instanceof Element ? target.closest("a") : null;
    if (!link?.href || !URL.canParse(link.href) || !isClick(new URL(link.href))) return;
    navigator.sendBeacon(DESK.click, JSON.stringify({ link: link.href }));
  },
  { capture: true },
);
