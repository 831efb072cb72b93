import { remembered } from "./remembered.ts";
import { tight } from "./words.ts";

export type SectionKind =
  | "contact"
  | "summary"
  | "work"
  | "volunteer"
  | "education"
  | "awards"
  | "certificates"
  | "publications"
  | "skills"
  | "languages"
  | "interests"
  | "references"
  | "projects"
  | "other";

/**
 * What people call the sections of a CV, in en, de, fr, es, pt, it, nl, sv, zh, ja. Compared without
 * case, accents, spaces and punctuation, so letter-spaced capitals are the same word.
 */
const HEADINGS: Readonly<Record<SectionKind, string>> = {
  contact: `contact|contact details|contact information|contact info|get in touch|personal details|personal information|personal data|
    kontakt|kontaktdaten|persönliche daten|persönliche angaben|zur person|angaben zur person|coordonnées|contactez-moi|informations personnelles|état civil|
    contacto|datos de contacto|datos personales|información personal|información de contacto|contato|dados pessoais|informações de contato|informações pessoais|contactos|
    contatti|recapiti|dati personali|informazioni personali|contactgegevens|persoonlijke gegevens|personalia|联系方式|联系我|联系信息|个人信息|基本信息|連絡先|個人情報|基本情報|links|profiles|social|social media|online|online profiles|profile links|find me online|on the web|
    persoonsgegevens|persoonlijke informatie|persönliche informationen|steckbrief|mes coordonnées|kontaktuppgifter|personuppgifter|kontakta mig|連絡先情報|プロフィール情報`,
  summary: `summary|profile|about|about me|professional summary|professional profile|personal statement|personal profile|career summary|executive summary|career objective|objective|overview|introduction|bio|biography|who i am|statement|career profile|
    profil|über mich|kurzprofil|zusammenfassung|persönliches profil|berufliches profil|berufsprofil|kurzvorstellung|ziel|
    profil professionnel|à propos|à propos de moi|résumé|présentation|objectif|objectif professionnel|accroche|qui suis-je|
    perfil|perfil profesional|sobre mí|acerca de mí|resumen|resumen profesional|objetivo|extracto|presentación|
    perfil profissional|resumo|resumo profissional|sobre mim|sobre|objetivo profissional|apresentação|
    profilo|profilo professionale|profilo personale|chi sono|sintesi|su di me|presentazione|obiettivo|
    profiel|over mij|samenvatting|persoonlijk profiel|个人简介|自我评价|简介|个人总结|关于我|个人概述|自我介绍|求职意向|自己紹介|概要|要約|職務要約|自己pr|プロフィール|
    profielschets|persoonlijke profielschets|wie ben ik|over mezelf|über meine person|zu meiner person|profil personnel|mon profil|en bref|perfil personal|quién soy|quem sou|sammanfattning|om mig|presentation av mig|職務概要|志望動機|自己紹介文|サマリー`,
  work: `work|experience|work experience|professional experience|employment|employment history|work history|career|career history|relevant experience|positions|positions held|professional background|industry experience|research experience|teaching experience|clinical experience|internships|other experience|additional experience|legal experience|selected experience|freelance|appointments|academic appointments|professional appointments|academic positions|
    berufserfahrung|berufliche erfahrung|erfahrung|beruflicher werdegang|werdegang|berufspraxis|arbeitserfahrung|berufstätigkeit|praktika|praktische erfahrung|beschäftigung|tätigkeiten|
    expérience|expériences|expérience professionnelle|expériences professionnelles|parcours professionnel|parcours|emplois|stages|
    experiencia|experiencia profesional|experiencia laboral|trayectoria profesional|trayectoria|empleo|historial laboral|
    experiência|experiência profissional|experiências|experiências profissionais|histórico profissional|percurso profissional|trajetória profissional|
    esperienza|esperienze|esperienza lavorativa|esperienze lavorative|esperienza professionale|esperienze professionali|
    werkervaring|ervaring|loopbaan|professionele ervaring|arbeidsverleden|工作经历|工作经验|职业经历|工作履历|实习经历|从业经历|经历|経験|職歴|職務経歴|業務経験|実務経験|
    professional history|practical experience|relevant work experience|employment record|berufserfahrungen|berufliche laufbahn|berufliche stationen|beruflicher hintergrund|berufliche tätigkeiten|relevante werkervaring|werkervaringen|beroepservaring|stages en werkervaring|loopbaanoverzicht|mon parcours|historique professionnel|experiencias laborales|experiencia previa|experiências de trabalho|carriera|arbetslivserfarenhet|arbetserfarenhet|yrkeserfarenhet|anställningar|erfarenhet|職務経歴詳細|職務内容|職歴詳細|勤務経験|アルバイト経験|インターンシップ`,
  volunteer: `volunteer|volunteering|volunteer experience|volunteer work|voluntary work|community|community service|community involvement|civic engagement|volunteerism|service|leadership and volunteering|pro bono|
    ehrenamt|ehrenamtliche tätigkeit|ehrenamtliche tätigkeiten|ehrenamtliches engagement|engagement|soziales engagement|freiwilligenarbeit|
    bénévolat|engagements|engagement associatif|vie associative|activités bénévoles|expérience bénévole|
    expériences associatives|expérience associative|voluntariado|trabajo voluntario|experiencia de voluntariado|trabalho voluntário|voluntário|atividades voluntárias|
    volontariato|attività di volontariato|esperienze di volontariato|vrijwilligerswerk|vrijwilliger|志愿经历|志愿者经历|志愿服务|公益活动|志愿活动|社会实践|ボランティア|ボランティア活動|
    voluntary experience|volunteer activities|gesellschaftliches engagement|ehrenamtliche arbeit|engagement bénévole|engagements bénévoles|actividades de voluntariado|nevenactiviteiten|nevenfuncties|vrijwilligerservaring|ideellt arbete|ideellt engagemang|ideella uppdrag|ボランティア経験`,
  education: `education|academic background|education and training|academic history|educational background|qualifications|academic qualifications|studies|academic education|degrees|training|education and qualifications|coursework|relevant coursework|
    ausbildung|bildung|bildungsweg|studium|akademische ausbildung|schulbildung|ausbildung und studium|hochschulbildung|schule und studium|aus- und weiterbildung|weiterbildung|
    formation|formations|éducation|études|diplômes|formation académique|parcours scolaire|cursus|diplômes et formations|
    educación|formación|formación académica|estudios|formación y estudios|formación complementaria|estudios académicos|
    educação|formação|formação acadêmica|formação académica|escolaridade|habilitações|habilitações literárias|formação escolar|
    istruzione|formazione|istruzione e formazione|titoli di studio|studi|percorso di studi|formazione scolastica|
    opleiding|opleidingen|onderwijs|scholing|教育背景|教育经历|学历|教育|学习经历|学歴|学位|教育歴|
    academic qualifications and training|akademischer werdegang|schulischer werdegang|akademische laufbahn|studium und ausbildung|parcours académique|formation et diplômes|études et formation|educación y formación|titulación|diploma's|opleiding en cursussen|opleidingen en trainingen|studie|studies en opleidingen|utbildning|utbildningar|最終学歴|学歴・教育`,
  awards: `awards|honors|honours|awards and honors|honors and awards|awards and honours|achievements|prizes|distinctions|scholarships|recognition|accomplishments|fellowships|grants|awards and grants|selected honors|fellowships and awards|grants and awards|
    auszeichnungen|preise|ehrungen|preise und auszeichnungen|stipendien|erfolge|
    prix|récompenses|distinctions honorifiques|prix et distinctions|prix et récompenses|bourses|
    premios|reconocimientos|premios y reconocimientos|distinciones|logros|becas|
    prêmios|prémios|distinções|conquistas|prêmios e reconhecimentos|bolsas|
    premi|riconoscimenti|premi e riconoscimenti|borse di studio|prijzen|onderscheidingen|prijzen en onderscheidingen|
    荣誉|获奖|获奖情况|荣誉奖项|奖项|荣誉奖励|所获荣誉|获奖经历|荣誉与奖项|受賞|受賞歴|表彰|
    grants and funding|research grants|honors|prizes and awards|auszeichnungen und stipendien|preise und stipendien|prix et bourses|premios y becas|utmärkelser|stipendier|priser|表彰歴|受賞`,
  certificates: `certificates|certifications|licenses|licences|licenses and certifications|certifications and licenses|professional certifications|licensure|professional development|courses|credentials|training and certifications|licensure and certification|bar admissions|admissions|certification|certificate|
    zertifikate|zertifizierungen|lizenzen|fortbildungen|weiterbildungen|fort- und weiterbildung|bescheinigungen|zertifikate und lizenzen|
    certificats|habilitations|certifications et habilitations|permis et habilitations|
    certificados|certificaciones|cursos|licencias|cursos y certificados|certificaciones y cursos|
    certificações|cursos e certificações|certificações e cursos|certificazioni|certificati|abilitazioni|corsi|patenti|attestati|certificazioni e corsi|
    certificaten|cursussen|certificeringen|证书|资格证书|职业资格|认证|专业证书|资格认证|培训经历|資格|免許|資格・免許|免許・資格|認定|
    weiterbildung und zertifikate|weiterbildungen und zertifikate|zertifikate und weiterbildungen|fort- und weiterbildungen|zusatzqualifikationen|lehrgänge|seminare|schulungen|certifications et permis|permis|formations complémentaires|certificaciones y licencias|carnés|cursussen en trainingen|trainingen|cursussen en opleidingen|certificaten en diploma's|diploma's en certificaten|rijbewijs|certifikat|certifieringar|kurser|körkort|kurser och certifikat|保有資格|取得資格|免許・資格等`,
  publications: `publications|selected publications|papers|articles|books|publications and preprints|research publications|peer-reviewed publications|writing|published works|
    publikationen|veröffentlichungen|ausgewählte publikationen|fachartikel|articles et publications|travaux|
    publicaciones|artículos|publicações|artigos|pubblicazioni|articoli|publicaties|出版物|论文|发表论文|学术论文|论文发表|著作|论文与出版物|論文|出版|業績|発表論文|
    journal articles|conference papers|book chapters|peer-reviewed articles|refereed publications|preprints|zeitschriftenartikel|wissenschaftliche veröffentlichungen|publications scientifiques|publicaciones científicas|wetenschappelijke publicaties|publikationer|研究業績|発表論文・著書|著書`,
  skills: `skills|technical skills|core skills|key skills|professional skills|core competencies|competencies|expertise|areas of expertise|technologies|tools|tech stack|technical expertise|skills and tools|skills and expertise|software|computer skills|it skills|programming|skills and interests|additional skills|strengths|hard skills|soft skills|abilities|technical proficiencies|specialties|proficiencies|capabilities|toolbox|technical|core strengths|
    kenntnisse|fähigkeiten|kompetenzen|kenntnisse und fähigkeiten|edv-kenntnisse|it-kenntnisse|fachkenntnisse|qualifikationen|besondere kenntnisse|fachliche kompetenzen|technische kenntnisse|weitere kenntnisse|stärken|sonstige kenntnisse|
    compétences|compétences techniques|savoir-faire|compétences clés|compétences professionnelles|informatique|outils|atouts|aptitudes|
    habilidades|competencias|conocimientos|aptitudes profesionales|destrezas|habilidades técnicas|conocimientos técnicos|conocimientos informáticos|informática|
    competências|habilidades e competências|conhecimentos|aptidões|competências técnicas|conhecimentos técnicos|
    competenze|capacità|competenze tecniche|capacità e competenze|conoscenze informatiche|competenze informatiche|conoscenze|
    vaardigheden|competenties|kennis|kennis en vaardigheden|computervaardigheden|专业技能|技能|技能特长|个人技能|技术栈|掌握技能|专业能力|核心技能|スキル|技能・スキル|専門スキル|テクニカルスキル|活かせる経験・知識|
    core competences|key competencies|technical competencies|areas of strength|edv|softwarekenntnisse|methodenkompetenz|schlüsselkompetenzen|kernkompetenzen|compétences informatiques|savoir-être|logiciels|habilidades y competencias|aptitudes y conocimientos|vaardigheden en competenties|kerncompetenties|kerncompetenties en vaardigheden|computerkennis|it-vaardigheden|technische vaardigheden|sterke punten|kwaliteiten|kompetenser|färdigheter|kunskaper|datakunskaper|it-kunskaper|保有スキル|スキルセット|技術スキル|使用技術|開発スキル|得意分野|pcスキル`,
  languages: `languages|language skills|spoken languages|foreign languages|language proficiency|
    sprachen|sprachkenntnisse|fremdsprachen|langues|langues étrangères|compétences linguistiques|
    idiomas|lenguas|lenguajes|línguas|idiomas estrangeiros|lingue|lingue straniere|conoscenze linguistiche|competenze linguistiche|
    talen|talenkennis|语言|语言能力|外语|外语水平|语言技能|外语能力|言語|語学|語学力|
    sprachkompetenz|sprachen und niveau|compétences en langues|conocimiento de idiomas|taalvaardigheden|taalvaardigheid|språk|språkkunskaper|språkkunskap|語学スキル|外国語`,
  interests: `interests|hobbies|hobbies and interests|interests and hobbies|personal interests|activities|extracurricular activities|leisure|pastimes|activities and interests|
    interessen|hobbys|freizeit|hobbys und interessen|interessen und hobbys|centres d'intérêt|centres d'intérêts|loisirs|intérêts|passions|divers|
    intereses|aficiones|hobbies e intereses|intereses personales|pasatiempos|interesses|passatempos|interesses pessoais|hobbies e interesses|
    interessi|interessi personali|hobby|hobby e interessi|tempo libero|interesses en hobby's|hobby's|interesses en hobbys|vrije tijd|兴趣|爱好|兴趣爱好|个人爱好|趣味|趣味・特技|特技|
    leisure interests|private interessen|persönliche interessen|freizeitaktivitäten|activités et loisirs|loisirs et centres d'intérêt|activités extra-professionnelles|aficiones e intereses|vrijetijdsbesteding|hobby's en interesses|interesses en vrije tijd|intressen|fritidsintressen|hobbyer|趣味・関心`,
  references: `references|referees|testimonials|recommendations|professional references|
    referenzen|empfehlungen|références|recommandations|recommandation|referencias|recomendaciones|referências|recomendações|
    referenze|raccomandazioni|referenties|aanbevelingen|推荐人|推荐信|证明人|推荐|推薦者|推薦人|参照|
    referenser|referentie|referenzpersonen|personnes de référence`,
  projects: `projects|selected projects|personal projects|side projects|key projects|portfolio|open source|open-source|open source projects|academic projects|research projects|notable projects|project experience|selected work|selected works|
    projekte|ausgewählte projekte|projekterfahrung|eigene projekte|referenzprojekte|
    projets|projets personnels|réalisations|projets réalisés|proyectos|proyectos destacados|trabajos|proyectos seleccionados|
    projetos|projetos pessoais|projectos|portfólio|progetti|progetti personali|progetti selezionati|projecten|项目|项目经历|项目经验|个人项目|主要项目|科研项目|プロジェクト|開発実績|制作実績|
    project work|project history|projektübersicht|projekte und referenzen|projets académiques|projectervaring|eigen projecten|projekt i urval|プロジェクト経歴|プロジェクト経験|主なプロジェクト|ポートフォリオ|個人開発`,
  other: `talks|invited talks|presentations|patents|conferences|memberships|professional memberships|affiliations|professional affiliations|teaching|service to the profession|media|press|appendix|declaration|selected talks|speaking|conference presentations|
    vorträge|patente|mitgliedschaften|konferenzen|conférences|brevets|adhésions|conferencias|patentes|membresías|afiliaciones|palestras|conferenze|brevetti|presentaties|octrooien|lidmaatschappen|专利|演讲|会议|学术会议|会员|特許|講演|
    övrigt|uppdrag|patent|overige|diversen|其他|その他|additional information|weitere angaben|sonstiges|informations complémentaires|otros datos|información adicional|altre informazioni|outras informações|overige informatie`,
};

const KIND_OF = new Map<string, SectionKind>();
for (const [kind, words] of Object.entries(HEADINGS) as [SectionKind, string][])
  for (const word of words.split("|")) {
    const key = tight(word);
    if (key && !KIND_OF.has(key)) KIND_OF.set(key, kind);
  }

/** Words of the table that are long enough to be recognised inside a longer heading, longest first. */
const INSIDE = [...KIND_OF]
  .filter(([word]) => word.length >= 6)
  .toSorted((a, b) => b[0].length - a[0].length);

const AND = /\s+(?:and|und|et|y|e|en|und)\s+|\s*[&+/,、与和]\s*/iu;

/**
 * The section a line of text announces when it is nothing but one of the known headings, a count in
 * brackets or a colon apart; null for anything else.
 */
export const headingKind = remembered(kindOfHeading);

function kindOfHeading(text: string): SectionKind | null {
  const bare = text
    .replace(/\(\s*\d+\s*\)\s*$/, "")
    .replace(/[:：|]\s*$/, "")
    .trim();
  if (!bare || bare.length > 60 || /\d{4}/.test(bare) || /[@•|]/.test(bare)) return null;
  const whole = KIND_OF.get(tight(bare));
  if (whole) return whole;
  const halves = bare.split(AND).map((half) => KIND_OF.get(tight(half)));
  if (halves.length > 1 && halves.length < 4 && halves.every(Boolean)) return halves[0]!;
  return null;
}

/** For a line that looks like a heading though the table doesn't hold it: the kind a word in it names. */
export function headingKindInside(text: string): SectionKind | null {
  const key = tight(text);
  // “Projects experience” is about projects: the word that stands first names it.
  const inside = INSIDE.flatMap(([word, kind]) => {
    const at = key.indexOf(word);
    return at < 0 ? [] : [{ at, kind }];
  });
  return inside.toSorted((a, b) => a.at - b.at)[0]?.kind ?? null;
}
