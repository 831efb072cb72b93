/**
 * What every portfolio storage promises. Cases are plain functions that give plain data, so that the
 * same ones run in Node (memory) and inside a page (IndexedDB).
 */
import { NO_CONVERSATION, type Conversation } from "../../shared/conversation.ts";
import type { CvDocument, Extraction } from "../../shared/cv-document.ts";
import type { Result } from "../../shared/failure.ts";
import type { PortfolioStorage } from "../../shared/ports/portfolio-storage.ts";

const must = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`${result.failure.kind}: ${result.failure.detail ?? ""}`);
  return result.value;
};

const kindOf = (result: Result<unknown>) => (result.ok ? "ok" : result.failure.kind);

const FILES = {
  "src/theme.json": "{}",
  "src/App.tsx": "app",
  "src/fonts/a.woff2": new Uint8Array([0, 255, 7]),
  empty: "",
};

const document: CvDocument = { kind: "flow", format: "txt", lines: [{ text: "Ada", line: 1 }] };
const extraction: Extraction = {
  resume: { basics: { name: "Ada" } },
  evidence: [],
  counts: { pages: 1, sections: 1, facts: 1 },
  steps: [],
};
const SOURCE = { name: "cv.txt", bytes: new Uint8Array([65, 100, 97]), document, extraction };

async function filesOf(storage: PortfolioStorage, id: string) {
  return must(await storage.readFiles(must(await storage.readPortfolio(id)).tree));
}

/** Bytes as arrays, so that the answer survives the way out of the page. */
const plain = (files: Readonly<Record<string, string | Uint8Array>>) =>
  Object.fromEntries(
    Object.entries(files)
      .map(
        ([path, content]) => [path, typeof content === "string" ? content : [...content]] as const,
      )
      .sort(),
  );

interface Case {
  readonly promise: string;
  run(storage: PortfolioStorage): Promise<unknown>;
  readonly expected: unknown;
}

const SAID: Conversation = {
  messages: [
    { id: "1", after: null, at: 1, from: "person", text: "dark mode" },
    {
      id: "2",
      after: "1",
      at: 2,
      from: "site",
      text: "The site is dark now.",
      act: "The site is dark now.",
      changes: [{ path: "src/theme.json", before: "{}", after: null }],
    },
  ],
  head: "2",
  headAt: 2,
  locks: [{ kind: "file", path: "src/App.tsx" }],
  locksAt: 1,
};

export const CASES: readonly Case[] = [
  {
    promise: "keeps what was said about a portfolio, and lets it go with the portfolio",
    run: async (storage) => {
      const id = must(await storage.create({ name: "Ada", files: FILES }));
      const before = must(await storage.readConversation(id));
      must(await storage.saveConversation(id, SAID));
      const kept = must(await storage.readConversation(id));
      must(await storage.delete(id));
      const after = must(await storage.readConversation(id));
      return [before, kept, after, kindOf(await storage.saveConversation(id, SAID))];
    },
    expected: [NO_CONVERSATION, SAID, NO_CONVERSATION, "not-found"],
  },
  {
    promise: "brings together what two tabs keep of one conversation",
    run: async (storage) => {
      const id = must(await storage.create({ name: "Ada", files: FILES }));
      const tab = (name: string): Conversation => ({
        ...NO_CONVERSATION,
        messages: [{ id: name, after: null, at: 1, from: "person", text: name }],
      });
      for (const name of ["a", "b", "a"]) must(await storage.saveConversation(id, tab(name)));
      return must(await storage.readConversation(id)).messages.map(({ text }) => text);
    },
    expected: ["a", "b"],
  },
  {
    promise: "gives back the files of a portfolio, text as text and bytes as bytes",
    run: async (storage) => {
      const id = must(await storage.create({ name: "Ada", files: FILES }));
      return plain(await filesOf(storage, id));
    },
    expected: plain(FILES),
  },
  {
    promise: "lists portfolios newest first, with name and picture, and forgets deleted ones",
    run: async (storage) => {
      const first = must(await storage.create({ name: "First", files: FILES }));
      const second = must(await storage.create({ name: "Second", files: FILES }));
      must(await storage.rename(first, "Renamed"));
      must(await storage.saveThumbnail(first, { type: "text/html", content: "<p>" }));
      const listed = must(await storage.list()).filter(({ id }) => [first, second].includes(id));
      must(await storage.delete(second));
      const left = must(await storage.list()).map(({ id }) => id);
      return {
        names: listed.map(({ name }) => name).sort(),
        inOrder: listed.every(
          ({ updatedAt }, at) => updatedAt <= (listed[at - 1] ?? { updatedAt }).updatedAt,
        ),
        picture: listed.find(({ id }) => id === first)?.thumbnail,
        left: [left.includes(first), left.includes(second)],
        gone: kindOf(await storage.readPortfolio(second)),
      };
    },
    expected: {
      names: ["Renamed", "Second"],
      inOrder: true,
      picture: { type: "text/html", content: "<p>" },
      left: [true, false],
      gone: "not-found",
    },
  },
  {
    promise: "commits what was seen last, and sets aside what somebody changed meanwhile",
    run: async (storage) => {
      const id = must(await storage.create({ name: "Ada", files: { a: "a", b: "b" } }));
      const base = must(await storage.readPortfolio(id)).tree;
      const one = must(await storage.commit(id, [{ path: "a", content: "one" }], base));
      const two = must(
        await storage.commit(
          id,
          [
            { path: "a", content: "two" },
            { path: "b", content: null },
          ],
          base,
        ),
      );
      const lost = must(await storage.readVersion(two.conflictVersion?.id ?? ""));
      return {
        first: one.conflicts,
        second: two.conflicts,
        stands: await filesOf(storage, id),
        lost,
        kind: two.conflictVersion?.kind,
      };
    },
    expected: {
      first: [],
      second: ["a"],
      stands: { a: "one" },
      lost: { a: "two" },
      kind: "conflict",
    },
  },
  {
    promise: "keeps versions in order, skips an automatic one that repeats, and branches from any",
    run: async (storage) => {
      const id = must(await storage.create({ name: "Ada", files: { a: "1" }, source: SOURCE }));
      const two = must(
        await storage.addVersion(id, { label: "Two", kind: "manual", files: { a: "2" } }),
      );
      const same = must(
        await storage.addVersion(id, { label: "Same", kind: "auto", files: { a: "2" } }),
      );
      must(await storage.addVersion(id, { label: "Three", kind: "auto", files: { a: "3" } }));
      const versions = must(await storage.listVersions(id));
      const copy = must(await storage.duplicate(id, "Branch", two?.id));
      return {
        labels: versions.map(({ label }) => label),
        chained: versions.map(({ parentId }, at) => parentId === (versions[at + 1]?.id ?? null)),
        same,
        branch: await filesOf(storage, copy),
        source: must(await storage.readSource(copy))?.name,
        branchVersions: must(await storage.listVersions(copy)).map(({ kind }) => kind),
      };
    },
    expected: {
      labels: ["Three", "Two", "Created"],
      chained: [true, true, true],
      same: null,
      branch: { a: "2" },
      source: "cv.txt",
      branchVersions: ["created"],
    },
  },
  {
    promise:
      "keeps the CV with what was read from it, also when another portfolio of it is deleted",
    run: async (storage) => {
      const id = must(await storage.create({ name: "Ada", files: FILES, source: SOURCE }));
      const copy = must(await storage.duplicate(id, "Copy"));
      must(await storage.delete(id));
      const source = must(await storage.readSource(copy));
      return {
        bytes: source && [...source.bytes],
        document: source?.document,
        extraction: source?.extraction,
        files: plain(await filesOf(storage, copy)),
        none: must(await storage.readSource(id)),
      };
    },
    expected: { bytes: [65, 100, 97], document, extraction, files: plain(FILES), none: null },
  },
  {
    promise: "keeps settings, and answers null for what was never set",
    run: async (storage) => {
      must(await storage.writeSetting("panel", { width: 360 }));
      return [must(await storage.readSetting("panel")), must(await storage.readSetting("other"))];
    },
    expected: [{ width: 360 }, null],
  },
  {
    promise: "answers what isn’t there with not-found",
    run: async (storage) => [
      kindOf(await storage.readPortfolio("none")),
      kindOf(await storage.rename("none", "x")),
      kindOf(await storage.commit("none", [{ path: "a", content: "a" }], {})),
      kindOf(await storage.addVersion("none", { label: "x", kind: "manual", files: {} })),
      kindOf(await storage.readVersion("none")),
      kindOf(await storage.duplicate("none", "x")),
      kindOf(await storage.saveThumbnail("none", { type: "text/html", content: "" })),
    ],
    expected: Array.from({ length: 7 }, () => "not-found"),
  },
  {
    promise: "reads the same file once, by its bytes and the extractor, until its portfolio goes",
    async run(storage) {
      const { document, extraction, bytes } = SOURCE;
      const found = async (content: string | Uint8Array, version: number) =>
        must(await storage.findReading(content, version))?.extraction.resume.basics?.name ?? null;
      const before = await found(bytes, 1);
      must(await storage.keepReading(bytes, 1, { document, extraction }));
      const same = await found(new Uint8Array([65, 100, 97]), 1);
      const others = [await found(bytes, 2), await found("Ada", 1), await found("Eve", 1)];
      const first = must(await storage.create({ name: "A", files: FILES, source: SOURCE }));
      const second = must(await storage.create({ name: "B", files: FILES, source: SOURCE }));
      must(await storage.delete(first));
      const shared = await found(bytes, 1);
      must(await storage.delete(second));
      return { before, same, others, shared, after: await found(bytes, 1) };
    },
    expected: { before: null, same: "Ada", others: [null, null, null], shared: "Ada", after: null },
  },
];
