import { sandboxes } from "../../../shared/api/sandboxes.ts";
import type { Failure, Result } from "../../../shared/failure.ts";
import { OWN_FOLDER } from "../../../shared/own-folder.ts";
import type { FileChange, ProjectFiles } from "../../../shared/project.ts";
import type { ApiClient } from "../../api/open-client.ts";
import type { NodeMachine } from "../node/node-machine.ts";
import { readLines } from "../node/output-lines.ts";
import { openMachineShells, type MachineShells } from "./machine-shells.ts";
import { batches, bytesOf, filesOf, sentFile } from "./sent-files.ts";
import { commandLine, quoted } from "./shell-words.ts";
import type { TerminalProcess } from "./terminal-process.ts";

export interface MachineInput {
  readonly client: ApiClient;
  readonly sandboxId: string;
  /** Where the browser looks at what it serves. */
  readonly previewUrl: string;
}

const LONG_MS = 90_000;
/** Tries of a write that came too soon after others. */
const WRITE_TRIES = 4;
const encoder = new TextEncoder();

/** Writes the files that come as the first line of its input, then is the one of them that its last argument names. */
const UNPACK = `let t="";const{stdin}=process;stdin.setEncoding("utf8");stdin.on("data",function f(d){t+=d;const e=t.indexOf("\\n");if(e<0)return;stdin.off("data",f).pause();const fs=require("fs"),o=process.cwd()+"/${OWN_FOLDER}/";fs.mkdirSync(o,{recursive:true});for(const[n,c]of Object.entries(JSON.parse(t.slice(0,e))))fs.writeFileSync(o+n,c);import(o+process.argv.at(-1))})`;

/** Says each file below a folder in a line of its own. */
const PRINT_FILES = `const fs=require("fs");const go=p=>fs.statSync(p).isDirectory()?fs.readdirSync(p).forEach(n=>go(p+"/"+n)):console.log(JSON.stringify([p,fs.readFileSync(p,"base64")]));fs.existsSync(process.argv.at(-1))&&go(process.argv.at(-1))`;

/** A hosted sandbox that runs, through our own server. Calls reject with the server's sentence. */
export function hostedMachine({ client, sandboxId, previewUrl }: MachineInput): NodeMachine {
  const params = { sandbox_id: sandboxId };
  const lost = new Set<(message: string) => void>();
  const onBroken = (detail: string) => {
    for (const tell of lost) tell(detail);
  };
  const shells = openMachineShells({ client, sandboxId, onBroken });
  /** One batch after another: an older content must not come after a newer one. */
  let last: Promise<unknown> = Promise.resolve();
  const files = async (): Promise<ProjectFiles> => {
    const read = await client.call(sandboxes.files, { params }, { timeoutMs: LONG_MS });
    return filesOf(valueOf(read).files);
  };

  return {
    write: (changes) => {
      const written = last.then(() => writeAll(client, params, changes));
      last = written.catch(() => undefined);
      return written;
    },
    read: async (path) => {
      const body = { command: `test -f ${quoted(path)} && base64 ${quoted(path)}` };
      const ran = await client.call(sandboxes.run, { params, body }, { timeoutMs: LONG_MS });
      const { exit_code, output } = valueOf(ran);
      return exit_code === 0 ? bytesOf(output.replaceAll(/\s/g, "")) : null;
    },
    list: async () => Object.keys(await files()).sort(),
    readAll: async (folder) =>
      folder === "." ? bytesOfAll(await files()) : readFolder(shells, folder),
    spawn: (command, args, { terminal } = {}) => {
      const seen = args.length === 0 ? "interactive" : "terminal";
      return shells.open(commandLine(command, args, terminal === undefined ? "plain" : seen));
    },
    serve: async (own, entry) => {
      // The site goes on for those who have its link.
      const line = commandLine("node", ["-e", UNPACK, "--", entry], "raw");
      const process = await shells.open(line, { outlives: true });
      process.write(`${JSON.stringify(own)}\n`);
      return { ...process, kill: process.leave };
    },
    address: async () => previewUrl,
    onLost: (listener) => void lost.add(listener),
    // The page itself tells (`MachinePlace.pagesTell`).
    onPageError: () => undefined,
    release: async () => {
      lost.clear();
      shells.leave();
      await last;
    },
  };
}

const bytesOfAll = (files: ProjectFiles): ReadonlyMap<string, Uint8Array> =>
  new Map(
    Object.entries(files).map(([path, content]) => [
      path,
      typeof content === "string" ? encoder.encode(content) : content,
    ]),
  );

async function readFolder(
  shells: MachineShells,
  folder: string,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const process: TerminalProcess = await shells.open(
    commandLine("node", ["-e", PRINT_FILES, "--", folder], "plain"),
  );
  const found = new Map<string, Uint8Array>();
  await readLines(process.output, (line) => {
    if (!line.startsWith("[")) return;
    const [path, base64] = JSON.parse(line) as [string, string];
    found.set(path, bytesOf(base64));
  });
  return found;
}

/** Waits where somebody types faster than the server takes calls. @throws the server's sentence */
async function writeAll(
  client: ApiClient,
  params: { readonly sandbox_id: string },
  changes: readonly FileChange[],
): Promise<void> {
  for (const batch of batches(changes.map(sentFile))) {
    for (let tries = 1; ; tries += 1) {
      const input = { params, body: { files: [...batch] } };
      const written = await client.call(sandboxes.write, input, { timeoutMs: LONG_MS });
      if (written.ok) break;
      const { kind, retryAfterMs } = written.failure;
      if (kind !== "rate-limited" || tries >= WRITE_TRIES) throw errorOf(written.failure);
      await new Promise((wake) => setTimeout(wake, retryAfterMs ?? 1_000 * tries));
    }
  }
}

const errorOf = ({ message, detail }: Failure) => new Error(detail ?? message);

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw errorOf(result.failure);
  return result.value;
}
