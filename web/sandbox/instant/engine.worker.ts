/** The engine's worker: wires messages to the engine. The frame's port ends here, not in the app. */
import type { Kit } from "../../../shared/kit.ts";
import type { SandboxEvent } from "../../../shared/ports/sandbox.ts";
import { Engine, type FrameLine } from "./engine/engine.ts";
import { loadHeavyParts } from "./engine/heavy-parts.ts";
import type { EngineQuestion, FromEngine, FromFrame, ToEngine } from "./messages.ts";

const post = (message: FromEngine) => (self as unknown as Worker).postMessage(message, []);

const texts = new Map<string, Promise<string>>();
function loadText(url: string): Promise<string> {
  const known =
    texts.get(url) ??
    fetch(url).then((response) => {
      if (!response.ok) throw new Error(`${url} answered ${response.status}`);
      return response.text();
    });
  texts.set(url, known);
  known.catch(() => texts.delete(url));
  return known;
}

/** What every React page needs first; fetched before a project is there. */
function warm(kit: Kit) {
  for (const name of ["react", "react-dom", "react-dom/client", "react-refresh/runtime"]) {
    const known = kit.packages[name];
    if (known) void loadText(known.url).catch(() => undefined);
  }
}

let engine: Engine | null = null;
let waitingPort: MessagePort | null = null;

function open({ kit, files }: Extract<ToEngine, { type: "open" }>) {
  engine = new Engine(files, {
    kit,
    heavy: loadHeavyParts(kit, loadText),
    loadText,
    emit: (event: SandboxEvent) => post({ type: "event", event }),
    now: () => performance.now(),
    later: (work, ms) => setTimeout(work, ms),
  });
  if (waitingPort) connect(waitingPort);
}

function connect(port: MessagePort) {
  waitingPort = port;
  if (!engine) return;
  const line: FrameLine = {
    send: (message) => port.postMessage(message),
    close: () => port.close(),
  };
  const opened = engine;
  port.addEventListener("message", ({ data }: MessageEvent<FromFrame>) =>
    opened.receive(line, data),
  );
  port.start();
  opened.connect(line);
}

async function answer(question: EngineQuestion): Promise<unknown> {
  if (!engine) return null;
  if (question.name === "start") return engine.start();
  if (question.name === "write") return engine.write(question.changes);
  if (question.name === "audit") return engine.audit(question.script);
  return engine.files;
}

self.addEventListener("message", ({ data }: MessageEvent<ToEngine>) => {
  if (data.type === "warm") warm(data.kit);
  else if (data.type === "open") open(data);
  else if (data.type === "frame") connect(data.port);
  else if (data.type === "reload") engine?.reload();
  else {
    void answer(data.question).then((value) => post({ type: "answer", id: data.id, value }));
  }
});
