import { kind, nothing, type PlainKind } from "./plain-kind.ts";

const SITE =
  "(it|this|my site|the site|this site|my page|the page|this page|my website|the website|my cv|my portfolio|everything)";
const CAN =
  "(can i|could i|may i|is it possible to|is there a way to|how do i|how can i|where do i|where can i)";
const MEANS = "(what does|what do|what's|what is|what are|explain|tell me what)";

/** One question about the product, in its ways of being put, and the one true answer. */
const question = (id: string, example: string, phrases: string, answer: string): PlainKind =>
  kind(id, example, phrases, () => nothing(answer));

/** A word of the studio, and what it means. */
const term = (word: string, said: string, answer: string): PlainKind =>
  question(
    `ask-term-${word.replace(/ /gu, "-")}`,
    `what does ${word} mean?`,
    `${MEANS} [a|an|the|that] [word] (${said}) [mean|means|stand for|is|are] [here]`,
    answer,
  );

/** What the words of the studio mean, and what its parts are for. */
export const STUDIO_QUESTION_KINDS: readonly PlainKind[] = [
  term(
    "accent",
    "accent|accent colour|main colour",
    "The accent is the one strong colour of the site: links, marks, sometimes headings. “Make it teal” changes it.",
  ),
  term(
    "palette",
    "palette|palettes|colour palette|colour scheme",
    "A palette is a set of colours that suit each other: page, text, lines and accent, in light and in dark. “Which colours are there?” names them all.",
  ),
  term(
    "template",
    "template|templates|theme",
    "A template is a design for the whole page: how it opens, and how each section is set. Changing it changes none of your words; “another template” tries the next.",
  ),
  term(
    "section",
    "section|sections",
    "A section is one part of the page with its heading: experience, education, skills and so on. Each can be moved, renamed or hidden: “projects first”, “hide references”.",
  ),
  term(
    "draft",
    "draft|drafts|a draft link",
    "The draft is the site as it stands here, before it is published. Publish has “Share a draft by a link”: whoever has the link sees it for some days, and you can revoke it.",
  ),
  term(
    "headline",
    "headline|tagline",
    "The headline is the line under your name that says what you are. “My headline is …” sets it.",
  ),
  term(
    "density",
    "density|spacing",
    "Spacing is how much room is left between the lines and parts of the page. “Tighter” and “more space” change it.",
  ),
  term(
    "version",
    "version|versions|save a version",
    "A version is the site as it was at one moment, kept in the history with its date. Each can be looked at and brought back.",
  ),
  term(
    "publish",
    "publish|publishing",
    "Publishing puts the site on the web at an address of its own, for everybody or behind a password. Until then nobody sees it but you.",
  ),
  term(
    "export",
    "export|exporting",
    "Export gives you files to keep: the finished website, the project behind it, the CV as PDF or Markdown, and resume.json.",
  ),
  term(
    "resume.json",
    "resume.json|resume json|json resume",
    "resume.json is your CV as data, in an open format (JSON Resume) that other tools read. It is under Export.",
  ),
  question(
    "ask-top-right",
    "what is the button at the top right?",
    `(what is|what's|what does|what are) [the|that|this|those] [blue|red|big|coloured|orange] (button|buttons|thing|menu) [at the|in the|on the] [top] (right|right corner|top right|top right corner|upper right) [for|do|there]
     what (is|does) the top right (button|menu|corner) [for|do]`,
    "At the top right are “Export”, which gives you the site as files or the CV as PDF, and “Publish”, which puts it on the web. Neither does anything before you have chosen.",
  ),
  question(
    "ask-left-icons",
    "what are the icons on the left?",
    `(what are|what is|what do) [the|these|those] (icons|buttons|symbols|things|panels|menu) (on|at|down) the (left|side|left side|left edge) [for|do]`,
    "The icons at the left, on a phone at the foot, open the panels: Content (your words), Design (the look), Chat (this), Files (the code), History (every version).",
  ),
  question(
    "ask-preview",
    "how do I see it as visitors will?",
    `${CAN} (preview|see|view|look at) ${SITE} (as|like|the way|how) (visitors|others|other people|people|they|a visitor|somebody else|everyone) (will|would|do|does|see it|sees it|will see it|would see it)
     ${CAN} (preview|have a preview of|get a preview of) ${SITE} [first|before publishing|before i publish]
     (is there a preview|preview|where is the preview)
     what (will|would) [it|my site] look like (to|for) (visitors|others|other people)`,
    "The page beside this chat is the page that visitors get, but for your phone number and street, which publishing leaves out unless you show them. To open it alone or let somebody look first: Publish → “Share a draft by a link”.",
  ),
  question(
    "ask-must-have",
    "do I have to put references?",
    `(do i have to|must i|do i need to|should i|is it necessary to|is it required to|am i obliged to) (put|have|give|include|add|show|fill in|use|upload|write|say|list) [in] [a|my|any|all|the] {what}`,
    "Nothing is a must: what isn’t there leaves no gap, and a section without entries isn’t shown. “Hide references”, “remove my photo”, “remove my phone number” take away what is there.",
  ),
  question(
    "ask-missing",
    "why isn’t everything of my CV there?",
    `why (isn't|is|aren't|are) [not] {what} (of|from|in) my (cv|resume|pdf|file) [not] (there|here|on it|on the page|shown|on the site|imported|included)
     (where did|where has|what happened to) {what} (of|from|in) my (cv|resume|pdf|file) [go|gone]
     (something|a part|a job|part of my cv|some of my cv|half of my cv|a lot) (is|has gone|was) missing
     why (is|are) (something|things|some things|parts|some parts) missing`,
    "What was read isn’t always all that a CV says. “Check … fields” in Content shows the document beside its fields; what is missing is added there, or here: “add a job: Engineer at Acme since 2020”. Look too whether its section is hidden: “show all sections”.",
  ),
  question(
    "ask-undo-later",
    "can I undo after closing?",
    `(can i|could i) [still] undo [it|that|this|things|something] (after closing|tomorrow|later|after i close|when i come back|after i closed it|after closing the window|next week|after a reload|after reloading)
     how (long|far back) (can i|does) undo [work|go|go back]`,
    "“Undo” reaches back until the window is closed. The history lasts: its versions are there the next time, and each can be brought back.",
  ),
  question(
    "ask-offline",
    "does it work offline?",
    `(does|will|can) ${SITE} (work|be used|run) (offline|without internet|without the internet|without a connection|without wifi|on a plane|on the train)
     ${CAN} (work|use ${SITE}|edit ${SITE}) (offline|without internet|without the internet)`,
    "Yes: after the first visit the studio works without a network, and everything is kept in this browser. Publishing, signing in and asking a model need one.",
  ),
  question(
    "ask-browsers",
    "which browsers does it work in?",
    `(which|what) (browser|browsers) (does it|do i|can i|should i|do you|will it) (work in|work with|work on|need|use|support|run in)
     (does|will) ${SITE} (work|run|open) (in|on|with) (safari|firefox|chrome|edge|internet explorer|opera|my browser|all browsers|every browser|any browser)`,
    "The studio is for current browsers on computer, tablet or phone. A published page asks less: it is complete without JavaScript.",
  ),
  question(
    "ask-install",
    "do I have to install something?",
    `(do i|will i|must i) (have to|need to) (install|download) (anything|something|an app|a program|software|it)
     (is there|do you have) (an app|an iphone app|an android app|a mobile app|a desktop app)`,
    "Nothing has to be installed: it all runs in the browser, on a phone too.",
  ),
  question(
    "ask-coding",
    "do I need to know how to code?",
    `(do i|must i|will i|should i) [have to|need to] (know|be able to|learn|understand) [how to|about] (code|program|coding|programming|html|css|write code)
     (is it|will it be) (hard|difficult|complicated|easy) [to use]`,
    "No code is needed: words go into Content, the look is chosen under Design, and the rest can be said here. The code is under Files for who likes to see it.",
  ),
  question(
    "ask-own-code",
    "can I change the code?",
    `${CAN} (edit|change|see|write|add|access|look at) [my own|the|my|own|custom] (code|html|css|javascript|source|source code)`,
    "Yes: Files has every file of the site, with an editor; what you change shows beside it at once. Export → “Project (ZIP)” gives it to you whole, as an ordinary React project.",
  ),
  question(
    "ask-two-computers",
    "can I work on it on another computer?",
    `${CAN} (work on|use|open|edit|continue|continue on|get|see|have) ${SITE} (on|from|at) (another|my other|a second|a different|my) (computer|laptop|device|phone|machine|tablet|pc|browser)
     ${CAN} (continue|go on|carry on) (on|from|at) (another|my other|a different|my) (computer|laptop|device|phone|machine|tablet|pc|browser)`,
    "Yes, with a free account: sign in on both, and what you change on one comes to the other. Without an account the work stays in this browser.",
  ),
  question(
    "ask-shortcuts",
    "are there keyboard shortcuts?",
    `(are there|do you have|what are the|which are the|is there a list of) (keyboard shortcuts|shortcuts|hotkeys|hot keys|short cuts)
     (keyboard shortcuts|shortcuts)`,
    "Alt+1 to Alt+5 open the panels, Ctrl+Z undoes, Ctrl+S saves a version. “Shortcuts” at the foot of the left edge has them all, “Do anything” finds every command.",
  ),
];
