import { expect, test } from "vitest";
import { looksLikeApex, parseDomain } from "./own-domain.ts";

const OWN = ["cv2web.example", "cv2web-sites.example", "cv2web-pages.example"];
const domainOf = (raw: string) => {
  const parsed = parseDomain(raw, OWN);
  return parsed.ok ? parsed.value : null;
};

test("a domain is taken as people paste it, and becomes what DNS has", () => {
  expect(domainOf(" https://WWW.Example.org/about?x=1 ")).toBe("www.example.org");
  expect(domainOf("example.org.")).toBe("example.org");
  expect(domainOf("bücher.example.org")).toBe("xn--bcher-kva.example.org");
  expect(domainOf("xn--bcher-kva.example.org")).toBe("xn--bcher-kva.example.org");
  expect(looksLikeApex("example.org")).toBe(true);
  expect(looksLikeApex("www.example.org")).toBe(false);
});

test.each([
  "",
  "example",
  "localhost",
  "printer.local",
  "nas.internal",
  "router.home.arpa",
  "127.0.0.1",
  "0x7f.1",
  "2130706433",
  "[::1]",
  "169.254.169.254",
  "example.org:8080",
  "me@example.org",
  "a..example.org",
  "-a.example.org",
  "a_b.example.org",
  "site.test",
  "hidden.onion",
  `${"a".repeat(64)}.example.org`,
  `${"a.".repeat(130)}org`,
])("%s is no domain that a site can have", (raw) => {
  expect(domainOf(raw)).toBeNull();
});

test.each([
  "cv2web.example",
  "www.cv2web.example",
  "ada.cv2web-sites.example",
  "CV2WEB-PAGES.example",
])("%s is the service’s own", (raw) => {
  expect(domainOf(raw)).toBeNull();
  expect(domainOf("notcv2web.example.org")).not.toBeNull();
});
