/** Postgres' wire protocol, version 3, as far as a pool needs it (PostgreSQL 18, chapter 54). */
import { createHash, createHmac, pbkdf2Sync, randomBytes, timingSafeEqual } from "node:crypto";
import type { Socket } from "node:net";

/** A whole message with its type and length. */
export interface Message {
  readonly type: string;
  readonly body: Buffer;
  readonly raw: Buffer;
}

/** Cuts a stream of bytes into messages; what isn't whole waits for the rest. */
export function messageReader(): (chunk: Buffer) => Message[] {
  let rest: Buffer = Buffer.alloc(0);
  return (chunk) => {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const messages: Message[] = [];
    while (rest.length >= 5 && rest.length >= 1 + rest.readInt32BE(1)) {
      const raw = rest.subarray(0, 1 + rest.readInt32BE(1));
      messages.push({ type: String.fromCharCode(raw[0]!), body: raw.subarray(5), raw });
      rest = rest.subarray(raw.length);
    }
    return messages;
  };
}

export function message(type: string, ...parts: readonly (string | Buffer)[]): Buffer {
  const body = Buffer.concat(parts.map((part) => Buffer.from(part as string)));
  const head = Buffer.alloc(type.length + 4);
  head.write(type);
  head.writeInt32BE(body.length + 4, type.length);
  return Buffer.concat([head, body]);
}

export const int32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
};

/** Codes that the first message of a connection carries. */
export const FIRST = { version3: 196_608, ssl: 80_877_103, cancel: 80_877_102 } as const;

/** An error that ends the connection; `code` is an SQLSTATE. */
const refusal = (code: string, words: string): Buffer =>
  message("E", `SFATAL\0VFATAL\0C${code}\0M${words}\0\0`);

export const AWAY = refusal("57P03", "The database isn’t reached.");
export const WRONG_PASSWORD = refusal("28P01", "The password is wrong.");

interface Login {
  readonly user: string;
  readonly password: string;
  readonly database: string;
}

/** Signs in on a connected socket. @returns what the server says of itself (`ParameterStatus` messages) */
export function signIn(socket: Socket, login: Login): Promise<Buffer> {
  const { user, database } = login;
  socket.write(message("", int32(FIRST.version3), `user\0${user}\0database\0${database}\0\0`));
  return new Promise((settle, reject) => {
    const read = messageReader();
    const said: Buffer[] = [];
    let scram: Scram | null = null;
    const onData = (chunk: Buffer) => {
      for (const { type, body, raw } of read(chunk)) {
        if (type === "S") said.push(raw);
        else if (type === "R") {
          const step = body.readInt32BE(0);
          if (step === 3) socket.write(message("p", `${login.password}\0`));
          else if (step === 10) {
            scram = openScram(login.password);
            const first = Buffer.from(scram.first);
            socket.write(message("p", "SCRAM-SHA-256\0", int32(first.length), first));
          } else if (step === 11)
            socket.write(message("p", scram!.answer(body.toString("utf8", 4))));
          else if (step === 12 && !scram!.isServer(body.toString("utf8", 4))) end("not the server");
          else if (step !== 0 && step !== 12) end(`a way to sign in that isn’t known: ${step}`);
        } else if (type === "E") end(body.toString("utf8"));
        else if (type === "Z") {
          stop();
          settle(Buffer.concat(said));
        }
      }
    };
    const end = (why: string) => {
      stop();
      reject(new Error(why));
    };
    const onClose = () => end("the connection was closed");
    const stop = () => {
      socket.off("data", onData);
      socket.off("close", onClose);
    };
    socket.on("data", onData);
    socket.on("close", onClose);
  });
}

interface Scram {
  readonly first: string;
  answer(serverFirst: string): string;
  isServer(serverFinal: string): boolean;
}

/** SCRAM-SHA-256 without channel binding (RFC 5802, RFC 7677); Postgres takes the name from elsewhere. */
function openScram(password: string): Scram {
  const bare = `n=,r=${randomBytes(18).toString("base64")}`;
  const hmac = (key: Buffer, text: string) => createHmac("sha256", key).update(text).digest();
  let signature = Buffer.alloc(0);
  return {
    first: `n,,${bare}`,
    answer: (serverFirst) => {
      const given = new Map(
        serverFirst.split(",").map((part) => [part.slice(0, 1), part.slice(2)] as const),
      );
      const salt = Buffer.from(given.get("s")!, "base64");
      const salted = pbkdf2Sync(password, salt, Number(given.get("i")), 32, "sha256");
      const clientKey = hmac(salted, "Client Key");
      const unproven = `c=biws,r=${given.get("r")!}`;
      const all = `${bare},${serverFirst},${unproven}`;
      const mask = hmac(createHash("sha256").update(clientKey).digest(), all);
      signature = hmac(hmac(salted, "Server Key"), all);
      const proof = clientKey.map((byte, n) => byte ^ mask[n]!);
      return `${unproven},p=${Buffer.from(proof).toString("base64")}`;
    },
    isServer: (serverFinal) => {
      const given = Buffer.from(/^v=([^,]+)/.exec(serverFinal)?.[1] ?? "", "base64");
      return given.length === signature.length && timingSafeEqual(given, signature);
    },
  };
}
