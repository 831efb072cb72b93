/**
 * Where e-mail lands on one machine: a small server that speaks Resend's `POST /emails` and writes
 * each letter as a file that mail programs open.
 */
import { randomUUID, timingSafeEqual } from "node:crypto";
import { once } from "node:events";
import { mkdir, writeFile } from "node:fs/promises";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { resolve } from "node:path";
import { z } from "zod";

/** The fields of Resend's wire that we use. */
const letterSchema = z.object({
  from: z.string().min(1),
  to: z.union([z.string(), z.array(z.string()).min(1)]),
  reply_to: z.string().optional(),
  subject: z.string(),
  text: z.string().optional(),
  html: z.string().optional(),
});
type Letter = z.infer<typeof letterSchema>;

export interface MailReceiver {
  /** Give it to the worker as MAIL_URL. */
  readonly url: string;
  stop(): Promise<void>;
}

const LONGEST = 2_000_000;

/** Starts it on a free loopback port. `onMail` hears of each letter: to whom, about what, which file. */
export async function startMailReceiver(settings: {
  readonly folder: string;
  readonly key: string;
  readonly onMail: (mail: { to: string; subject: string; file: string }) => void;
}): Promise<MailReceiver> {
  await mkdir(settings.folder, { recursive: true, mode: 0o700 });
  const server = createServer(async (request, response) => {
    const answer = (status: number, body: object) =>
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
    try {
      if (request.method !== "POST" || request.url !== "/emails") return answer(404, {});
      if (!isKey(request.headers.authorization, settings.key)) return answer(401, {});
      const letter = letterSchema.safeParse(JSON.parse(await bodyOf(request)));
      if (!letter.success) return answer(422, { message: z.prettifyError(letter.error) });
      const id = randomUUID();
      const at = new Date();
      const file = resolve(settings.folder, `${at.toISOString().replaceAll(":", "-")}-${id}.eml`);
      await writeFile(file, toMessage(letter.data, id, at), { mode: 0o600 });
      settings.onMail({ to: recipients(letter.data), subject: letter.data.subject, file });
      return answer(200, { id });
    } catch {
      return answer(400, { message: "The request can’t be read." });
    }
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/emails`,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

function isKey(header: string | undefined, key: string): boolean {
  const [given, wanted] = [Buffer.from(header ?? ""), Buffer.from(`Bearer ${key}`)];
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > LONGEST) throw new Error("The letter is too long.");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

const recipients = ({ to }: Letter) => (typeof to === "string" ? to : to.join(", "));

/** A header's text: never more than its own line, in ASCII (RFC 2047). */
const headerText = (text: string) => {
  const line = text.replaceAll(/[\r\n]+/g, " ");
  return /^[\u0020-\u007e]*$/.test(line)
    ? line
    : `=?UTF-8?B?${Buffer.from(line).toString("base64")}?=`;
};

/** The letter as RFC 5322 writes it, with both bodies where there are both. */
function toMessage(letter: Letter, id: string, at: Date): string {
  const boundary = `part-${id}`;
  const parts = [
    ...(letter.text === undefined ? [] : [["text/plain", letter.text] as const]),
    ...(letter.html === undefined ? [] : [["text/html", letter.html] as const]),
  ];
  const lines = [
    `From: ${headerText(letter.from)}`,
    `To: ${headerText(recipients(letter))}`,
    `Subject: ${headerText(letter.subject)}`,
    `Date: ${at.toUTCString().replace("GMT", "+0000")}`,
    `Message-ID: <${id}@localhost>`,
    "MIME-Version: 1.0",
    `Content-Type: multipart/alternative; boundary="${boundary}"`,
    "",
    ...parts.flatMap(([type, text]) => [
      `--${boundary}`,
      `Content-Type: ${type}; charset=utf-8`,
      "Content-Transfer-Encoding: 8bit",
      "",
      ...text.split(/\r?\n/),
    ]),
    `--${boundary}--`,
    "",
  ];
  return lines.join("\r\n");
}
