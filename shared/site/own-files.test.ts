import { XMLParser, XMLValidator } from "fast-xml-parser";
import { describe, expect, test } from "vitest";
import { initialsOf } from "./favicon.ts";
import { withOwnFiles } from "./own-files.ts";
import { vCard } from "./v-card.ts";

const RESUME = {
  basics: {
    name: "Ada <b>Lovelace</b>",
    label: 'Mathematician; "analyst", poet',
    email: "ada@lovelace.example",
    summary: "Wrote the first\nprogram.</script><script>alert(1)</script>",
    location: { city: "London", countryCode: "GB" },
    profiles: [
      { network: "GitHub", url: "https://github.com/ada" },
      { url: "javascript:alert(1)" },
    ],
  },
  work: [{ name: "Analytical Engine", position: "Programmer" }],
};
const PAGE = "<!doctype html><html><head><title>Ada</title></head><body></body></html>";
const about = {
  files: {},
  resume: RESUME,
  url: "https://ada.sites.example/",
  noIndex: false,
  picture: null,
  pdf: null,
  isOurs: true,
  now: Date.UTC(2026, 10, 21),
};
const made = (built: Record<string, string> = { "index.html": PAGE }, given = {}) =>
  withOwnFiles(built, { ...about, ...given }) as Record<string, string>;

describe("a published site’s own files", () => {
  test("a page says where it is and who it is about, and nothing in it can break out", () => {
    const html = made()["index.html"]!;
    expect(html).toContain('<link rel="canonical" href="https://ada.sites.example/">');
    expect(html).toContain('href="https://ada.sites.example/favicon.svg"');
    const json = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(html)?.[1];
    expect(JSON.parse(json!)).toMatchObject({
      "@type": "Person",
      name: RESUME.basics.name,
      url: about.url,
      sameAs: ["https://github.com/ada"],
    });
    expect(html.match(/<script/g)).toHaveLength(1);
  });

  test("what the page says itself stays as it is", () => {
    const own = PAGE.replace(
      "</head>",
      '<link rel="icon" href="i.png"><script type="application/ld+json">{}</script></head>',
    );
    const site = made({ "index.html": own, "robots.txt": "mine", "favicon.svg": "mine" });
    expect(site["index.html"]!.match(/rel="icon"|ld\+json/g)).toHaveLength(2);
    expect([site["robots.txt"], site["favicon.svg"]]).toEqual(["mine", "mine"]);
  });

  test("link previews get the site’s picture; one that the person named stays", () => {
    const picture = { path: "assets/share-0a1b2c3d4e5f.png", bytes: new Uint8Array([1]) };
    const photo = "https://photos.example/ada.jpg?a=1&b=2";
    const resume = { basics: { ...RESUME.basics, image: photo } };
    const head = (image: string) =>
      PAGE.replace(
        "</head>",
        `<meta property="og:title" content="Ada &lt;b&gt;"><meta property="og:image" content="${image}"><meta name="twitter:card" content="summary"></head>`,
      );
    const site = made({ "index.html": head(photo.replace("&", "&amp;")) }, { resume, picture });
    const html = site["index.html"]!;
    const content = (name: string) =>
      [
        ...html.matchAll(new RegExp(`<meta (?:name|property)="${name}" content="([^"]*)">`, "g")),
      ].map(([, value]) => value);
    expect(content("og:image")).toEqual([`${about.url}${picture.path}`]);
    expect(content("og:image:width")).toEqual(["1200"]);
    expect(content("twitter:card")).toEqual(["summary_large_image"]);
    expect(content("twitter:title")).toEqual(["Ada &lt;b>"]);
    expect(content("og:title")).toEqual(["Ada &lt;b&gt;"]);
    expect(site[picture.path]).toBe(picture.bytes);
    const own = made({ "index.html": head("https://mine.example/x.png") }, { picture });
    expect(own["index.html"]).toContain("https://mine.example/x.png");
    expect(own["index.html"]).not.toContain(picture.path);
  });

  test("below each page: where to report it, in its language, and the CV where there is one", () => {
    const german = PAGE.replace("<html>", '<html lang="de-AT">');
    const pdf = new Uint8Array([37]);
    const site = made({ "index.html": german, "a/index.html": PAGE }, { pdf });
    expect(site["index.html"]).toContain(
      '<a href="./cv.pdf" type="application/pdf">Lebenslauf als PDF</a><a href="/report-abuse" rel="nofollow">Diese Seite melden</a></footer></body>',
    );
    expect(site["a/index.html"]).toContain('href="../cv.pdf" type="application/pdf">CV as PDF');
    expect([site["cv.pdf"], site["llms.txt"]]).toEqual([pdf, expect.stringMatching(/cv\.pdf/)]);
    const without = made()["index.html"]!;
    expect(without).not.toContain("cv.pdf");
    expect(without).toContain("Report this site");
    expect(made(undefined, { isOurs: false })["index.html"]).not.toContain("<footer");
    const arabic = made({ "index.html": PAGE.replace("<html>", '<html lang="ar">') });
    expect(arabic["index.html"]).toContain('<footer class="site-foot" lang="en" dir="ltr">');
  });

  test("the sitemap is XML that names every page; robots.txt names the sitemap", () => {
    const site = made({ "index.html": PAGE, "talks/a&b.html": PAGE, "404.html": PAGE });
    expect(XMLValidator.validate(site["sitemap.xml"]!)).toBe(true);
    const { urlset } = new XMLParser({ parseTagValue: false }).parse(site["sitemap.xml"]!) as {
      urlset: { url: unknown };
    };
    expect(urlset.url).toEqual([
      { loc: "https://ada.sites.example/", lastmod: "2026-11-21" },
      { loc: "https://ada.sites.example/talks/a&b.html", lastmod: "2026-11-21" },
    ]);
    expect(site["robots.txt"]).toContain("Sitemap: https://ada.sites.example/sitemap.xml");
  });

  test("a site that isn’t to be found says so and lists nothing", () => {
    const site = made(undefined, { noIndex: true });
    expect(site["index.html"]).toContain('<meta name="robots" content="noindex">');
    expect(Object.keys(site).toSorted()).toEqual([
      "contact.vcf",
      "favicon.svg",
      "index.html",
      "resume.json",
      "robots.txt",
    ]);
  });

  test("llms.txt, resume.json and the icon hold what the résumé holds", () => {
    const site = made();
    expect(site["llms.txt"]).toMatch(/^# Ada .*\n\n> Mathematician.*first program/);
    expect(site["llms.txt"]).toContain("- Programmer: Analytical Engine");
    expect(JSON.parse(site["resume.json"]!)).toEqual(RESUME);
    expect(XMLValidator.validate(site["favicon.svg"]!)).toBe(true);
  });
});

test("the visiting card is vCard 4.0: escaped, folded, without what isn’t there", () => {
  const long = { basics: { ...RESUME.basics, label: "é".repeat(60) } };
  const card = vCard(long, about.url);
  expect(card.startsWith("BEGIN:VCARD\r\nVERSION:4.0\r\n")).toBe(true);
  expect(card.endsWith("\r\nEND:VCARD\r\n")).toBe(true);
  for (const line of card.split("\r\n")) {
    expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
  }
  expect(card.replaceAll("\r\n ", "")).toContain(`TITLE:${"é".repeat(60)}`);
  expect(vCard(RESUME, about.url)).toContain('TITLE:Mathematician\\; "analyst"\\, poet');
  expect(card).not.toContain("TEL");
  expect(card).toContain("ADR:;;;London;;;GB");
});

test.each([
  ["Ada Lovelace", "AL"],
  ["Jean-Luc de la Tour", "JT"],
  ["çelik", "Ç"],
  ["山田 太郎", "山太"],
  ["— —", ""],
])("initials of %s", (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});
