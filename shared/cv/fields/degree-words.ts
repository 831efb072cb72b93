import { wordsPattern } from "../words.ts";

/** Degrees and school leaving certificates in en, de, fr, es, pt, it, nl, zh, ja; longest first matters not. */
const DEGREES = `bachelor of science|bachelor of arts|bachelor of engineering|bachelor of business administration|bachelor of laws|bachelor of education|bachelor of fine arts|bachelor of music|bachelor of nursing|bachelor of science in nursing|bachelor of commerce|bn|bmus|bvsc|mbbs|mb chb|bachelor of technology|bachelor of architecture|bachelor of economics|bachelor's degree|bachelors degree|bachelor's|bachelors|bachelor|
    master of science|master of arts|master of engineering|master of business administration|master of laws|master of education|master of fine arts|master of philosophy|master of public health|master of science in nursing|master of architecture|master's degree|masters degree|master's|masters|master|magister|
    doctor of philosophy|doctor of medicine|doctor of education|doctorate|doctoral degree|doctor|juris doctor|phd|ph.d.|ph.d|dphil|md|m.d.|jd|j.d.|edd|dba|
    associate's|associates|associate of arts|associate of science|associate of applied science|associate degree|associate|
    bsc (hons)|bsc hons|b.sc. (hons)|bsc|b.sc.|b.sc|ba (hons)|ba hons|ba|b.a.|bs|b.s.|beng (hons)|beng|b.eng.|b.eng|bcomm|bcom|b.com|bba|bfa|llb|ll.b.|bed|b.ed.|bsn|adn|btech|b.tech|barch|
    msc|m.sc.|m.sc|ma|m.a.|ms|m.s.|meng|m.eng.|m.eng|mba|m.b.a.|mfa|llm|ll.m.|med|m.ed.|msn|mphil|m.phil.|mph|mtech|mres|
    pgce|pgdip|postgraduate certificate|postgraduate diploma|graduate diploma|diploma|higher national diploma|hnd|hnc|gcse|gcses|a levels|a-levels|a level|btec|t level|t levels|t-level|scottish highers|advanced highers|foundation degree|certificate|certificate of higher education|high school diploma|ged|nvq|leaving certificate|apprenticeship|
    diplom-ingenieur|diplom-ingenieurin|dipl.-ing. (fh)|dipl.-ing.|dipl.-kfm.|dipl.-inf.|diplom|dipl.|staatsexamen|erstes staatsexamen|zweites staatsexamen|promotion zum dr.-ing.|promotion zum dr. rer. nat.|promotion zum dr. phil.|promotion zum dr. med.|promotion|dr.-ing.|dr. rer. nat.|dr.|abitur|allgemeine hochschulreife|fachhochschulreife|fachabitur|hochschulreife|mittlere reife|realschulabschluss|ausbildung|berufsausbildung|lehre|gesellenbrief|meisterbrief|meister|techniker|weiterbildung|
    licence professionnelle|licence|maîtrise|doctorat|baccalauréat professionnel|baccalauréat technologique|baccalauréat général|baccalauréat scientifique|baccalauréat littéraire|baccalauréat économique et social|baccalauréat|bac pro|bac professionnel|bac|bts|dut|cap|bep|brevet professionnel|brevet de technicien supérieur|brevet|mastère|diplôme d'ingénieur|diplôme|titre professionnel|mention complémentaire|
    licenciatura|licenciado|licenciada|grado|grado superior|grado medio|grado en|máster universitario|máster|doctorado|diplomatura|ingeniería|ingeniero|bachillerato|título superior de diseño|título superior|título|curso intensivo|curso de experto universitario|curso de especialización|experto universitario|ciclo formativo de grado superior|ciclo formativo de grado medio|fp grado superior|técnico superior|ciclo formativo|formación profesional|postgrado|posgrado|eso|
    bacharelado|bacharel|graduação|pós-graduação|mestrado|doutorado|doutoramento|tecnólogo|técnico|ensino médio|ensino médio técnico|ensino fundamental|curso técnico|especialização|curso superior de tecnologia|aprendizagem industrial|
    laurea magistrale|laurea triennale|laurea|dottorato di ricerca|dottorato|master universitario|diploma di maturità|diploma di istruzione tecnica|diploma di scuola superiore|maturità|diploma tecnico|diploma di perito|perito|qualifica professionale|qualifica|its|attestato|
    vwo|havo|vmbo|mbo|mbo-4|mbo 4|mbo niveau 4|hbo|hbo-bachelor|hbo bachelor|wo-master|wo master|wo-bachelor|hbo-v|inservice-opleiding|post-hbo|propedeuse|doctoraal|doctorandus|
    博士|硕士|学士|本科|专科|大专|高中|研究生|工学博士|工学硕士|理学硕士|理学学士|工学学士|mba|修士課程|博士課程|博士前期課程|博士後期課程|修士|学士|短期大学士|高等学校卒業|交换生`;

const pattern = wordsPattern(DEGREES.replace(/\s*\n\s*/g, "")).source;
const starts = new RegExp(`^(?:[a-z]{2,5} \\(hons\\.?\\)|${pattern})`, "u");
const anywhere = new RegExp(pattern, "u");

const SCHOOLS = wordsPattern(
  "university|college|institute|institute of technology|school|academy|polytechnic|conservatory|universität|hochschule|fachhochschule|gymnasium|berufsschule|berufskolleg|realschule|gesamtschule|handwerkskammer|technische universität|tu|th|rwth|université|école|lycée|institut|iut|faculté|cfa|ifsi|universidad|universitat|escuela|facultad|colegio|instituto|easd|ies|universidade|escola|faculdade|senai|senac|etec|fatec|instituto federal|universita|università|politecnico|istituto|liceo|scuola|itis|ipsia|universiteit|hogeschool|roc|lyceum|ysgol|大学|学院|学校|中学|高中|専門学校|高校|大学院|university of applied sciences|summer school|business school|law school|bootcamp",
);

const folded = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/[’‘]/g, "'")
    .toLowerCase();

export const degreeScore = (text: string): number =>
  starts.test(folded(text)) ? 2 : anywhere.test(folded(text)) ? 1 : 0;

export const schoolScore = (text: string): number => (SCHOOLS.test(folded(text)) ? 2 : 0);

const LINK = /^(.+?)\s+(?:in|en|of|für|em|di|de|du)\s+(.+)$/u;
/** “of” and its kin belong to a degree's own name as often as not; “in” parts it from the subject. */
const FIRM_LINK = /^(.+?)\s+(?:in|en|em|im Fach|im Studiengang)\s+(.+)$/u;

/** Parts “MSc in Biology” and “Bachelor, Biology” into degree and subject. */
export function splitDegree(text: string): { readonly studyType: string; readonly area: string } {
  const firm = FIRM_LINK.exec(text);
  if (firm && degreeScore(firm[1]!) > 0) return { studyType: firm[1]!, area: firm[2]! };
  const comma = /^(.+?)\s*[,，:]\s+(.+)$/u.exec(text);
  if (comma && degreeScore(comma[1]!) > 0) return { studyType: comma[1]!, area: comma[2]! };
  // “Computer Science, B.S.”: the subject first.
  const last = /^(.+?)\s*[,，]\s+([^,，]+?)[.,]*$/u.exec(text);
  if (last && degreeScore(last[2]!) === 2 && degreeScore(last[1]!) === 0)
    return {
      studyType: text.slice(last[1]!.length).replace(/^\s*[,，]\s+|,$/gu, ""),
      area: last[1]!,
    };
  const match = starts.exec(folded(text));
  if (match && folded(text).length === text.length && match[0].length < text.length) {
    const [head, tail] = [text.slice(0, match[0].length), text.slice(match[0].length).trim()];
    const link = LINK.exec(text);
    if (link && /^(?:of|de|di|du|em)\s/i.test(tail)) return { studyType: text, area: "" };
    if (tail) return { studyType: head, area: tail };
  }
  return degreeScore(text) > 0 ? { studyType: text, area: "" } : { studyType: "", area: text };
}
