import type { SectionId } from "../../theme.ts";
import { kind } from "./plain-kind.ts";
import {
  arranged,
  listed,
  move,
  moveBeside,
  nameOf,
  rename,
  SECTION_NAMES,
  sectionOf,
  sectionsOf,
  setVisible,
  step,
  swap,
} from "./section-moves.ts";

const SECTION = "[the|my] {section} [section|part|block]";
const MOVE = "(put|move|bring|place|show|have|get|list|start with)";
/** “Projects should come …” */
const STANDS = "[should|must|has to|have to|needs to|to] [come|go|be|stand|appear]";

export const SECTION_KINDS = [
  kind(
    "section-only",
    "show only work and projects",
    `(show|keep) (only|just) {sections}
     (only|just) (show|keep) {sections}
     (hide|remove) (everything|all|all sections|all the sections|everything else) (but|except|except for|apart from|other than|besides) {sections}
     (only|just) [have|use|leave|want] {sections}
     (leave|have|want) (only|just) {sections}
     (keep|leave) {sections} [,] [and] (hide|remove|drop|lose) (everything else|the rest|all the rest|all else|the others|all others)
     (hide|remove|drop) (everything else|the rest|all the rest) [,] [but|and] (keep|leave) [only|just] {sections}
     (show|keep|have) (only|just) [the|these] [two|three|four|five] [sections]: {sections}
     nothing but {sections}`,
    ({ sections: words }, { theme }) => {
      const ids = sectionsOf(words!, theme);
      if (!ids) return null;
      const sections = theme.sections.map((one) => ({ ...one, visible: ids.includes(one.id) }));
      const names = listed(ids.map((id) => nameOf(id, theme)));
      return arranged(theme, sections, `Only ${names} now.`, `It is only ${names} already.`);
    },
  ),
  kind(
    "section-show-all",
    "show all sections",
    `(show|unhide|bring back|restore) (everything|all|all sections|all the sections|every section)
     (show|bring back|unhide) [all] (the|my) hidden (sections|section|parts|ones)
     (hide nothing|don't hide anything|do not hide anything)`,
    (_, { theme }) =>
      arranged(
        theme,
        theme.sections.map((section) => ({ ...section, visible: true })),
        "All sections are shown now.",
        "All sections are shown already.",
      ),
  ),
  kind(
    "section-hide",
    "hide references",
    `(hide|drop|remove|delete|take out|take away|get rid of|leave out|lose|turn off|skip|omit|don't show|do not show|i don't want|i don't need|i do not need|no more|no need for|there is no need for|no|without) {sections} [on the page|on the site|anymore|any more]
     show (everything|all|all sections) (but|except|except for|apart from) {sections}
     {sections} (off|away|out)
     (turn|leave|take) {sections} (off|out|away)`,
    ({ sections }, context) => setVisible(sections!, false, context),
  ),
  kind(
    "section-show",
    "show references",
    `(show|unhide|display|bring back|turn on|include|reveal|add back|put back|show me) {sections} [again|too|as well]
     {sections} (on|back)
     (turn|bring|put) {sections} (on|back)
     add (the|a|an) {sections} (section|part|block)`,
    ({ sections }, context) => setVisible(sections!, true, context),
  ),
  kind(
    "section-first",
    "projects first",
    `[${MOVE}] {sections} ${STANDS} (first|at the very top|the first thing|the first thing people see|at the top|on top|to the top|top|up top|at the beginning|at the start|to the beginning|to the start|up front|below my name|under my name|below the name|under the name|right below my name|right under my name|below the header|before everything|before everything else|before the rest)
     move {sections} up, [right|directly] (below|under) (my|the) name
     (start|begin|open|lead) with {sections}`,
    ({ sections }, context) => move(sections!, context, () => 0, "first"),
  ),
  kind(
    "section-last",
    "education last",
    `[${MOVE}] {sections} ${STANDS} (last|at the bottom|to the bottom|at the very bottom|at the end|to the end|at the very end|to the very end|bottom|down below|after everything|after everything else|after the rest)
     (end|finish|close) with {sections}`,
    ({ sections }, context) => move(sections!, context, (others) => others.length, "last"),
  ),
  kind(
    "section-before",
    "skills before work",
    `[${MOVE}] {sections} ${STANDS} [right|directly|just] (before|above|over|ahead of|on top of|in front of) {other}`,
    ({ sections, other }, context) => moveBeside(sections!, other!, "before", context),
  ),
  kind(
    "section-after",
    "education after projects",
    `[${MOVE}] {sections} ${STANDS} [right|directly|just] (after|below|under|beneath|behind) {other}`,
    ({ sections, other }, context) => moveBeside(sections!, other!, "after", context),
  ),
  kind(
    "section-between",
    "skills between work and projects",
    `[${MOVE}] {sections} ${STANDS} between {one} and {other}`,
    ({ sections, one, other }, context) => {
      const { theme } = context;
      const at = [one!, other!].map((words) => {
        const id = sectionOf(words, theme);
        return theme.sections.findIndex((section) => section.id === id);
      });
      if (at.includes(-1)) return null;
      return moveBeside(sections!, at[0]! < at[1]! ? one! : other!, "after", context);
    },
  ),
  kind(
    "section-swap",
    "swap skills and education",
    `(swap|switch|exchange|flip) {one} (and|with|for) {other} [around|places]
     (swap|switch) the (order|places|position|positions) of {one} and {other}
     (change|swap) places of {one} and {other}`,
    ({ one, other }, context) => swap(one!, other!, context),
  ),
  kind(
    "section-up",
    "move skills up",
    `(move|bring|push|shift|show|put|have) ${SECTION} (up|higher|higher up|further up|up one|one up) [a bit|a little|one place|once]
     [move|put|have] ${SECTION} [should be] (nearer the top|nearer to the top|closer to the top|further to the top)
     ${SECTION} (up|higher)`,
    ({ section }, context) => step(section!, -1, context),
  ),
  kind(
    "section-down",
    "move skills down",
    `(move|bring|push|shift|show|put|have) ${SECTION} (down|lower|lower down|further down|down one|one down) [a bit|a little|one place|once]
     ${SECTION} (down|lower)`,
    ({ section }, context) => step(section!, 1, context),
  ),
  kind(
    "section-order",
    "order: projects, work, skills",
    `(order|sort|arrange|reorder) [the|my] [sections] [:|as|like this:|in this order:|so:|by|into] {sections}
     [the|my] [section] order [of the sections|of sections|of my sections] (should be|is|must be|goes) [:] {sections}
     (put|set|have) [the|my] sections in this order: {sections}
     (this order:|rearrange:|new order:|rearrange the sections:) {sections}
     {one}[,] then {sections}
     (order:|sections:|section order:|order of sections:) {sections}
     (first) {sections}
     [${MOVE}] {one} ${STANDS} first[,] [and] then {sections}
     [${MOVE}] {one} ${STANDS} first[,] [and] {sections} second`,
    ({ one, sections }, context) => {
      const words = one === undefined ? sections! : `${one}, ${sections}`;
      const ids = sectionsOf(words, context.theme);
      if (!ids || ids.length < 2) return null;
      return move(words, context, () => 0, "first, in this order,");
    },
  ),
  kind(
    "section-order-reset",
    "sections in their first order",
    `(reset|restore) (the|my|) [section|sections] [original|default] (order|order of sections|section order|sections)
     sections in (their|the) (first|original|default) order`,
    (_, { theme, standard }) => {
      const rank = (id: SectionId) => standard.sections.findIndex((section) => section.id === id);
      const sections = theme.sections.toSorted((a, b) => rank(a.id) - rank(b.id));
      return arranged(
        theme,
        sections,
        "The sections are in the template’s own order again.",
        "The sections are in the template’s own order already.",
      );
    },
  ),
  kind(
    "section-rename",
    "rename projects to Things I made",
    `(rename|change|replace) [the|my] [heading|title|section|section title] "{section}" (to|with|into|by) "{title}"
     (rename|retitle|relabel) ${SECTION} (to|as|into) {title}
     (call|title|name|label) [the|my] {section} [section|part] {title}
     (call|title|name|label) [the|my] {section} [section|part] "{title}"
     "{section}" (should be|must be|should say|should read|->|→) "{title}"
     [the|my] {section} [section] (should be called|should be named) {title}
     (change|set) (the|my) (title|heading|name) of ${SECTION} to {title}
     (change|set) the {section} (title|heading) to {title}
     [change|set] [the|my] (title|heading|name) (of|for) ${SECTION} (to|into|should be|should say) {title}
     (the|my) (title|heading|name) (of|for) ${SECTION} (should be|is|should say|should read) {title}
     (call|name|title|label) [the|my] {section} [section|part] (instead|now|as) {title}
     (rename|retitle|relabel) ${SECTION} (:|=) {title}
     [the|my] {section} [section] (should be titled|should be labelled|should be labeled|should have the title|should be headed|should have the heading|needs to be called|must be called) {title}
     (change|replace) [the|my] (heading|title|section) {section} (to|with) "{title}"
     (change|replace) [the|my] {named} (to|with) "{title}"
     (the|my) (title|heading) {section} should (be|say|read) {title}
     [the|my] {section} [section] to be called {title}
     (use|put|write|have) {title} as [the|a] (title|heading|name) (for|of|on|above|over) ${SECTION}
     (change|set|update) [the|my] (title|heading|name|label) (of|for|on|above|over) ${SECTION} into {title}
     [the|my] {section} (section|heading|title) (should be called|is called|should say|should read) {title}
     [the|my] {section} (heading|title) (should be|is|must be) "{title}"
     (title|heading|name) (for|of) {section}[:] {title}`,
    ({ section, named, title }, context) =>
      // “Change my summary to …” is about its text.
      named !== undefined && sectionOf(named, context.theme) === "about"
        ? null
        : rename((section ?? named)!, title!, context),
  ),
  kind(
    "section-title-reset",
    "reset the title of projects",
    `(reset|restore|remove) (the|my) [own|custom] (title|heading|name) of ${SECTION}
     (reset|restore) (the|my) {section} (title|heading|name)
     (reset|restore) (all|the) (titles|headings|section titles|section names)`,
    ({ section }, { theme }) => {
      const id = section ? sectionOf(section, theme) : null;
      if (section && !id) return null;
      const sections = theme.sections.map((one) => {
        if (id && one.id !== id) return one;
        const { title: _, ...rest } = one;
        return rest;
      });
      const what = id ? `${SECTION_NAMES[id]} has its` : "The sections have their";
      return arranged(theme, sections, `${what} own name again.`, `${what} own name already.`);
    },
  ),
];
