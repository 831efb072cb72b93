import { findPalette, PALETTES } from "../../portfolio/palettes.ts";
import { TYPE_PAIRS } from "../../portfolio/type-pairs.ts";
import { TIER_LIMITS } from "../../limits.ts";
import { isLanguage } from "./entry-words.ts";
import { kind, nothing, type PlainKind } from "./plain-kind.ts";

const CAN = "(can|could|may|will|would|do|does|is it possible to|is there a way to)";
const SITE =
  "(it|this|that|my site|the site|this site|my page|the page|this page|my website|the website|this website|my cv|my portfolio|the portfolio|everything|my work|this thing|my resume)";
const SEE = "(see|view|find|read|open|visit|look at|access)";

/** One question about the product, in its ways of being put, and the one true answer. */
const question = (id: string, example: string, phrases: string, answer: string): PlainKind =>
  kind(id, example, phrases, () => nothing(answer));

const LANGUAGES_ANSWER =
  "Content has “Languages of the site”: with a model it makes a translated copy, which you look through and switch to.";

/** What people ask about the product itself. Each answer holds whatever the site is like just now. */
export const QUESTION_KINDS = [
  question(
    "ask-save",
    "how do I save this?",
    `(how do i|how can i|how to|where do i|where can i) (save|keep|store) ${SITE} [here]
     (is|are) ${SITE} [all] [being] (saved|kept|stored) [automatically|anywhere|somewhere|already]
     (is|are) (my changes|the changes|my edits|my data|changes) [being] (saved|kept) [automatically]
     (do|should|must) i [have to|need to] save [${SITE}|my changes]
     (does|will) it (save|keep) [${SITE}|my changes|itself] [automatically|by itself]
     (what happens) [to ${SITE}|to my changes|to my data|with my data] (when|if) i (close|leave|reload) [the|this|my] [tab|window|browser|page|computer]
     (will|would|do|can) i lose ${SITE} [if i close (the|this) (tab|window|browser|page)|when i close (the|this) (tab|window|browser|page)|if i leave]
     (where is|where's) (the|my) save button
     (is there|there is no|i can't find the|i don't see a) [a] save button
     (save automatically|autosave|is there autosave)`,
    "Every change is kept in this browser as you make it. “Save a version” keeps a state that you can come back to.",
  ),
  question(
    "ask-who-sees",
    "who can see this page?",
    `(who) (can|could|will|does|may) [now|already] ${SEE} ${SITE} [now|already|yet|online]
     (can|could|will|do|does) (anyone|anybody|everyone|everybody|people|others|other people|somebody|someone|my boss|my employer|recruiters|google|strangers|the public|employers) [already|now|else] ${SEE} ${SITE} [now|already|yet|online]
     (is|are) ${SITE} [already|now|currently|really] (public|private|online|live|visible|on the internet|on the web|published|visible to others|visible to everyone) [yet|already|now]
     (is|was) ${SITE} (on|in) google [yet]
     is anyone able to see ${SITE}`,
    "Others see only what you have published, or shared by a link; the rest stays with you.",
  ),
  question(
    "ask-domain",
    "can I get my own domain?",
    `${CAN} [i|we|it] (get|have|use|buy|connect|add|set up|bring|link|put it on|put this on|publish it on|publish on|publish to|run on|point to|attach|register) (my|an|a|our) [own|custom|personal] [custom] (domain|domain name|web address|url|internet address)
     (how do i|how can i|how to|where do i|where can i) (get|have|use|buy|connect|add|set up|bring|link|attach|register) (my|an|a|our) [own|custom|personal] [custom] (domain|domain name|web address|url)
     (do you|does it|does this) (support|offer|have|do) (custom|own|personal) (domains|domain names|a domain)
     (what will|what would|what is|what's) (my|the) (address|url|web address|link|domain) [be] [of my site]
     (how do i|how can i|how to|where do i|where can i|can i) (change|choose|pick|set|edit) (the|my) (web address|address of my site|address of the site|site address|address of the page|url|domain|domain name|site's address|internet address)
     (custom domain|own domain|what about a custom domain|is there a custom domain)`,
    "“Publish” at the top right gives the site an address whose name you choose; once it is there, a domain of your own can lead to it, where this service offers that. Export → “GitHub, Netlify, Vercel” sends it to hosts that do.",
  ),
  question(
    "ask-price",
    "is this free?",
    `(is|are) (it|this|that|the site|publishing|everything|the export|downloading|hosting|cv2web) [really|all|completely|totally] (free|for free|free of charge|gratis) [to use|forever]
     (how much|what) (does|do|will|would|is) (it|this|publishing|that|everything|the site|hosting|premium|cv2web) (cost|costs) [me] [a month|per month|a year]
     (how much is|how much is it|how much is this|what's the price|what is the price|what are the prices|how much do you charge|how much does publishing cost)
     (do|must|will|would) i [have to|need to] pay [for] [${SITE}|anything|something|publishing|hosting|the export]
     (is there|do you have) (a|any) (free|paid|premium) (version|plan|tier)
     (what does it cost|what does this cost|price|prices|pricing|costs|what's the catch)
     (do|must) i [have to|need to] (sign up|register|create an account|have an account|log in|sign in|need an account|make an account)
     (do i|will i) need an account`,
    "Making, changing and downloading a site is free and needs no account; publishing one takes a free account. What premium adds stands under Account.",
  ),
  question(
    "ask-privacy",
    "is my data safe?",
    `(is|are) (my data|my cv|my details|my information|my personal data|my file|my privacy) [kept|stored|really] (safe|private|secure|protected|stored|uploaded|sent anywhere|sold|shared|sent somewhere|encrypted) [here|with you]
     (what happens|what do you do) (to|with) (my data|my cv|my details|my information|my personal data|my file)
     (where) (is|are|do you keep|do you store) (my data|my cv|my details|my information) [stored|kept|saved|sent]
     (do|does|will|can) (you|it|anyone|this site|this) (keep|store|sell|share|upload|collect|see|read|train on|send|use|get|have) (my data|my cv|my details|my information|my personal data|my file) [to anyone|with anyone|anywhere|for training|to others]
     (do you|does this) (track|spy on) (me|people|visitors)
     (is|was|will) (my data|my cv|my file|my information|it|this) [be|being] (uploaded|sent|stored|saved|shared|sold|kept) [anywhere|somewhere|to a server|on a server|on your server|on your servers|to the cloud|in the cloud|to anyone|online]
     (who) (can see|sees|gets|has|reads) (my data|my details|my information)
     (where's|where is) (my data|my cv|my file) [now]
     (privacy|what about privacy|how private is this|is this private and safe|how private is my data)`,
    "Your CV is read in this browser and stays on this machine. Something is sent only if you ask for it: by signing in, publishing, sharing, or agreeing to a model.",
  ),
  question(
    "ask-export",
    "how do I download it?",
    `(how do i|how can i|how to|where do i|where can i|can i|is it possible to) (download|export|take away|get|save|take) [${SITE}|the code|my code|the files|the source code|the source|the html|a pdf|the pdf|a copy|my data] [as] [a] [pdf|zip|file|code|zip file] [from here]
     (export|download|send) [${SITE}] (as markdown|to github|to netlify|to vercel|as md|to github pages)
     (can|do) i (own|keep) (the code|the site|it|my site)
     (can i|how do i|how can i|is it possible to) (host|use|move|run) ${SITE} (elsewhere|somewhere else|myself|on my own server|on github|on github pages|on netlify|on vercel|on my own)
     (how do i|how can i|can i) (get|make|have) a pdf [of it|of this|of my cv]`,
    "“Export” at the top right has the project and the finished site as ZIP, the CV as PDF, Markdown and resume.json, and sends to GitHub, Netlify or Vercel.",
  ),
  question(
    "ask-share",
    "how do I send it to somebody?",
    `(how do i|how can i|how to|can i|could i) (send|show|share|give) ${SITE} (to|with) (someone|somebody|people|others|a friend|my friends|friends|recruiters|a recruiter|my boss|an employer|employers|my family|other people|a company)
     (how do i|how can i|where do i|where can i) (get|find) (a|the|my) (link|address|url|qr code) [to share|to send|to it|to my site|for it|of my site]
     (where is|where's|what is|what's) (the|my) (link|qr code) [to my site|to share]`,
    "Press Publish at the top right: what is published has a link and a QR code to send.",
  ),
  question(
    "ask-undo",
    "can I undo?",
    `(how do i|how can i|how to|can i|could i|is it possible to|where do i|where can i) (undo|go back|take back|revert|redo) [that|this|it|a change|changes|something|a step|my changes|the last change|a mistake|things]
     (can|will) (this|it|that|everything) be undone
     (is there an undo|is there undo|where is undo|where's the undo button|is there an undo button)
     what if i (make a mistake|do something wrong|break something|don't like it|change my mind)
     (i pressed|i clicked|i touched|i hit|i changed|i tried|i did|i broke) {happened} (how to|how do i|how can i|can i) (go back|undo it|undo that|undo this|undo|get it back|change it back|put it back|get back)`,
    "Write “undo”: it takes back one change after another, and “redo” brings it again. “Show the history” has every version.",
  ),
  question(
    "ask-undo-all",
    "undo everything",
    `(undo|revert|take back|cancel|discard) (everything|all|all changes|all my changes|all of it|all of them|all the changes)
     (go back|take me back|return) to the (beginning|very beginning|first version)
     (reset|put|bring|set|turn|change|take) (everything|it|it all|all|the site|my site|the page) [back] [to] (how it was|the way it was|as it was|the original|the beginning|what it was) [at the start|at the beginning|originally|before everything|in the beginning|at first]
     (start from scratch|start all over|start all over again)`,
    "“Show the history” has every version: choose the one to go back to. “Undo” takes back one change after another.",
  ),
  question(
    "ask-languages",
    "can I have it in two languages?",
    `(can|could) (i|it|the site|my site|the page) (have|be|be in|have it in|be made in|get|make it in|exist in) [in] (two|several|many|more|other|different|both|multiple|another|a second) (languages|language)
     (how do i|how can i|can i|is it possible to) (translate ${SITE}|have it translated|make it bilingual|make a translation|have two languages|add a second language to the site)
     (can i|could i|is it possible to|how do i|how can i) (have|get|make|put|show|publish) ${SITE} [also] in (german|french|spanish|italian|portuguese|dutch|swedish|english|polish|chinese|japanese|another language) [too]
     (is there a translation|do you translate|can you do translations|does it do other languages)`,
    LANGUAGES_ANSWER,
  ),
  kind(
    "ask-languages",
    "can it be in Welsh as well?",
    `(can|could|may|should|would) ${SITE} [also] (be|be made|come|appear|stand) in {language} [too|as well|also|instead]
     ${SITE} in {language} (too|as well|also|instead)
     in {language}`,
    ({ language }) => (isLanguage(language!) ? nothing(LANGUAGES_ANSWER) : null),
  ),
  question(
    "ask-ai",
    "do I need an AI key?",
    `(do i|does it|does this|will i) (need|use|have|require|run on) [to have] [a|an|the|my|any] [own] (ai|ai key|api key|key|chatgpt|openai key|anthropic key|artificial intelligence|model|claude|gpt)
     (is|are) (this|it|you) [really|using|an|a] [an|a] (ai|chatgpt|bot|robot|human|person|claude|real person|gpt|chatbot)
     (how do i|how can i|where do i|where can i|can i) (add|enter|put|put in|use|set|paste|change|get) [a|an|my|the] [own] [ai|anthropic|api|claude] key [in|here]
     (do|does|are) (you|it|this) (use|using|based on|powered by|run on) (ai|chatgpt|gpt|claude|gemini|openai|a model|artificial intelligence|an ai)
     (what|which) (ai|model|ai model) (is this|do you use|are you|is it|is used)
     (what can you do without ai|what works without ai|is there ai in this|who are you|what are you)`,
    "Plain requests need no AI. For work on layout and wording a model is asked, if you agree: the service’s, or by your own key, which goes under Account, “Talking to your site”.",
  ),
  question(
    "ask-hidden",
    "what does hiding a section do?",
    `(what is|what does|what happens to|explain|explain what|what about|can you explain what) [is] [a|the] hidden (section|sections|part|parts) [is|does|do|mean|means]
     what (does|do) (hiding|hidden) [a] (section|sections|mean) [do|mean]
     (are hidden sections|is a hidden section|is hidden stuff) (deleted|gone|lost|removed)
     (what's|what is) the difference between (hide|hiding) and (remove|removing|delete|deleting)
     what happens (if|when) i hide (a section|something)`,
    "A hidden section isn’t on the page. Its entries stay in Content, and “show …” brings it back.",
  ),
  question(
    "ask-how-long",
    "how long does it stay online?",
    `how long (is|does|will|can) ${SITE} [be|stay|remain|live|kept] [online|up|live|there|published|available]
     (does|will) ${SITE} (expire|go away|disappear|end|stay online|stay up|be deleted) [some day|one day|at some point|forever|after a while|by itself]
     when does ${SITE} (expire|end|go offline)`,
    `A published site stays for ${String(Math.round((TIER_LIMITS.registered.publishedMs ?? 0) / 86_400_000))} days after it was last published; with premium, for good.`,
  ),
  question(
    "ask-later",
    "can I change it later?",
    `(can|could|may) i [still] (change|edit|update|switch|adjust) [${SITE}|the template|my template|the colours|the look|things|something|the design] (later|afterwards|after publishing|after it's published|again later|any time|anytime|whenever i want|after i publish|once it's published)
     (can i change my mind|is anything final|is this final|can it be changed later)`,
    "Everything can be changed at any time. A published site stays as it is until you publish again.",
  ),
  question(
    "ask-edit",
    "can others edit it?",
    `(can|could|will) (others|other people|someone else|somebody else|anyone|anyone else|somebody|my friend|a friend|visitors|my husband|my wife|my partner|my boss|my coach|my mother|my father|my sister|my brother|my son|my daughter|my colleague|my colleagues) [also] (edit|change|write in|mess with|modify|work on) ${SITE} [too|with me|as well|together with me]`,
    "Only you change it: there is no editing together. Publish → “Share a draft by a link” lets others look. Who is to change it needs a copy: Export → “Project (ZIP)”.",
  ),
  question(
    "ask-mobile",
    "does it work on phones?",
    `(does|will|is|can) ${SITE} (work|look good|look fine|look ok|be fine|be readable|good|readable|responsive|usable|be seen) [well] (on|in|for) [a|my|the] (phones|phone|mobile|mobiles|tablets|small screens|mobile phone|iphone|tablet|ipad) [too]
     (is it|is this|is the site|is my site) (responsive|mobile friendly|mobile-friendly|accessible)`,
    "Every template is made for screens from the narrowest phone up, in light and dark, and for print.",
  ),
  kind(
    "list-fonts",
    "which fonts are there?",
    `(what|which) [other] (fonts|typefaces) (are there|do you have|can i use|can i choose|can i choose from|can i have|can i pick|are available|exist) [here]
     (show|list|show me|tell me) [me] [all] [the|your] (fonts|typefaces|available fonts)
     (is there a list of fonts|do you have other fonts|are there other fonts)`,
    () =>
      nothing(
        `There are ${TYPE_PAIRS.map(({ name }) => name).join("; ")}. Say one, and it is set.`,
      ),
  ),
  kind(
    "list-colours",
    "which colours are there?",
    `(what|which) [other] (colours|palettes|colour schemes) (are there|do you have|can i use|can i choose|can i choose from|can i have|can i pick|are available|exist) [here]
     (show|list|show me|tell me) [me] [all] [the|your] (palettes|colour schemes|available colours)
     (do you have other colours|are there other colours)`,
    (_, { theme }) => {
      const now = findPalette(theme.palette.id)?.name;
      const names = PALETTES.map(({ name }) => (name === now ? `${name} (yours)` : name));
      return nothing(`There are ${names.join(", ")}, and any colour by its code: “use #0a7d55”.`);
    },
  ),
];
