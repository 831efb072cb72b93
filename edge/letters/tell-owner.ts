import type { Letter as Written } from "../../shared/site/letter.ts";
import type { Letter } from "../mail/send-mail.ts";

/** The e-mail that tells a site’s owner of a letter: answering it answers whoever wrote. Plain text only. */
export const letterToOwner = (
  { name, email, message }: Written,
  given: { readonly to: string; readonly siteUrl: string; readonly inboxUrl: string },
): Letter => ({
  to: given.to,
  replyTo: email,
  subject: `${name} wrote to you through your site`,
  text: [
    `${name} (${email}) wrote through ${given.siteUrl}:`,
    "",
    ...message.split("\n").map((line) => `> ${line}`),
    "",
    "Answer this e-mail to write back. All messages, and the switch that ends them:",
    given.inboxUrl,
  ].join("\n"),
});
