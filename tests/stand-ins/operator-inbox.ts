/** Where the operator is told: a webhook that takes `{ "text": … }`, and e-mail in Resend's wire format. */
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { z } from "zod";

const hookSchema = z.strictObject({ text: z.string().min(1) });
/** https://resend.com/docs/api-reference/emails/send-email */
const letterSchema = z.strictObject({
  from: z.string().regex(/^[^<>]+<[^<>@\s]+@[^<>@\s]+>$|^[^<>@\s]+@[^<>@\s]+$/),
  to: z.string().includes("@"),
  subject: z.string().min(1),
  text: z.string().min(1),
});

export interface Told {
  readonly by: "webhook" | "mail";
  readonly text: string;
  readonly to?: string;
}

/** `POST /hook`, `POST /emails`; `GET /told` gives what came and forgets it; `POST /fail-hook` is always 500. */
export async function startOperatorInbox(): Promise<{ url: string; stop(): Promise<void> }> {
  let told: Told[] = [];
  const server = createServer(async (request, response) => {
    const answer = (status: number, body: unknown) =>
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
    if (request.url === "/told") {
      answer(200, told);
      told = [];
      return;
    }
    if (request.url === "/hook") {
      const hook = hookSchema.safeParse(await bodyOf(request));
      if (!hook.success) return void answer(400, { error: "wrong shape" });
      told.push({ by: "webhook", text: hook.data.text });
      return void answer(200, {});
    }
    if (request.url === "/emails") {
      if (request.headers.authorization !== "Bearer mail-key") return void answer(401, {});
      const letter = letterSchema.safeParse(await bodyOf(request));
      if (!letter.success) return void answer(422, { name: "validation_error" });
      const { to, subject, text } = letter.data;
      told.push({ by: "mail", to, text: `${subject}\n${text}` });
      return void answer(200, { id: crypto.randomUUID() });
    }
    answer(500, {});
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () => new Promise((closed) => server.close(() => closed())),
  };
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  try {
    return JSON.parse(Buffer.concat(parts).toString("utf8"));
  } catch {
    return null;
  }
}
