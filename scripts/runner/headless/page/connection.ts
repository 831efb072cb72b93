import type { AnswerTo, FromRunner, QuestionName, QuestionOf } from "../messages.ts";

type Happening = Extract<FromRunner, { readonly event: string }>;
type Answer = Exclude<FromRunner, Happening>;

/** The frame's line to the runner. */
export interface Connection {
  ask<Name extends QuestionName>(
    name: Name,
    input: QuestionOf<Name>,
  ): Promise<Name extends keyof AnswerTo ? AnswerTo[Name] : null>;
  on(listener: (event: Happening) => void): () => void;
  close(): void;
}

/** Connects with the runner's token of now. `onLost` is called once when the line breaks. */
export async function connectRunner(onLost: () => void): Promise<Connection> {
  const answered = await fetch("/headless/token", { headers: { "x-headless": "1" } });
  if (!answered.ok) throw new Error("The local runner refused this page.");
  const socket = new WebSocket(`ws://${location.host}/headless/socket`, [
    `cv2web.${await answered.text()}`,
  ]);
  const waiting = new Map<number, (message: Answer) => void>();
  const listeners = new Set<(event: Happening) => void>();
  let asked = 0;
  let isClosed = false;
  await new Promise<void>((settle, reject) => {
    socket.addEventListener("open", () => settle());
    socket.addEventListener("error", () => reject(new Error("The local runner doesn't answer.")));
  });
  socket.addEventListener("message", ({ data }) => {
    const message = JSON.parse(String(data)) as FromRunner;
    if ("event" in message) for (const listener of listeners) listener(message);
    else {
      waiting.get(message.id)?.(message);
      waiting.delete(message.id);
    }
  });
  socket.addEventListener("close", () => {
    const error = { message: "EIO: The local runner has gone.", code: "EIO" };
    for (const [id, settle] of waiting) settle({ id, error });
    waiting.clear();
    if (!isClosed) onLost();
    isClosed = true;
  });
  return {
    ask: (name, input) =>
      new Promise((settle, reject) => {
        if (isClosed) return reject(new Error("EIO: The local runner has gone."));
        asked += 1;
        waiting.set(asked, (message) => {
          if ("error" in message) {
            reject(Object.assign(new Error(message.error.message), { code: message.error.code }));
          } else settle(message.value as never);
        });
        socket.send(JSON.stringify({ id: asked, name, input }));
      }),
    on: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => {
      isClosed = true;
      socket.close();
    },
  };
}
