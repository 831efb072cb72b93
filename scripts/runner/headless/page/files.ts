import * as Comlink from "comlink";
import type { Connection } from "./connection.ts";

/** As `@webcontainer/api` marks what an entry is. */
const ENTRY_FILE = 1;
const ENTRY_FOLDER = 2;

type Encoding = string | { readonly encoding?: string | null } | null | undefined;
const encodingOf = (given: Encoding) => (typeof given === "string" ? given : given?.encoding);

const toBase64 = (bytes: Uint8Array): string => {
  let text = "";
  for (let at = 0; at < bytes.length; at += 32_768) {
    text += String.fromCharCode(...bytes.subarray(at, at + 32_768));
  }
  return btoa(text);
};
const fromBase64 = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text), (char) => char.charCodeAt(0));

let watches = 0;

/** The container's file system, as the SDK calls it; there is no `stat`. */
export function frameFiles(connection: Connection) {
  return {
    readFile: async (path: string, encoding?: Encoding) => {
      const bytes = fromBase64((await connection.ask("read", { path })).base64);
      if (encodingOf(encoding)) return new TextDecoder().decode(bytes);
      return Comlink.transfer(bytes, [bytes.buffer]);
    },
    writeFile: (path: string, data: string | Uint8Array) => {
      const bytes = typeof data === "string" ? new TextEncoder().encode(data) : data;
      return connection.ask("write", { path, base64: toBase64(bytes) });
    },
    readdir: async (path: string, options?: { withFileTypes?: boolean; encoding?: string }) => {
      const entries = await connection.ask("list", { path });
      if (options?.withFileTypes) {
        return entries.map(({ name, isFolder }) => ({
          name,
          "Symbol(type)": isFolder ? ENTRY_FOLDER : ENTRY_FILE,
        }));
      }
      const names = entries.map(({ name }) => name);
      return options?.encoding === "buffer"
        ? names.map((name) => new TextEncoder().encode(name))
        : names;
    },
    mkdir: (path: string, options?: { recursive?: boolean }) =>
      connection.ask("makeFolder", { path, recursive: options?.recursive ?? false }),
    rm: (path: string, options?: { recursive?: boolean; force?: boolean }) =>
      connection.ask("remove", {
        path,
        recursive: options?.recursive ?? false,
        force: options?.force ?? false,
      }),
    rename: (from: string, to: string) => connection.ask("move", { from, to }),
    watch: async (
      path: string,
      options: { recursive?: boolean } | string | null,
      listener?: (event: string, name: string) => unknown,
    ) => {
      const watch = (watches += 1);
      const recursive = typeof options === "object" && options?.recursive === true;
      const stop = connection.on((message) => {
        if (message.event === "watch" && message.watch === watch) {
          void listener?.("change", message.name);
        }
      });
      await connection.ask("watch", { watch, path, recursive });
      return Comlink.proxy({
        close: () => {
          stop();
          void connection.ask("unwatch", { watch }).catch(() => undefined);
        },
      });
    },
  };
}
