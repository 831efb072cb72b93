import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { fromRoot, PROGRAMS } from "../../scripts/paths.ts";
import { CORE_FILES } from "../../scripts/template/core-files.ts";
import { TOUCH_WAYS } from "../../shared/touches.ts";
import { contrast, TEXT_CONTRAST } from "../../shared/portfolio/contrast.ts";
import { resumeSchema } from "../../shared/resume.ts";
import { templateManifestSchema } from "../../shared/template.ts";
import { SECTION_IDS, themeSchema } from "../../shared/theme.ts";
import { harmIn } from "../security/harm-in.ts";
import { hostileResume, PAYLOADS } from "../security/payloads.ts";
import { buildPrerender, type Prerender, type RenderedPage } from "./build-template.ts";
import { fullResume } from "./full-resume.ts";
import { elementsOf, htmlProblems, publishedFiles, SITE_URL } from "./published-page.ts";
import { readJson, readText, templateIds, TEMPLATES } from "./template-folders.ts";

const TEXT_PAIRS = (["ink", "muted", "accent"] as const).flatMap((role) =>
  (["paper", "surface"] as const).map((ground) => [role, ground] as const),
);

interface PackageJson {
  readonly scripts: Record<string, string>;
  readonly dependencies: Record<string, string>;
  readonly devDependencies: Record<string, string>;
}
const packageOf = (id: string) => readJson(id, "package.json") as PackageJson;

const entities: Record<string, string> = { "&amp;": "&", "&quot;": '"', "&#x27;": "'" };
const decode = (html: string) => html.replace(/&(amp|quot|#x27);/g, (entity) => entities[entity]!);

it("there are templates to test", () => {
  expect(templateIds).toContain("folio");
});

it("the README shows each", () => {
  const readme = readFileSync(fromRoot("README.md"), "utf8");
  const pictures = templateIds.map((id) => `tests/pictures/templates/${id}.webp`);
  expect(pictures.filter((path) => !readme.includes(`(${path})`))).toEqual([]);
  expect(pictures.filter((path) => !existsSync(fromRoot(path)))).toEqual([]);
});

it("what looks for harm finds it", async () => {
  const whole = PAYLOADS.filter((one) =>
    /^<(script|img|svg|iframe|a|base|body) ?\b.*>$/i.test(one),
  );
  expect(whole.length).toBeGreaterThan(9);
  for (const payload of whole) {
    // What the parser can’t read through fails a page as well.
    const found = await harmIn(`<p>${payload}</p>`).catch((error: unknown) => [String(error)]);
    expect(found, payload).not.toEqual([]);
  }
});

describe.each(templateIds)("the template %s", (id) => {
  let template: Prerender;
  beforeAll(async () => {
    template = await buildPrerender(id);
  });

  it("has the core files as they are in the others", () => {
    const different = CORE_FILES.filter((path) => readText(id, path) !== readText("folio", path));
    expect(different).toEqual([]);
  });

  it("builds with the same scripts and core packages, in exact versions", () => {
    const [own, core] = [packageOf(id), packageOf("folio")];
    expect(own.scripts).toEqual(core.scripts);
    expect(own.dependencies).toMatchObject(core.dependencies);
    expect(own.devDependencies).toMatchObject(core.devDependencies);
    const versions = Object.values({ ...own.dependencies, ...own.devDependencies });
    expect(versions.filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  it("has types that hold, as its own build asks for", () => {
    const check = () =>
      execFileSync(process.execPath, [PROGRAMS.tsc, "-p", join(TEMPLATES, id), "--noEmit"], {
        encoding: "utf8",
      });
    expect(check).not.toThrow();
  });

  it("has a lock file in step with package.json that names no registry", () => {
    const { packages } = readJson(id, "package-lock.json") as {
      packages: Record<string, Partial<PackageJson> & { resolved?: string }>;
    };
    const { dependencies, devDependencies } = packageOf(id);
    expect(packages[""]).toMatchObject({ dependencies, devDependencies });
    expect(Object.values(packages).filter(({ resolved }) => resolved)).toEqual([]);
  });

  it("describes itself to the gallery, and to the developer who takes the code away", () => {
    expect(templateManifestSchema.parse(readJson(id, "template.json")).id).toBe(id);
    expect(readText(id, "README.md")).toMatch(/npm run build/);
  });

  it("has a sample résumé that says something in every section", () => {
    const resume = resumeSchema.parse(readJson(id, "src/data/resume.json"));
    const silent = SECTION_IDS.filter((section) =>
      section === "about" ? !resume.basics?.summary : !resume[section]?.length,
    );
    expect(silent).toEqual([]);
    expect(resume.basics?.email).toMatch(/\.example$|@example\.(com|org|net)$/);
  });

  it("has a theme that names every section and declares its fonts", () => {
    const theme = themeSchema.parse(readJson(id, "src/theme.json"));
    expect(theme.template).toBe(id);
    expect(theme.sections.map((section) => section.id).sort()).toEqual([...SECTION_IDS].sort());
    const fonts = readText(id, "src/fonts.css");
    for (const stack of [theme.fonts.display, theme.fonts.text]) {
      expect(fonts).toContain(`font-family: ${stack.split(",")[0]}`);
    }
    const files = [...fonts.matchAll(/url\("\.\/(fonts\/[^"]+)"\)/g)].map((match) => match[1]!);
    expect(files.filter((file) => !existsSync(join(TEMPLATES, id, "src", file)))).toEqual([]);
  });

  it.each(["light", "dark"] as const)("can be read in its own %s colours", (mode) => {
    const colours = themeSchema.parse(readJson(id, "src/theme.json")).palette[mode];
    const weak = [...TEXT_PAIRS, ["onAccent", "accent"] as const]
      .map(([role, ground]) => ({
        on: `${role} on ${ground}`,
        ratio: contrast(colours[role], colours[ground]) ?? 0,
      }))
      .filter(({ ratio }) => ratio < TEXT_CONTRAST);
    expect(weak).toEqual([]);
  });

  describe("with a résumé in which everything is said", () => {
    const { resume, leaves } = fullResume(2);
    let page: RenderedPage;
    beforeAll(() => {
      page = template.render({ resume });
    });

    it("says everything on the page", () => {
      const html = decode(page.app).replaceAll("dateTime=", "datetime=");
      const missing = leaves.filter(({ forms }) => !forms.some((form) => html.includes(form)));
      expect(missing).toEqual([]);
    });

    it("has one h1, headings without a gap, and every landmark it needs", () => {
      const levels = [...page.app.matchAll(/<h([1-6])\b/g)].map((match) => Number(match[1]));
      expect(levels.filter((level) => level === 1)).toHaveLength(1);
      const gaps = levels.filter((level, i) => level > (levels[i - 1] ?? 0) + 1);
      expect(gaps).toEqual([]);
      expect(page.app).toMatch(/<main\b/);
    });

    it("tells search engines a title, a description and a person", () => {
      expect(page.head).toContain(
        `<title>${resume.basics!.name} · ${resume.basics!.label}</title>`,
      );
      expect(page.head).toContain(`<meta name="description" content="${resume.basics!.summary}">`);
      const [, json = ""] = /ld\+json">(.*?)<\/script>/.exec(page.head) ?? [];
      expect(JSON.parse(json)).toMatchObject({ "@type": "Person", name: resume.basics!.name });
    });

    it("is published as valid HTML, and tells search engines and link previews who it is about", async () => {
      const site = publishedFiles(id, page, resume);
      expect(await htmlProblems(site["index.html"]!)).toEqual([]);
      const elements = await elementsOf(site["index.html"]!);
      const said = new Map(
        elements
          .filter(({ tag }) => tag === "meta")
          .map(({ attributes: { property, name, content } }) => [property ?? name, content]),
      );
      expect(Object.fromEntries(said)).toMatchObject({
        "og:type": "profile",
        "og:title": `${resume.basics!.name} · ${resume.basics!.label}`,
        "og:url": SITE_URL,
        "og:image": `${SITE_URL}assets/share-0a1b2c3d4e5f.png`,
        "og:image:width": "1200",
        "og:image:height": "630",
        "og:image:alt": expect.stringContaining(resume.basics!.name!),
        "twitter:card": "summary_large_image",
        "twitter:image": `${SITE_URL}assets/share-0a1b2c3d4e5f.png`,
      });
      const linked = elements.filter(({ tag }) => tag === "link");
      const canonical = linked.filter(({ attributes }) => attributes["rel"] === "canonical");
      expect(canonical.map(({ attributes }) => attributes["href"])).toEqual([SITE_URL]);
      const data = elements.filter(
        ({ attributes }) => attributes["type"] === "application/ld+json",
      );
      expect(data.map(({ text }) => JSON.parse(text) as unknown)).toEqual([
        expect.objectContaining({
          "@context": "https://schema.org",
          "@type": "Person",
          name: resume.basics!.name,
        }),
      ]);
    });
  });

  it("has the text size and the picture's shape that were chosen, and its own without", () => {
    const own = readJson(id, "src/theme.json") as object;
    const resume = { basics: { name: "Ilse Varnhold", summary: "Boats.", image: "ilse.webp" } };
    const { app, head } = template.render({ resume });
    expect(head).toContain("--text-size:1}");
    expect(head).not.toContain(".portrait");
    expect(app).toMatch(/<img[^>]* class="(?:[^"]* )?portrait"/);
    const theme = { ...own, textSize: "larger", photoShape: "rounded" };
    const chosen = template.render({ resume, theme }).head;
    expect(chosen).toContain("--text-size:1.25}");
    expect(chosen).toMatch(/:root img\.portrait\{[^}]*border-radius:12%/);
  });

  it("has the touches that were chosen, and not a word of them without", () => {
    const own = readJson(id, "src/theme.json") as object;
    const headOf = (touches?: object) =>
      template.render({
        resume: { basics: { name: "Ilse Varnhold" } },
        theme: touches ? { ...own, touches } : own,
      }).head;
    const plain = headOf();
    expect(plain).not.toMatch(/--(?:name-|divider|ruled|corner|still|moving)|color-mix|!important/);
    expect(headOf({})).toBe(plain);
    expect(headOf({ name: "sideways", headings: 7, colours: "all" })).toBe(plain);
    for (const way of TOUCH_WAYS) {
      const [touch, value] = way.split(":") as [string, string];
      expect(headOf({ [touch]: value }), way).not.toBe(plain);
    }
    const small = headOf({ name: "smaller", nameCase: "upper", contrast: "strong" });
    expect(small).toContain("--name-fit:0.60");
    expect(small).toContain("text-transform:uppercase");
    expect(small).toMatch(/--muted:light-dark\(color-mix\(in oklab,[^;]+\),color-mix\([^;]+\)\);/);
  });

  it("runs nothing of what somebody writes into any field", async () => {
    const resume = hostileResume(PAYLOADS, "javascript:pwned()");
    const page = template.render({ resume });
    expect(page).toMatchObject({ lang: "en", dir: "ltr" });
    const site = publishedFiles(id, page, resume);
    expect(await harmIn(site["index.html"]!)).toEqual([]);
    expect(await harmIn(site["favicon.svg"]!)).toEqual([]);
    const lines = site["contact.vcf"]!.split("\r\n").filter((line) => /^[^ ]/.test(line));
    expect(
      lines.filter((line) => !/^(BEGIN|VERSION|FN|N|TITLE|EMAIL|TEL|ADR|URL|END)\b/.test(line)),
    ).toEqual([]);
    expect(JSON.parse(site["resume.json"]!)).toEqual(resume);
  });

  it("shows no section, and no way to one, for a résumé with a name only", () => {
    const { app, head } = template.render({
      resume: { basics: { name: "Ilse Varnhold" } },
    });
    expect(app).toContain("Ilse Varnhold");
    expect(app).not.toMatch(/<h[2-6]\b/);
    expect(app).not.toMatch(/<nav\b/);
    expect(app).not.toMatch(/undefined|null|NaN/);
    expect(head).toContain("<title>Ilse Varnhold</title>");
  });

  it("leaves no trace of entries and texts that are empty", () => {
    const empty = {
      startDate: "",
      endDate: "",
      url: "",
      highlights: [""],
      keywords: [],
      summary: " ",
    };
    const { app } = template.render({
      resume: {
        basics: {
          name: "Ilse Varnhold",
          email: "",
          phone: "",
          url: "",
          summary: "",
          profiles: [{}],
        },
        work: [empty, {}],
        projects: [empty],
        skills: [{ name: "", keywords: [""] }],
        awards: [],
        references: null,
      },
    });
    expect(app).not.toMatch(/<h[2-6]\b/);
    expect(app).not.toMatch(/<li[^>]*><\/li>|href=""|mailto:"|tel:"/);
  });

  it("renders what people’s files hold: nulls, odd dates and languages, markup", () => {
    const { app, head, lang } = template.render({
      resume: {
        basics: { name: "</script><b>Ilse", label: null, location: null, summary: "One & two" },
        work: [
          {
            name: "Firm",
            startDate: "Summer 2019",
            endDate: "2020-13",
            url: "javascript:alert(1)",
          },
          { name: "Shop", startDate: "2019-2020", endDate: null, highlights: null },
        ],
        meta: { language: "English, mostly" },
      },
    });
    expect(lang).toBe("en");
    expect(head.match(/<\/script>/g)).toHaveLength(1);
    expect(app).not.toContain("<b>Ilse");
    expect(app).not.toMatch(/(href|src)="\s*javascript:/i);
    for (const date of ["Summer 2019", "2020-13", "2019-2020"]) expect(app).toContain(date);
    expect(app).not.toMatch(/datetime="(Summer|2020-13|2019-2020)/i);
  });

  it("speaks the résumé’s language, and runs from right to left where it does", () => {
    const resume = { basics: { name: "Ilse" }, work: [{ name: "Firm", startDate: "2019-05" }] };
    const [german, arabic] = [
      template.render({ resume: { ...resume, meta: { language: "de_AT" } } }),
      template.render({ resume: { ...resume, meta: { language: "ar" } } }),
    ];
    expect(german).toMatchObject({ lang: "de-AT", dir: "ltr" });
    expect(german.app).toContain("Berufserfahrung");
    expect(arabic).toMatchObject({ lang: "ar", dir: "rtl" });
  });
});
