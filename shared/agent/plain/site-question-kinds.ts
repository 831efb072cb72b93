import { TIER_LIMITS } from "../../limits.ts";
import { entriesOf } from "./entry-words.ts";
import { kind, nothing, type PlainKind } from "./plain-kind.ts";

const SITE =
  "(it|this|my site|the site|this site|my page|the page|this page|my website|the website|my cv|my portfolio)";
const CAN =
  "(can i|could i|is it possible to|is there a way to|how do i|how can i|how would i|where do i|where can i)";

/** One question about the product, in its ways of being put, and the one true answer. */
const question = (id: string, example: string, phrases: string, answer: string): PlainKind =>
  kind(id, example, phrases, () => nothing(answer));

const sites = (count: number) => (count === 1 ? "one site" : `${String(count)} sites`);

const WHERE_TO_PUT =
  "Write it here as what it is: “add the certificate …” for what was issued to you, “add the skill …” for what you can do, “add “…” to my summary” for the rest. Content has a form for each.";

/** What people ask about a site once it is published, about accounts, and about where things are. */
export const SITE_QUESTION_KINDS: readonly PlainKind[] = [
  question(
    "ask-own-words",
    "what did you change in my CV?",
    `what (did|have) you (change|changed|alter|altered|rewrite|rewritten|do|done) (in|to|with|of) [my|the] (text|texts|words|wording|cv|resume|sentences) [from|of|in] [my|the] [cv|resume|file|original]
     (did|have) you (change|changed|alter|altered|rewrite|rewritten|edit|edited|touch|touched) [any of|anything in] (my|the) (text|texts|words|wording|cv|resume|sentences) [from|of|in] [my|the] [cv|resume|file]
     (is|are) (this|these|it) [still] (my own words|my words|my own text|what i wrote)`,
    "What stands here was read from your CV, and no sentence is rewritten unless you ask for it. Names, dates and places are sorted into their fields: look through them in Content. “What has changed?” shows every version since.",
  ),
  kind(
    "ask-where-to-put",
    "I have a driving licence, where do I put it?",
    `(i have|i've|i've got|i got|i also have|i hold|i have got) {thing} where (to put|to add|to write|should i put|do i put|can i put|could i put|would i put|does it go|does that go|should it go|does this go) [it|that|this]`,
    ({ thing }) =>
      /\b(?:photo|picture|image|portrait|headshot)/iu.test(thing!) ? null : nothing(WHERE_TO_PUT),
  ),
  question(
    "ask-visitors",
    "can I see who visited?",
    `${CAN} (see|find out|know|check|track|tell) who [has|was] (visited|visits|looked at|looks at|viewed|views|opened|been on|seen|been here|came) [${SITE}] [yet]
     ${CAN} (see|get|have|find|check|track) [how many|the|my|any|some] (visitors|visits|views|visitor numbers|visitor figures|statistics|stats|analytics|traffic|clicks|page views) [of|on|for] [${SITE}] [i have|i get|there are|i had]
     (how many) (people|visitors|visits|views|clicks) (have visited|have seen|visited|saw|looked at|viewed|have i had|did i get|do i have|have i|has|does|are on|were on) [${SITE}] [have|had|get|got] [so far|already|yet]
     (is|are) there (analytics|statistics|stats|visitor statistics|a visitor counter|visitor figures|a counter|visitor numbers|google analytics) [for|on|of] [${SITE}]
     (has|did|does) (anyone|anybody|someone|somebody) (visited|visit|looked at|look at|seen|see|viewed|view|opened|open) ${SITE} [yet|already]
     who (visited|has visited|looked at|has looked at|viewed|has viewed|has seen|saw) ${SITE}
     do you (have|count|offer) (statistics|stats|analytics|visitors|visits|views)
     (statistics|stats|analytics|visitors|visitor statistics|who visited|visitor count|visit counter)
     (will i|do i) (see|know|get told|be told) (who visits|who visited|how many people visit|when someone visits|if someone visits|when somebody visits) [${SITE}]`,
    "Once the site is published, “My sites” counts its visitors and views for 7, 30 and 90 days: where they came from, countries, devices, links. It needs no cookies, and doesn’t know who they are.",
  ),
  question(
    "ask-protect",
    "can I protect it with a password?",
    `${CAN} (protect|lock|secure|hide|guard|close) ${SITE} [with|by|behind] [a|my] [password|code|pin]
     ${CAN} (add|set|put|have|use|get) (a|my own|the) password [on|for|to] [${SITE}] [on it|for it]
     ${CAN} (password protect|password-protect) ${SITE}
     ${CAN} (hide|keep|block|remove) ${SITE} [away] from (google|search engines|google search|bing|search|search results|the search engines)
     ${CAN} make (it|${SITE}) so [that] (google|search engines) (doesn't|don't|does not|do not|can't|cannot|won't) (find|list|show|index) ${SITE}
     ${CAN} (stop|prevent|keep) (google|search engines|bing) from (finding|listing|indexing|showing) ${SITE}
     (can|could) ${SITE} be (password protected|password-protected|protected|locked|private|hidden from google|hidden from search engines|protected with a password|protected by a password|kept off google|noindex)
     (password|password protection|is there password protection|is there a password|noindex|no index)
     (make|keep) ${SITE} (private|password protected|unlisted|off google|hidden from google|invisible to google|not findable|unfindable)
     (only people with|only someone with) (a password|the password|the link) [should|can|may] [see|open] [${SITE}]
     i don't want (google|search engines) to (find|list|show|index) ${SITE}
     (don't|do not) let (google|search engines) (find|list|show|index) ${SITE}`,
    "Publish has both: “Ask for a password”, which visitors type once a week, and “Search engines may list it”, which you can switch off.",
  ),
  question(
    "ask-contact",
    "can people contact me?",
    `(can|could|how can|how do|how will|how would|will) (people|visitors|recruiters|somebody|someone|anyone|employers|they|others|clients|customers) [be able to] (contact|reach|write to|write|message|email|get in touch with|get hold of|mail) me [through|by|over|from|via] [${SITE}]
     (is there|do i have|can i have|could i have|can i get|do you have|can there be) (a|any) (contact form|contact button|message form|contact page|way to contact me|contact section)
     ${CAN} (add|have|get|put|include|set up|turn on|switch on|turn off|switch off|remove) (a|the) [contact|message] (form|button) [on|to] [${SITE}]
     ${CAN} (turn off|switch off|remove|hide|turn on|switch on) (the|a) contact (form|page)
     (where do|where can i see|where are|where will|how do i get|how do i see|how do i read) (messages|the messages|my messages|letters|the mail|mails) [from visitors] [go|arrive|land|end up]
     (contact form|what about a contact form|contact button)`,
    "What you show of e-mail and phone stands on the page. Publish has “Visitors can write to you” besides: a form at the end of the page, on until you switch it off. Messages come to your inbox under “My sites”, and your address isn’t shown by it.",
  ),
  question(
    "ask-new-cv",
    "can I upload another CV?",
    `${CAN} (upload|use|import|add|load|drop|give you|start with|put in|bring in) (another|a new|a newer|a different|my new|an updated|my updated|the new|a second|my latest) (cv|resume|file|pdf|version of my cv|cv file|document)
     ${CAN} (replace|update|change|swap|exchange|renew) (my|the) (cv|resume|uploaded cv|cv file|uploaded file|file|pdf) [with] [a new one|another one|another|a newer one]
     (i have|i've got|here is|here's|i made) (a|my) (new|newer|updated|different) (cv|resume|version of my cv) [now]
     (where|how) (do i|can i|to) (upload|drop|put|import|load) (my|a|the) (cv|resume|new cv|file)
     (upload|use|import|read) (another|a new|a newer|a different|my new) (cv|resume|file|pdf)
     (what if|what happens if|what happens when) my cv changes [later]
     (wrong cv|wrong file|this is the wrong cv|that was the wrong file|i uploaded the wrong cv|i uploaded the wrong file)`,
    "Yes: “All portfolios” in the menu under the portfolio’s name leads to the first page, and a CV dropped there becomes a portfolio of its own. This one stays as it is; what is new can be written here too, or in Content.",
  ),
  question(
    "ask-found",
    "will Google find it?",
    `(will|can|does|would|could|is) (google|bing|search engines|a search engine|people on google|anyone on google) [be able to] (find|list|show|index|know) ${SITE}
     (will|can|could|would) (i|${SITE}|people|recruiters|they) (show up|appear|be found|be listed|come up|find me|find it|find ${SITE}|be seen) (on|in|by|via|through|with) (google|search|search engines|google search|the search|search results|bing)
     ${CAN} (get|have|bring|put) ${SITE} (on|onto|into|in|found on|found by|listed on|listed in) google
     (when|how soon|how long until|how fast) (will|does|is) ${SITE} (on|in|found by|listed by|listed on|show up on|appear on) google
     why (is|isn't|doesn't|can't) ${SITE} [not] (on|in|show up on|appear on|found on|be found on) google
     (what about seo|seo|is it good for seo|is there seo|does it do seo|how is the seo)
     (can people|could people|will people) google me`,
    "Search engines may list a published site, unless “Search engines may list it” is switched off under Publish. It comes with what they read (a map of its pages, your name and work as data); when they come is up to them, days or weeks.",
  ),
  question(
    "ask-account",
    "how do I sign in?",
    `(how do i|how can i|where do i|where can i|can i|how to|where is|where's) (sign in|log in|login|sign up|register|make an account|create an account|get an account|my account|the account|the login|open an account)
     (how do i|how can i|where do i|where can i|can i|how to) (change|reset|set|forgot|get a new) (my|the|a) [account] password [of my account]
     (i forgot|i've forgotten|i lost|forgot) my password
     (how do i|how can i|where do i|where can i|can i|how to) (log out|sign out|logout)
     (what do i need an account for|what is the account for|why do i need an account|what does an account do|why should i make an account|what do i get with an account|account)`,
    "“Sign in” (or “Account”) is in the menu under the portfolio’s name. An account is free; it is for publishing and for your work on several devices. In it are your password, passkeys, devices and “Sign out”.",
  ),
  question(
    "ask-delete",
    "how do I delete everything?",
    `(how do i|how can i|where do i|where can i|can i|how to) (delete|remove|erase|close|cancel) (my account|everything|all my data|my data|the account|all of it|my portfolio|the whole site|my site|the site|this site|this portfolio|all my stuff)
     (how do i|how can i|where do i|where can i|can i|how to) (unpublish|take down|take offline) [${SITE}]
     (how do i|how can i|where do i|where can i|can i|how to) take ${SITE} (down|offline|off the internet|off the web) [again]
     (delete|close|cancel|remove) my account
     (unpublish) [${SITE}]
     take (my site|the site|this site|my page|the page|my website|the website) (down|offline)
     take it offline`,
    "A portfolio is deleted from its menu under “All portfolios”. A published site is taken down or deleted under Publish, and “Delete my account” under Account deletes all that is kept of you.",
  ),
  question(
    "ask-versions",
    "can I have two versions?",
    `${CAN} (have|make|keep|create|get|publish|do|build) (two|several|more|different|multiple|three|more than one|a second|another) [different] (versions|version|sites|site|portfolios|portfolio|websites|website|pages) [of it|of this|of my cv|of my site|for different jobs|for another job] [at once|at the same time]
     ${CAN} (have|make|keep|create) (two|several|different|more) (versions|sites|portfolios|pages)[,|:] (one|each) for {purpose}
     ${CAN} (copy|duplicate|clone) ${SITE}
     ${CAN} (make|have) a copy [of ${SITE}]
     (how many) (sites|versions|portfolios|websites) (can i have|can i make|can i publish|are allowed|do i get|may i have)
     ${CAN} (have|make) (one version|a version|one site|a site|another version|a different version|another site) for (another|each|every|different|other|teaching) (job|jobs|application|applications|employer|employers|company|companies|purpose)
     (make|create) (a second version|another version|a duplicate) [of ${SITE}]
     (duplicate|copy) ${SITE}`,
    `“Duplicate” in the menu under the portfolio’s name makes a copy to be changed by itself, as many as you like. A free account publishes ${sites(TIER_LIMITS.registered.publishedSites)}, premium ${sites(TIER_LIMITS.premium.publishedSites)}.`,
  ),
  question(
    "ask-design-panel",
    "where is the design panel?",
    `(i can't find|i cannot find|i can not find|i don't see|i don't find|where do i find|where can i find|how do i open|how do i get to|where did you put|where has|what happened to) [the|my] (design panel|design|design tab|design menu|panel|panels|content panel|colour picker|template list|templates|settings) [gone]
     (where is|where's) (the|my) (panel|design tab|design menu|content panel|settings|colour picker|template list)`,
    "The panels are at the left, on a phone at the foot: Content, Design, Chat, Files, History. “Design” (Alt+2) has template, colours, type, spacing and the order of sections.",
  ),
  question(
    "ask-publish-or-export",
    "what is the difference between publish and export?",
    `(what is|what's|explain|tell me) [the] difference between (publish|publishing|export|exporting|sharing|download|downloading) (and|or) (publish|publishing|export|exporting|sharing|download|downloading)
     (should i|do i|shall i) (publish|export|download) or (publish|export|download) [it]
     (publish|export|download) or (publish|export|download)`,
    "“Publish” puts the site on the web at an address of its own, where you can change it, lock it or take it down. “Export” gives you the files: the site, the project, the CV as PDF, to keep or to put elsewhere.",
  ),
  kind(
    "ask-present",
    "why does it say present?",
    `why (does|is) (it|the site|the page|my job|the job|this|that|my last job|the date|the end date|there) [still] [say|says|show|shows|written|saying] (i still work there|i still work here|present|"present") [there|next to it|behind it|on it|in the dates|on my job|at my job|for my job|on my last job|at my last job]
     (where does|what does) [the|this|that] ("present"|present) (come from|mean)
     it (shouldn't|should not) say present [any more|anymore]`,
    (_, { resume }) => {
      const going = (["work", "volunteer"] as const)
        .flatMap((list) => entriesOf(resume, list))
        .find(({ startDate, endDate }) => startDate && !endDate);
      const name = String(going?.["name"] ?? going?.["organization"] ?? "Acme");
      return nothing(
        `What has a start and no end counts as going on. Write “I left ${name} in May 2024”, and it ends then.`,
      );
    },
  ),
  question(
    "ask-preview-phone",
    "can I see it on a phone?",
    `${CAN} (see|preview|check|test|view|look at|try) [how] ${SITE} [looks|would look|will look] (on|in|at) (a|my|the) (phone|mobile|tablet|small screen|phone size|mobile view)
     (how does|what does|how will|how would) ${SITE} look [like] on (a|my|the) (phone|mobile|tablet|small screen|laptop)
     (show|show me) ${SITE} on (a|my) (phone|mobile|tablet)
     (phone preview|mobile preview|mobile view|preview on phone|phone view)`,
    "Above the preview are desktop, tablet and phone: press the phone, and the site stands there 390 pixels wide. Every template is made for it.",
  ),
];
