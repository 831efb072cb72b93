import { TIER_LIMITS } from "../../limits.ts";
import { kind, nothing, type PlainKind } from "./plain-kind.ts";

const SITE =
  "(it|this|my site|the site|this site|my page|the page|this page|my website|the website|my cv|my portfolio|everything)";
const CAN =
  "(can i|could i|may i|am i allowed to|is it possible to|is there a way to|how do i|how can i|where do i|where can i)";

/** One question about the product, in its ways of being put, and the one true answer. */
const question = (id: string, example: string, phrases: string, answer: string): PlainKind =>
  kind(id, example, phrases, () => nothing(answer));

const DAYS = Math.round((TIER_LIMITS.registered.publishedMs ?? 0) / 86_400_000);

/** What people ask about the published site and what visitors find there. */
export const VISITOR_QUESTION_KINDS: readonly PlainKind[] = [
  question(
    "ask-publish-time",
    "how long does publishing take?",
    `how (long|quickly|fast|soon) (does|will|is|can) (publishing|it|it take to publish|the site|my site|publishing take) [take|be] [to] [publish|publish it|online|live|up|until it's online|until it is online|until it's live] [take]
     (is|does) (publishing|it) (instant|immediate|live immediately|go live immediately|take long)`,
    "Seconds, as a rule; large pictures take longer. Visitors see the site as it was until the new one is whole.",
  ),
  question(
    "ask-logo",
    "is there a logo of yours on it?",
    `(is there|are there|will there be|do you put|do you show) [a|an|any|your|some] (logo|logos|ad|ads|advert|adverts|advertising|advertisement|advertisements|watermark|branding|banner|banners) [of yours|from you] [(on|in) ${SITE}]
     (how do i|how can i|can i|how to) (remove|get rid of|hide) (your|the) (logo|ads|advertising|watermark|branding|made with line|footer|line at the bottom|link at the bottom)`,
    "There is no logo and no advertising on your site, with or without premium. A published page has one quiet line at its foot: your CV as PDF, and where to report abuse; that line stays.",
  ),
  question(
    "ask-spam",
    "is my e-mail safe from spam?",
    `(is|will|would) my (email|e-mail|email address|e-mail address|phone number|mail|address) [be] (safe|protected|hidden|secure|get spammed|spammed) [from|against] [spam|spammers|robots|bots]
     (will|do|would) i get [a lot of|more] spam`,
    "An e-mail address that stands on the page can be read by robots as well. Publish → “What visitors see” leaves it out; visitors can still write to you by the form, which never shows it. Your phone number and street are left out until you show them.",
  ),
  question(
    "ask-gdpr",
    "is it GDPR compliant?",
    `(is|are) ${SITE} (gdpr|gdpr compliant|gdpr ok|gdpr-compliant|compliant with gdpr|legal in europe|gdpr conform)
     (gdpr|what about gdpr|data protection|what about data protection|what about the gdpr)
     (do i need|must i have|do i have to have) (a|an) (cookie banner|privacy policy|imprint|cookie notice) [for|on] [${SITE}]`,
    "What it does: your CV is read in this browser and stays there until you sign in, share or publish; a published page loads nothing from elsewhere, sets no cookie but that of its password, and counts visits without knowing who; Account downloads and deletes all that is kept of you. Whether your page needs an imprint or privacy notice is a matter of your country’s law.",
  ),
  question(
    "ask-more-pages",
    "can I have more pages?",
    `${CAN} (have|make|add|create|get|put in) (more|several|other|another|two|a second|extra|separate|many|a separate|an extra|a new) (page|pages|subpage|subpages|tab|tabs) [for|to|on|in] [${SITE}]
     (is there a way to|can i) have a page (just|only) for {what}`,
    "A template makes one page, with a section for everything. “Duplicate” in the menu under the portfolio’s name makes a second site, which can show one section alone: “show only projects”. Further pages of one site are code, under Files.",
  ),
  question(
    "ask-application",
    "can I use it for my application?",
    `${CAN} (use|send|put|attach|include|give) ${SITE} (in|for|with|to) (my|an|a|job|the) (application|applications|job application|job applications|employer|covering letter|cover letter)
     is ${SITE} good [enough] for (applications|an application|job applications|applying)`,
    "Yes, it is yours. Put the link or the QR code of the published site into the letter, and attach the CV as PDF, which is under Export.",
  ),
  question(
    "ask-old-link",
    "what about my old link when I publish again?",
    `(what about|what happens to|what happens with|does|will) (my|the) (old|first|present|current|same) (link|address|url|web address) [still] [work|change|stay|stay the same|keep working] [when|if|after] [i] [publish|publish again|change it|rename it|publishing again] [again]
     (does|will) (my|the) (link|address|url|web address|qr code) (change|stay the same|still work|stay) [when|if] [i] [publish|update|publish again|change] [again|it|something]
     (can i|how do i) change (the|my) (address|link|url|web address) (later|afterwards|after publishing|again)`,
    "Publishing again keeps link and QR code: the same address shows the new state. The address can be changed under Publish at any time, and the old one leads to the new.",
  ),
  question(
    "ask-auto-update",
    "do my changes go live by themselves?",
    `(do|does|will|are) (my changes|changes|what i change|the changes|it|the site) [go live|appear online|get published|update|be online|update itself|published|be updated|show up online] [by themselves|by itself|automatically|at once|immediately|right away|straight away]
     do i (have to|need to) publish (again|every time|each time) [after|when] [i] [change|a change|changing] [something|it]`,
    "No: visitors see what was published last. When you like what you have here, press Publish again; the link stays.",
  ),
  question(
    "ask-formats",
    "which file formats of CV are read?",
    `(what|which) (file formats|formats|file types|files|kinds of files|types of file|kind of file|file type|file format) [of cv] (are read|can i upload|can i use|do you read|do you take|do you support|do you accept|are supported|are accepted|work|does it take|does it read|does it accept|can it read)
     (can|do|does) (you|it|i) (read|take|open|accept|upload|use) [a|my] (word|word file|word document|docx|doc|pages file|pdf|txt|linkedin|linkedin pdf|json|html) [file|cv|document|profile] [as well|too]`,
    "PDF, Word (.docx), text, Markdown, HTML and JSON Resume, up to 10 MB. Save anything else as PDF or .docx first.",
  ),
  question(
    "ask-phone-link",
    "is the phone number clickable?",
    `(is|are|will|can) (my|the) (phone number|phone|number|email|e-mail|links|link|email address|e-mail address|contact details|address) [be] (clickable|a link|links|linked|tappable|clicked|called)
     (can|could) (people|visitors|they) (click|tap|press) [on] (my|the) (phone number|phone|number|email|e-mail|address) [to call me|to call|to write to me|to write]
     (my|the) (phone number|phone|number|email|e-mail|email address) (should|must) be (clickable|a link|linked|tappable)
     make (my|the) (phone number|phone|number|email|e-mail|email address) (clickable|a link|linked|tappable)`,
    "Where they are shown, phone number and e-mail address are links in every template: a tap calls you or begins a letter. Publishing leaves the phone number out until “What visitors see” shows it.",
  ),
  question(
    "ask-linkedin-link",
    "where is the link to my LinkedIn?",
    `(where is|where's|where are) (the|my) (link to my linkedin|linkedin|linkedin link|github link|links to my profiles|profiles|social media|social links|github)
     (why|how come) (doesn't|does) (the|my) (link to my linkedin|linkedin|linkedin link|github link|github) (show|not show|appear|work|not appear)`,
    "Profiles stand with your contact details, each as a link. Content → your details lists them: what has no address there can’t be shown as a link. “My LinkedIn is linkedin.com/in/…” sets it.",
  ),
  question(
    "ask-qr",
    "can I have a QR code?",
    `${CAN} (have|get|make|find|print|download|put) (a|the|my) qr [-] [code] [for|of|on] [${SITE}|my business card|my cv|my card]
     (is there|do you have|does it have) a qr code [for it]`,
    "Yes: once the site is published, Publish shows its QR code beside the link, to save as a picture. It stays good when you publish again.",
  ),
  question(
    "ask-upload-photo",
    "how do I upload a photo from my computer?",
    `(how do i|how can i|how to|where do i|where can i) (upload|get|put|load) (a|my|the) (photo|picture|image|portrait) from my (computer|phone|laptop|camera|gallery)
     i have (the|a|my) (photo|picture|image|portrait) on my (computer|phone|laptop|desktop)[,] (how|where) [do i|can i|to] [upload] [it]`,
    "Open Content: the picture stands among your details. Choose the file there, and cut it as you like.",
  ),
  question(
    "ask-ownership",
    "does the site belong to me?",
    `(who owns|who has the rights to|who does) ${SITE} [belong to]
     (does|is|do|are) ${SITE} (belong to me|mine|my property|really mine)
     do i own ${SITE}
     what (happens|will happen) (to|with) ${SITE} if (you|cv2web) (close|shut down|go bankrupt|stop|disappear|go away)`,
    "It is yours: Export gives you the finished website and its whole project, which run at any host without this service.",
  ),
  question(
    "ask-after-expiry",
    "what happens when my site ends?",
    `what happens (when|if|after) (my|the) (site|page|year|premium|subscription|account) (ends|expires|is over|runs out|lapses)
     what happens after (a year|one year|the year|12 months)`,
    `A site of a free account stays for ${String(DAYS)} days after it was last published; publish it again, and they begin anew. The portfolio itself stays with you.`,
  ),
  question(
    "ask-cancel",
    "how do I cancel premium?",
    `${CAN} (cancel|end|stop|quit|change) [my|the] (premium|subscription|plan|payment|paid plan|membership) [at any time|any time|again]`,
    "Under Account, where premium stands: there it is managed and ended.",
  ),
  question(
    "ask-black-white",
    "can I see it in black and white?",
    `${CAN} (see|have|print|try|view|get) ${SITE} [all] in (black and white|black & white|b/w|greyscale|grey|grayscale)`,
    "Write “black and white”: the site is set in ink and paper. “Undo” brings your colours back.",
  ),
  question(
    "ask-print",
    "is it printable?",
    `${CAN} print ${SITE} [out]
     (does|will) ${SITE} (print well|look good printed|look good on paper|print nicely|be printable)
     (is it|is this|is the site) printable`,
    "Yes: every template has a print form, and Export → “CV as PDF” is one quiet page to print or keep, A4 or Letter.",
  ),
  question(
    "ask-support",
    "is there somebody who can help me?",
    `(is there|can i talk to|can i speak to|can i call|how do i reach|how do i contact|where is) [a|some|any] (support|somebody who can help me|someone who can help me|a human|a real person|human|real person|customer service|helpline|help desk|your support|you)`,
    "There is no person at this end. Say what should change, or ask about the product, and “what can you do?” lists examples; “Do anything” at the left edge finds every command.",
  ),
  question(
    "ask-visitor-account",
    "do visitors need an account?",
    `(do|will|must|does) (visitors|people|recruiters|others|they|employers|my boss|anyone|a recruiter|an employer) (need|have to have|need to have) (an account|to sign up|to sign in|to log in|to register|to pay|to install anything) [to see it]`,
    "No: whoever has the address opens it in any browser. Only where you ask for a password do they type that.",
  ),
  question(
    "ask-cookies",
    "does my site use cookies?",
    `(does|will|do) (${SITE}|you) (use|set|have|need) [any] (cookies|tracking|trackers|a cookie banner)`,
    "A published site sets no cookie but that of its password, where you ask for one, and loads nothing from elsewhere.",
  ),
];
