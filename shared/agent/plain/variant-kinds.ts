import { partVariants, withVariant } from "../../portfolio/variants.ts";
import type { TemplateVariant } from "../../template.ts";
import type { VariantPart } from "../../theme.ts";
import { nextOf, plain } from "./look-words.ts";
import { kind, look, nothing, type PlainAnswer, type PlainContext } from "./plain-kind.ts";

const PART_SAID: Readonly<Record<VariantPart, string>> = { hero: "opening", skills: "skills" };

const ofPart = (part: VariantPart, { theme, templates }: PlainContext) =>
  partVariants(
    templates.find(({ id }) => id === theme.template),
    theme,
  ).find((one) => one.part === part);

const show = (part: VariantPart, to: TemplateVariant, { theme }: PlainContext): PlainAnswer =>
  look(`The ${PART_SAID[part]}: “${to.name}”.`, withVariant(theme, part, to.id));

function nextVariant(part: VariantPart, context: PlainContext): PlainAnswer {
  const there = ofPart(part, context);
  if (there) return show(part, nextOf(there.variants, there.chosen.id), context);
  const template = context.templates.find(({ id }) => id === context.theme.template);
  return nothing(
    `${template?.name ?? "This template"} has its ${PART_SAID[part]} in one shape only. Say “another template” to try one of the others.`,
  );
}

/** `null` where the template has no shape of that name: the words may mean something else. */
function namedVariant(part: VariantPart, words: string, context: PlainContext): PlainAnswer | null {
  const there = ofPart(part, context);
  const name = plain(words);
  const named = there?.variants.find(
    (one) => one.id === name || one.id === name.replace(/ /g, "-") || plain(one.name) === name,
  );
  if (!there || !named) return null;
  if (named.id === there.chosen.id) return nothing(`It is “${named.name}” already.`);
  return show(part, named, context);
}

const OPENING = "(opening|hero|hero section|intro|header|top of the page)";
const ANOTHER = "(another|a different|the next|some other|other|different|next|a new)";

export const VARIANT_KINDS = [
  kind(
    "variant-hero-next",
    "another opening",
    `[use|try|pick|choose|give me|show me] ${ANOTHER} ${OPENING}
     (change|switch|swap) (the|my) (opening|hero)
     (change|switch|swap) (the|my) (opening|hero) to something else`,
    (_, context) => nextVariant("hero", context),
  ),
  kind(
    "variant-skills-next",
    "show my skills another way",
    `(show|set|draw|display|list) [the|my] skills (another way|differently|in another way|in a different way|some other way)
     [use|try|pick|choose|give me|show me] ${ANOTHER} (look|way|shape|display) for [the|my] skills`,
    (_, context) => nextVariant("skills", context),
  ),
  kind(
    "variant-hero",
    "open with a big name",
    `[use|try|pick|choose|give me|show me|switch to] [the|a|an] {variant} ${OPENING}
     (open|start|begin) with [the|a|an] {variant}
     (make|show|set|change) [the|my] ${OPENING} [to|as|be] [the|a|an] {variant}`,
    ({ variant }, context) => namedVariant("hero", variant!, context),
  ),
  kind(
    "variant-skills",
    "show my skills as a list",
    `(show|set|draw|display|list|make|turn|put|change) [the|my] skills (as|in|into|to) [a|an|the] {variant}
     [the|my] skills as [a|an|the] {variant}`,
    ({ variant }, context) => namedVariant("skills", variant!, context),
  ),
];
