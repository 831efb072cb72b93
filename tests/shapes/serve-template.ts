import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname } from "node:path";
import type { BuiltTemplate, Content } from "../templates/build-template.ts";
import { pictureFiles } from "./pictures.ts";

const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css",
  ".js": "text/javascript",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};
/** What may come after the page was first painted. */
const LATE = { fonts: /\.woff2$/, pictures: /\.(svg|png|jpe?g|webp|avif|gif)$/ } as const;
export type Late = keyof typeof LATE;
const KINDS = Object.keys(LATE) as Late[];

/** A door that answers wait at until it is opened. */
function gate() {
  let open = () => {};
  const opened = new Promise<void>((settle) => {
    open = settle;
  });
  return { opened, open };
}

/** A server of one template with any content. */
export interface ServedTemplate {
  readonly url: string;
  /** What the next page holds; its fonts and pictures wait until they are let go. */
  show(content: Content): void;
  letGo(late: Late): void;
  stop(): void;
}

export async function serveTemplate(template: BuiltTemplate): Promise<ServedTemplate> {
  let html = "";
  let gates = { fonts: gate(), pictures: gate() };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    if (pathname === "/") {
      response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(html);
      return;
    }
    const body = template.files.get(pathname.slice(1)) ?? pictureFiles.get(pathname);
    const answer = () => {
      if (body === undefined) response.writeHead(404).end();
      // Nothing is kept between pages: each begins as a first visit does.
      else {
        const type = TYPES[extname(pathname)] ?? "application/octet-stream";
        response.writeHead(200, { "content-type": type, "cache-control": "no-store" }).end(body);
      }
    };
    const late = KINDS.find((kind) => LATE[kind].test(pathname));
    void (late ? gates[late].opened : Promise.resolve()).then(answer);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    show(content) {
      html = template.page(content);
      gates = { fonts: gate(), pictures: gate() };
    },
    letGo: (late) => gates[late].open(),
    stop() {
      for (const kind of KINDS) gates[kind].open();
      server.close();
      server.closeAllConnections();
    },
  };
}
