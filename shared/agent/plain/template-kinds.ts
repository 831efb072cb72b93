import { RESUME_LISTS } from "../../resume.ts";
import type { TemplateManifest } from "../../template.ts";
import {
  kind,
  nothing,
  type PlainAnswer,
  type PlainCommand,
  type PlainContext,
} from "./plain-kind.ts";

/** What people call a template without knowing its name; the first that is there is meant. */
const CHARACTERS: Readonly<Record<string, readonly string[]>> = {
  classic: ["folio"],
  elegant: ["folio"],
  book: ["folio"],
  serif: ["folio"],
  developer: ["commit"],
  "developer's": ["commit"],
  dev: ["commit"],
  coder: ["commit"],
  programmer: ["commit"],
  git: ["commit"],
  bold: ["poster"],
  "one-page": ["poster"],
  "one page": ["poster"],
  designer: ["atelier"],
  "designer's": ["atelier"],
  gallery: ["atelier"],
  academic: ["scholar"],
  research: ["scholar"],
  timeline: ["path"],
  terminal: ["prompt"],
  print: ["sheet"],
  minimal: ["sheet", "folio"],
};

function templateOf(words: string, { templates }: PlainContext): TemplateManifest | null {
  const name = words
    .toLowerCase()
    .replace(/^(?:the|a|an|my) /, "")
    .replace(/ (?:template|layout|design|theme|style|one)$/, "")
    .trim();
  const named = templates.find((one) => one.id === name || one.name.toLowerCase() === name);
  if (named) return named;
  const ids = CHARACTERS[name] ?? [];
  return templates.find(({ id }) => ids.includes(id)) ?? null;
}

const chooseTemplate = (to: TemplateManifest, { theme }: PlainContext): PlainAnswer =>
  theme.template === to.id
    ? nothing(`The template is ${to.name} already.`)
    : {
        said: `The template is ${to.name} now; your words and choices came along.`,
        step: { kind: "template", templateId: to.id },
      };

function nextTemplate(context: PlainContext, by: 1 | -1): PlainAnswer {
  const all = context.templates.toSorted((a, b) => a.order - b.order);
  const at = all.findIndex(({ id }) => id === context.theme.template);
  const next = all[(at + by + all.length) % all.length];
  return next ? chooseTemplate(next, context) : nothing("There is no other template.");
}

const command = (name: PlainCommand, said: string, label?: string): PlainAnswer => ({
  said,
  step: { kind: "command", command: name, ...(label === undefined ? {} : { label }) },
});

export const TEMPLATE_KINDS = [
  kind(
    "template-named",
    "use the poster template",
    `[use|try|apply|pick|choose|switch to|swap to|move to|go to|change to|give me|go with|go for|take|show|show me|see|preview|let me see|have|test] {template} (template|layout|design|theme|style)
     (use|try|apply|switch to|go with|go for|take|pick|choose|change to|try out) {template} [instead]
     (use|try|apply|switch to|go with|i prefer|i want|i like) [the] {template} (one|template|look|layout|design|style) [better|instead|more]
     (i prefer|i'd prefer) {template}
     (show|show me|see|let me see|preview) (it|the site|my site|the page|my cv) (in|with|as) [the] {template} [template|layout|design]
     (change|switch|set) (the|my) (template|layout|design|theme) to {template}
     (what would it look like|how would it look|how does it look|what does it look like) (with|in|as) {template}
     (template|layout) {template}
     (template:|layout:) {template}
     {bare}
     (the|that) {template} one
     (turn|make) (it|the site|this|my site) [look like|into] [a|an|the] {template} [template|page|site]`,
    ({ template, bare }, context) => {
      const to = templateOf((template ?? bare)!, context);
      // By itself only a name is one: “bold” may be meant of anything.
      if (bare !== undefined && to?.name.toLowerCase() !== bare.toLowerCase()) return null;
      return to && chooseTemplate(to, context);
    },
  ),
  kind(
    "template-next",
    "another template",
    `[use|try|pick|choose|give me|show me|i want|i'd like|have] (another|a different|the next|some other|other|different|next|a new|some different) (template|layout)
     (i don't like|i hate|i dislike|i'm not a fan of|i can't stand) (the|this|my) (template|layout)
     (change|switch|swap) (the|my) (template|layout)
     (change|switch|swap) template`,
    (_, context) => nextTemplate(context, 1),
  ),
  kind(
    "template-list",
    "which templates are there?",
    `(what|which) [other|else] [kind of|kinds of] (templates|layouts|designs) (are there|do you have|can i use|can i choose from|can i choose|can i pick|can i pick from|can i have|are available|exist|are on offer)
     (show|list|show me|tell me|see|let me see) [me] [all] [the|your|available] (templates|layouts)
     (do you have|are there|have you got|is there) [any] (other|more|another|different) (templates|layouts|designs|template|layout)
     (which|what) (template|layout|design) (is this|am i using|do i have|is it|have i got|is my site)
     (see|show me|let me see) (the|your) other (templates|layouts|designs|ones)
     (how many) (templates|layouts|designs) (are there|do you have)`,
    (_, { templates, theme }) => {
      const names = templates
        .toSorted((a, b) => a.order - b.order)
        .map(({ id, name }) => (id === theme.template ? `${name} (yours)` : name));
      return nothing(`There are ${names.join(", ")}. Say “use ${names.at(-1)}” to try one.`);
    },
  ),
  kind(
    "template-for",
    "is there a template for developers?",
    `(is there|do you have|have you got|are there) [a|any] (template|templates|layout|design) (for|made for|like) [a|an|the] {template}
     (is there|do you have|have you got) (a|an|any) {template} (template|layout|design)
     (which|what) (template|layout|design) (is best|is good|is right|suits|is|would be best|would suit|should i use) [for|as] [a|an] {template}`,
    ({ template }, context) => {
      const to = templateOf(template!.replace(/s$/iu, ""), context);
      return to && nothing(`${to.name} is made for that. Say “use ${to.name}” to try it.`);
    },
  ),
  kind(
    "template-previous",
    "the template before",
    `[use|go back to|back to|switch back to] the (previous|last) (template|layout)
     (previous template|the template before)`,
    (_, context) => nextTemplate(context, -1),
  ),
];

export const COMMAND_KINDS = [
  kind(
    "surprise-template",
    "surprise me with another template",
    `surprise me (with|by) (another|a different|a new|any|a random) (template|layout)
     surprise me [,] [with] [the] template [too|and all]
     [pick|choose|give me|use|take] [a] random (template|layout)`,
    () => command("surprise-template", "Another template, with colours and type that suit it."),
  ),
  kind(
    "undo",
    "undo",
    `(undo|revert|take back|take it back|take that back|roll back|cancel) [that|this|it|the last change|that last change|this change|my last change|the last one|last change|the change]
     (undo|revert) (the|my) last [thing|step|edit]
     (no, not that, go back|not that|no, not that|go back to how it was|go back to how it was before|go back to before|as it was before|go back|back|one step back|never mind|nevermind|i didn't mean that|i don't like it|i don't like that|that was wrong|put it back|change it back)
     [go] [back] (one|a) step back
     [go|take me] back (one|a) step
     [no] [,] (i liked|i preferred) (it|that|the old one) [better|more] (before|as it was|the way it was|how it was)
     [no] [,] (it was|that was) better before
     [i prefer|i preferred|i liked|i want|i'd like|give me|use] (the look|the design|it|what we had|how it looked|the one|the way it was|the way it looked|the old look|the old version|what was there) (from before|before|back|earlier) [better]
     [can i have|i want|give me] (the old one|the old version|the last version|the previous one|the previous look|the old look) [back]
     (put|change|turn|set|switch) (it|that|this|everything) back [to] [how it was|the way it was|as it was|what it was] [before]
     (make it|set it|have it) [like|as|how|the way] [it was] before
     (reverse|undo|revoke|scrap) (that|this|it|the last change|the last step|the last edit|what you did|what you just did|what i just did|my last step)
     (that's not what i wanted|that is not what i wanted|not what i wanted|not what i meant|that's not what i meant|i changed my mind)
     (return|go back|back|switch back) to (the|my) (previous|last) (version|state|step|one)
     go back a step`,
    () => command("undo", "Taken back."),
  ),
  kind(
    "redo",
    "redo",
    `(redo|do it again|repeat that) [that|this|it|the last change]
     (bring it back|undo the undo|go forward|forward|one step forward|go forward a step|restore what i undid|reapply that|reapply it|redo what i undid)`,
    () => command("redo", "Done again."),
  ),
  kind(
    "save-version-named",
    "save a version called First draft",
    `save [this] [as] [a] version "{name}"
     (save|keep|store|make) [this as|a|this|the] [new] [version|snapshot|checkpoint] (called|named|as|with the name) {name}
     (save version:|version:) {name}`,
    ({ name }) =>
      // “Save as PDF” wants a file.
      /^(?:an? )?(?:pdf|zip|html|word|docx?|png|jpe?g|image|file)(?: file)?$/iu.test(name!)
        ? null
        : name!.length > 80
          ? nothing("That name is too long for a version. Use 80 letters at most.")
          : command("save-version", `Saved as a version, “${name}”.`, name),
  ),
  kind(
    "save-version",
    "save a version",
    `(save|keep|store|make|take) (a|this|this as a|the|the current) (version|snapshot|checkpoint)
     (save|save it|save this|save my work|checkpoint|save now|save everything|save my changes|save the changes|save my progress|save all|save the site|save my site|save the page|save as a version|save it as a version|save this as a version|keep this version|remember this version)`,
    () => command("save-version", "Saved as a version."),
  ),
  kind(
    "history",
    "what has changed?",
    `(show|open|show me) [the|my] (history|versions|earlier versions|changes)
     (show me|tell me) what (has changed|changed|you changed)
     (what has changed|what changed|what did you change|history|versions)`,
    () => command("show-history", "Here is what was, version by version."),
  ),
  kind(
    "download-project",
    "download the code",
    `(download|export|give me|get|save) [the|my] (code|project|source|source code|sources|files|zip|project as zip|project zip)
     (download|export|get|give me) everything [as] [a] [zip]
     (take the code away|take my code)`,
    () => command("download-project", "The project is downloading as a ZIP."),
  ),
  kind(
    "download-site",
    "download the finished site",
    `(download|export|give me|get|save) [the|my] [finished|built|static|whole] (site|website|page|html)`,
    () => command("download-site", "The finished site is downloading as a ZIP."),
  ),
  kind(
    "download-resume",
    "download resume.json",
    `(download|export|give me|get|save) [the|my|a] (resume.json|json resume|json|resume as json|cv as json|data)`,
    () => command("download-resume", "resume.json is downloading."),
  ),
  kind(
    "print-cv",
    "my CV as PDF",
    `(download|export|print|give me|get|make|save) [the|my|a] (pdf|cv|résumé|resume) [as|of] [a|my] [pdf|cv|resume]
     [my] (cv|resume|résumé) as [a] pdf
     (can i print it|can i print this|how do i print it|how do i print this)
     (get|give|make|download) [me] [a|the] pdf [of] [my] [cv|resume|résumé|site|page]
     print [it|this|the page|the site|my cv]
     (download|export|save|print|get|give|send) [me] [it|this|everything|the site|my site|the page|my page|my cv|the cv|my resume] (as|in|to|into) [a|an] pdf [file|format|version]
     (i need|i want|i'd like|make|create|give me|get me|generate) [me] (a|the|my) pdf [version|file|copy] [of|from] [this|it|my cv|the cv|the site|my site|my resume|the page|everything]
     (a|the) pdf [version] [of my cv|of it]
     (pdf)`,
    () => command("print-cv", "Your CV is ready to print or save as PDF."),
  ),
  kind(
    "help",
    "what can you do?",
    `(help|help me|what can you do|what can i ask|what can i ask you|what can i ask for|what can i say|what do you understand|how does this work|commands|what are my options|examples|what can i do|what can i do here|what can i do now|what can i write|what can i write here|what can i type|what can i tell you|what should i do|what should i do first|what should i do next|what should i do now|what do i do|what do i do now|what do i do next|what do i do here|what now|what next|what's next|what is next|where do i start|where to start|how do i start|how does it work|how do i use this|how do i use it|how can you help|how can you help me|what else can you do|what else can i do|what is possible|what's possible|what is this|what is this for|what does this do|what are you able to do|what do you do|who are you and what do you do|i'm lost|i am lost|i don't know what to do|i need help|can you help me|can you help|tutorial|instructions|manual|list of commands|show me what you can do|tell me what you can do|give me some examples|give me some ideas|give me examples|any ideas|any suggestions)`,
    () => command("help", "Here is what works without AI."),
  ),
  kind(
    "list-sections",
    "what is in my CV?",
    `(what is|what's) (in|on) my (cv|resume|résumé|site|page)
     (list|show) [all] [the|my] sections
     which sections (do i have|are there)`,
    (_, { resume }) => {
      const counts = RESUME_LISTS.flatMap((list) => {
        const count = resume[list]?.length ?? 0;
        return count > 0 ? [`${count} in ${list}`] : [];
      });
      return nothing(
        counts.length > 0
          ? `There is: ${counts.join(", ")}.`
          : "There is nothing but your name yet.",
      );
    },
  ),
];
