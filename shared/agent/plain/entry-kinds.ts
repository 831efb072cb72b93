import { entryName, findEntries } from "./find-entries.ts";
import { changed } from "./on-entry.ts";
import { content, kind } from "./plain-kind.ts";
import { takeDates } from "./dated.ts";

import { isItem } from "./plain-values.ts";
import { isLanguage, splitNames } from "./entry-words.ts";
import {
  add,
  addNames,
  isTown,
  placed,
  takeLink,
  described,
  addToSkillGroup,
  addLanguages,
  addAward,
  nounsOf,
} from "./add-entries.ts";

/** Every act with a kind of its own for adding to one list. */
const ADD = "(add|put in|include|insert)";

/** “I received your e-mail” is no honour, “I won the Golden Anchor” is one. */
const isHonour = (said: string, isDoubtful: boolean): boolean => {
  const isCalled = /\p{L} (?:award|prize|medal|scholarship|fellowship|grant)\b/iu.test(said);
  return isCalled || (!isDoubtful && /^["\p{Lu}]/u.test(said));
};

export const ADD_KINDS = [
  kind(
    "add-skill",
    "add Rust to my skills",
    `${ADD} {names} (to|in|under) [my|the] (skills|skill list|technologies|tech stack|stack)
     ${ADD} [the|a|my] (skill|technology|tool) [:|called] {names}
     ${ADD} [the|my] (skills|technologies|tools): {names}
     ${ADD} [the] skills {names}
     (i also know|i know how to use|i can also use|i can also do|i can do|i also do|i'm also good at|i am also good at|i've got experience with|i have worked with|i've worked with) {learned}
     (skills:|skill:|new skill:|new skills:) {names}
     {learned} (are|is) (skills|a skill) (of mine|i have)
     (i know|i also use|i use|i can use) {learned} [too|as well]
     (i learned|i learnt|i've learned|i have learned|i've learnt|i have learnt|i'm learning|i am learning) {learned}
     (i have experience with|i have experience in|i'm experienced in|i am experienced in|i'm good at|i am good at) {learned}`,
    ({ names, learned }, context) => {
      if (learned === undefined) return addNames("skills", splitNames(names!), context);
      const all = splitNames(learned);
      // “I learned a lot”, “I learned that …”: no skills.
      const isSkill = (one: string) =>
        !isLanguage(one) &&
        one.split(" ").length <= 3 &&
        !/^(?:an?|the|to|that|how|from|it|its|about|much|what|who|why|when|where|which|you|your|this|these|those|them|him|her|help|nothing|everything|something|more|some|my|me|him|her|very|lots|all|people|for|of|in|at|on|with)\b/i.test(
          one,
        );
      return all.every(isSkill) ? addNames("skills", all, context) : null;
    },
  ),
  kind(
    "add-to-skill-group",
    "add Go to Programming languages",
    `${ADD} {names} (to|in|under) [my|the] {group} [skills|group]`,
    ({ names, group }, context) => addToSkillGroup(splitNames(names!), group!, context),
  ),
  kind(
    "add-language",
    "I speak Spanish (B2)",
    `(i speak|i also speak|i can speak) {told}
     ${ADD} [the] (language|languages) [:] {names}
     ${ADD} {names} (to|in|under) [my|the] languages
     (i speak|i also speak|i can speak|i'm learning to speak) {told} (too|as well)
     (new language:|languages:|language:) {names}`,
    ({ names, told }, context) =>
      told === undefined ? addLanguages(names!, context) : addLanguages(told, context, true),
  ),
  kind("add-known-language", "add English", `${ADD} {names}`, ({ names }, context) =>
    // “German, B1” is one language and its level.
    splitNames(
      names!.replace(
        /(?:, | \(|: )(?:native|fluent|basic|[abc][12]|beginner|advanced)\)?(?=,|$)/giu,
        "",
      ),
    ).every(isLanguage)
      ? addLanguages(names!, context)
      : null,
  ),
  kind(
    "add-interest",
    "add chess to my interests",
    `${ADD} {names} (to|in|under) [my|the] (interests|hobbies)
     ${ADD} [the|a|an|my] (interest|interests|hobby|hobbies) [:|in|called] {names}
     (my hobbies are|my hobby is|my interests are|my interests include|my hobbies include|my hobbies also include) {names}
     (interests:|interest:|hobbies:|hobby:|new interest:|new hobby:) {names}`,
    ({ names }, context) => addNames("interests", splitNames(names!), context),
  ),
  kind(
    "add-job",
    "add a job: Engineer at Acme since 2020",
    `${ADD} [a|the|my|another|new] [new] (${nounsOf("work")}) [:|as|-] {text}
     ${ADD} {text} to [my|the] (jobs|experience|work|work experience|career)
     (i work as|i work as a|i work as an|i've been working as|i worked as|i worked as a|i worked as an) {text}
     (i got a job as|i got a job as a|i got a job as an|i have a new job as|i have a new job as a|i have a new job:) {text}
     (new job:|job:|new role:|new position:|role:|position:) {text}
     ${ADD} (my|a|the|another) [new] (job|role|position), {text}`,
    ({ text }, context) => {
      const found = placed(text!);
      // “Designer, since June, Lisbon” says where it is, and not who for.
      if (found && isTown(found.where, context.resume)) return null;
      return (
        found && add("work", { name: found.where, position: found.what, ...found.dates }, context)
      );
    },
  ),
  kind(
    "add-education",
    "I studied Physics at ETH Zürich 2010–2014",
    `${ADD} [a|the|my|another|new] [new] (${nounsOf("education")}) [:|in|of|-] {text}
     ${ADD} {text} to [my|the] (education|studies|degrees)
     (i studied|i have studied|i've studied|i graduated in) {text}
     (i have a|i have an|i hold a|i hold an) {degree}`,
    ({ text, degree: held }, context) => {
      const found = placed(text ?? held!);
      // “… in Porto, so put that for ETH” corrects what stands there.
      if (!found || /\bso (?:put|add|use|set|write|say)\b/iu.test(found.what)) return null;
      const degree =
        /^((?:B|M)\.?(?:Sc|A|Eng|Ed|BA)\.?|PhD|Ph\.D\.|Bachelor(?: of \w+)?|Master(?: of \w+)?|Diploma|Doctorate|MBA)(?: (?:in|of))? (.+)$/u.exec(
          found.what,
        );
      const there = findEntries(context.resume, found.where, "education");
      const area = (degree?.[2] ?? found.what).toLowerCase();
      const one = there[0];
      // What is there already gets the years that are told of it.
      if (
        text !== undefined &&
        one &&
        there.length === 1 &&
        String(one.entry["area"] ?? "").toLowerCase() === area &&
        Object.keys(found.dates).length > 0
      ) {
        return content(
          `${entryName(one)} has these dates now.`,
          changed(context.resume, one, found.dates),
        );
      }
      // “I have a question about the header” is no degree.
      if (held !== undefined && !degree) return null;
      const what = degree ? { studyType: degree[1]!, area: degree[2]! } : { area: found.what };
      return add("education", { institution: found.where, ...what, ...found.dates }, context);
    },
  ),
  kind(
    "add-volunteer",
    "add volunteering: Coach at Code Club since 2021",
    `${ADD} [a|the|my|another|new] (${nounsOf("volunteer")}) [entry] [:|as|-] {text}
     (i volunteer as|i volunteer as a|i volunteer as an|i volunteered as|i volunteered as a|i volunteered as an) {text}`,
    ({ text }, context) => {
      const found = placed(text!);
      return (
        found &&
        add(
          "volunteer",
          { organization: found.where, position: found.what, ...found.dates },
          context,
        )
      );
    },
  ),
  kind(
    "add-project",
    "add a project: Tidewatch, a clock for the sea",
    `${ADD} [a|the|my|another|new] [new] (${nounsOf("projects")}) [:|called|named|-] {text}
     ${ADD} {text} to [my|the] projects
     (new project:|project:) {text}`,
    ({ text }, context) => {
      const { text: rest, startDate, endDate, date } = takeDates(text!);
      const { text: said, url } = takeLink(rest);
      const words = described(said.replace(/[\s,(]+$/, ""));
      const comma = /^([^,]{2,40}), (.+)$/u.exec(words.name);
      const named =
        comma && !words.description ? { name: comma[1]!, description: comma[2]! } : words;
      const start = startDate ?? date;
      if (!named.name || named.name.length > 80 || !isItem(named.name)) return null;
      const entry = {
        ...named,
        ...(url ? { url } : {}),
        ...(start ? { startDate: start } : {}),
        ...(endDate ? { endDate } : {}),
      };
      return add("projects", entry, context);
    },
  ),
  kind(
    "add-award",
    "add the award Best Thesis from ETH in 2014",
    `${ADD} [a|an|the|my|another|new] (${nounsOf("awards")}) [:|called|-] {text}
     (award:|awards:|new award:|prize:) {text}
     ${ADD} {text} to [my|the] awards
     (i won|i was awarded|i've won|i have won|i also won|i was honoured with) [the|a|an] {text}
     (i got|i was given|i earned|i also got|i've got|i was chosen for|i received|i've received|i have received) [the|a|an] {won}`,
    ({ text, won }, context) =>
      // “I got a new photo” is no honour.
      isHonour(text ?? won!, won !== undefined)
        ? addAward("awards", (text ?? won)!, context)
        : null,
  ),
  kind(
    "add-certificate",
    "add the certificate CKA from CNCF, 2023",
    `${ADD} [a|an|the|my|another|new] (${nounsOf("certificates")}) [:|called|-] {text}
     (certificate:|certificates:|new certificate:|certification:) {text}
     ${ADD} {text} to [my|the] (certificates|certifications|certs)
     (i am certified in|i'm certified in) {text}`,
    ({ text }, context) => addAward("certificates", text!, context),
  ),
  kind(
    "add-publication",
    "add the paper On Tides, in Nature, 2020",
    `${ADD} [a|an|the|my|another|new] (${nounsOf("publications")}) [:|called|-] {text}
     (publication:|publications:|new publication:) {text}
     ${ADD} {text} to [my|the] (publications|papers|articles)
     (i published|i've published|i have published) {told}`,
    ({ text, told }, context) =>
      // “I published my site yesterday” is none.
      told !== undefined && !/^["\p{Lu}]/u.test(told)
        ? null
        : addAward("publications", (text ?? told)!, context),
  ),
  kind(
    "add-reference",
    "add a reference from Grace Hopper: “She finishes things.”",
    `${ADD} [a|an|the|my|another|new] (${nounsOf("references")}) [by|from|of|:] {text}`,
    ({ text }, context) => {
      const { name, description } = described(text!);
      if (!description) return null;
      return add("references", { name, reference: description }, context);
    },
  ),
];
