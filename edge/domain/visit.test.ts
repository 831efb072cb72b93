import { expect, test } from "vitest";
import { clickedLink, dayOf, hostOf, visitOf } from "./visit.ts";

const DESKTOP =
  "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36";
const HOSTS = { site: "ada.example", app: "app.example" };
const visit = (headers: Record<string, string>) =>
  visitOf(new Headers({ "user-agent": DESKTOP, ...headers }), HOSTS);

test("a person's visit says host, country and device, and nothing else", () => {
  expect(visit({ referer: "https://www.news.example/a?q=secret", "cf-ipcountry": "pt" })).toEqual({
    referrer: "news.example",
    country: "PT",
    device: "desktop",
  });
  expect(visit({ referer: "https://ada.example/talks" })?.referrer).toBeNull();
  for (const [country, seen] of [
    ["XX", null],
    ["T1", null],
    ["<b>", null],
    ["DE", "DE"],
  ] as const) {
    expect(visit({ "cf-ipcountry": country })?.country, country).toBe(seen);
  }
});

test("phones and tablets are told apart", () => {
  const of = (agent: string, more = {}) => visit({ "user-agent": agent, ...more })?.device;
  expect(of("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Mobile/15E148")).toBe("phone");
  expect(of("Mozilla/5.0 (Linux; Android 14; Pixel 8) Mobile Safari/537.36")).toBe("phone");
  expect(of("Mozilla/5.0 (Linux; Android 14; SM-X710) Safari/537.36")).toBe("tablet");
  expect(of("Mozilla/5.0 (iPad; CPU OS 17_0 like Mac OS X)")).toBe("tablet");
  expect(of(DESKTOP, { "sec-ch-ua-mobile": "?1" })).toBe("phone");
});

test("machines, what is fetched ahead, frames and the owner who comes from the app don't count", () => {
  for (const agent of [
    "Googlebot/2.1",
    "curl/8.5.0",
    "facebookexternalhit/1.1",
    "GPTBot/1.2",
    "",
  ]) {
    expect(visit({ "user-agent": agent }), agent).toBeNull();
  }
  expect(visit({ "sec-purpose": "prefetch;prerender" })).toBeNull();
  expect(visit({ "sec-fetch-dest": "iframe" })).toBeNull();
  expect(visit({ referer: "https://app.example/" })).toBeNull();
  expect(visit({ "sec-fetch-dest": "document" })).not.toBeNull();
});

test("links are kept without what could name somebody", () => {
  const of = (raw: string) => clickedLink(raw, "https://ada.example/");
  expect(of("https://github.com/ada?tab=x#me")).toBe("https://github.com/ada");
  expect(of("mailto:ada@example.org")).toBe("mailto:");
  expect(of("tel:+4420")).toBe("tel:");
  expect(of("/contact.vcf?x")).toBe("/contact.vcf");
  expect(of("javascript:alert(1)")).toBeNull();
  expect(of("http://")).toBeNull();
  expect(hostOf("javascript://x.example/")).toBeNull();
  expect(dayOf(Date.UTC(2026, 10, 21, 23, 59))).toBe("2026-11-21");
});
