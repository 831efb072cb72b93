import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test, vi } from "vitest";
import type { HostedView, SentFile } from "../../shared/api/sandboxes.ts";
import type { GeneratedPortfolio } from "../../shared/job-result.ts";
import type { OwnComponentId } from "../../shared/ports/model.ts";
import { USUAL, type AnthropicAnswer, type AnthropicCall } from "../stand-ins/anthropic.ts";
import { askedComponent, componentAnswer, componentSource } from "../stand-ins/components.ts";
import type { somebodyWhoTalks } from "./somebody-who-talks.ts";
import { wholeEvents } from "./whole-events.ts";

const SPENT = Object.values(USUAL).reduce((a, b) => a + b, 0);
/** What the model writes, by the path that it is asked for; and how often it was asked. */
const sources = new Map<string, string>();
let asked: readonly string[] = [];

/** The source that a question for a component is answered; `null` where the call is none of one. */
export function answerComponent(call: AnthropicCall): AnthropicAnswer | null {
  const path = askedComponent(call);
  if (path === null) return null;
  asked = [...asked, path];
  return componentAnswer(sources.get(path) ?? "");
}

const GOOD = componentSource();

const RESUME = {
  basics: { name: "Ada", email: "ada@example.org" },
  skills: [{ name: "Bookbinding" }],
  work: [{ name: "Harrow & Pike" }],
  projects: [{ name: "Market hall" }],
};
type Somebody = Awaited<ReturnType<typeof somebodyWhoTalks>>;

/** Components that a model writes while a portfolio is made (R2.5); for a worker that runs already. */
export function componentCases(given: {
  readonly somebody: () => ReturnType<typeof somebodyWhoTalks>;
}): void {
  async function generated({ call }: Somebody, ai_components: readonly OwnComponentId[]) {
    asked = [];
    const order = { resume: RESUME, templateId: "poster", ai_components };
    const answer = await call("POST", "/api/portfolio/generate-streaming", order);
    const events = wholeEvents(await answer.text());
    expect(events.at(-1)?.type, JSON.stringify(events.at(-1))).toBe("complete");
    const { portfolioId, download } = events.at(-1)!.detail as GeneratedPortfolio;
    const zip = unzipSync(new Uint8Array(await (await call("GET", download)).arrayBuffer()));
    return {
      warnings: events.flatMap(({ type, message }) => (type === "warning" ? message : [])),
      // All lies in one folder.
      zipped: (path: string) => {
        const name = Object.keys(zip).find((one) => one.endsWith(`/${path}`));
        return name === undefined ? null : strFromU8(zip[name]!);
      },
      stored: async (path: string) => {
        const file = await call("GET", `/api/projects/${portfolioId}/files/${path}`);
        return file.status === 200 ? file.text() : null;
      },
    };
  }

  describe("components that a model writes", () => {
    test("stand in the stored version and its ZIP, are counted, and aren’t paid for twice", async () => {
      const ada = await given.somebody();
      sources.set("src/own/Skills.tsx", GOOD);
      const first = await generated(ada, ["skills"]);
      expect(first.warnings).toEqual([]);
      expect(asked).toEqual(["src/own/Skills.tsx"]);
      for (const read of [first.zipped, first.stored]) {
        expect(await read("src/own/Skills.tsx")).toBe(GOOD);
        expect(await read("src/sections/bodies.ts")).toContain(
          'import Skills from "../own/Skills";',
        );
      }
      expect((await ada.meter("ai-tokens")).used).toBe(SPENT);
      const usage = await vi.waitFor(async () => {
        const now = await (await ada.call("GET", "/api/ai/usage")).text();
        expect(now).toContain("skills");
        return now;
      });
      expect(JSON.parse(usage)).toMatchObject({ total: { calls: 1 } });

      const second = await generated(ada, ["skills"]);
      expect(second.warnings).toEqual([]);
      expect(asked).toEqual([]);
      expect(second.zipped("src/own/Skills.tsx")).toBe(GOOD);
      expect((await ada.meter("ai-tokens")).used).toBe(SPENT);
      // What another was written isn’t anybody else’s; programs order the same.
      const program = await given.somebody();
      asked = [];
      const order = { resume: RESUME, templateId: "poster", ai_components: ["skills"] };
      const made = await program.call("POST", "/api/projects/create", order);
      const { id } = (await made.json()) as { id: string };
      await (await program.call("GET", `/api/jobs/${id}/events`)).text();
      expect(asked).toEqual(["src/own/Skills.tsx"]);
      const own = await program.call("GET", `/api/projects/${id}/files/src/own/Skills.tsx`);
      expect(await own.text()).toBe(GOOD);
    });

    test("that reach outside or don’t build leave the template’s own, and the others are there", async () => {
      const ada = await given.somebody();
      sources.set("src/own/Skills.tsx", GOOD);
      sources.set(
        "src/own/Gallery.tsx",
        componentSource('<a key={i} href="https://evil.example">x</a>'),
      );
      sources.set("src/own/Timeline.tsx", componentSource("<li>"));
      const made = await generated(ada, ["timeline", "gallery", "skills"]);
      expect(made.warnings).toHaveLength(2);
      expect(made.warnings[0]).toMatch(/“Timeline” stays: .*src\/own\/Timeline\.tsx/);
      expect(made.warnings[1]).toMatch(/“Gallery” stays: .*evil\.example/);
      expect(made.zipped("src/own/Skills.tsx")).toBe(GOOD);
      const bodies = await made.stored("src/sections/bodies.ts");
      expect(bodies).toContain('import { Work } from "./Work";');
      expect(bodies).toContain('import { Projects } from "./Projects";');
      expect(await made.stored("src/own/Gallery.tsx")).toBeNull();
      expect(await made.stored("src/own/Timeline.tsx")).toBeNull();
      // What isn’t used isn’t kept either: it is asked for again.
      await generated(ada, ["timeline", "skills"]);
      expect(asked).toEqual(["src/own/Timeline.tsx"]);
    });

    test(
      "stand in a hosted sandbox’s project, as far as it is built with them there",
      { timeout: 240_000 },
      async () => {
        const ada = await given.somebody();
        sources.set("src/own/Skills.tsx", GOOD);
        // Only types tell, which the worker doesn’t look at.
        const wrong = GOOD.replace("  return", '  const x: number = "a";\n  return x && ');
        sources.set("src/own/Gallery.tsx", wrong);
        const order = {
          resume: RESUME,
          options: {
            template: "folio",
            ai_components: ["skills", "gallery"],
          },
        };
        const made = await ada.call("POST", "/api/portfolio/generate-sandboxed", order);
        const { sandbox_id: id } = (await made.json()) as HostedView;
        const events = wholeEvents(
          await (await ada.call("GET", `/api/sandbox/status-streaming/${id}`)).text(),
        );
        expect(events.at(-1)?.type, JSON.stringify(events.at(-1))).toBe("complete");
        const warnings = events.filter(({ type }) => type === "warning");
        expect(warnings.map(({ message }) => message)).toEqual([
          expect.stringContaining("“Gallery” stays"),
        ]);
        const read = await ada.call("GET", `/api/sandbox/${id}/files`);
        const { files } = (await read.json()) as { files: readonly SentFile[] };
        const contentOf = (path: string) => files.find((file) => file.path === path)?.content;
        expect(contentOf("src/own/Skills.tsx")).toBe(GOOD);
        expect(contentOf("src/own/Gallery.tsx")).toBeUndefined();
        expect(contentOf("src/App.tsx")).toContain('import Skills from "./own/Skills";');
        expect((await ada.meter("ai-tokens")).used).toBe(2 * SPENT);
      },
    );
  });
}
