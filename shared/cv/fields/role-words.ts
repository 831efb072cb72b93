import { remembered } from "../remembered.ts";
import { wordsPattern } from "../words.ts";

/** Words that name what somebody does, in en, de, fr, es, pt, it, nl, zh, ja. */
const POSITION = `manager|engineer|developer|director|head|lead|leader|analyst|assistant|associate|consultant|intern|officer|coordinator|co-ordinator|specialist|designer|architect|administrator|president|vice president|founder|co-founder|cofounder|ceo|cto|cfo|coo|professor|lecturer|researcher|scientist|fellow|teacher|tutor|nurse|physician|doctor|clerk|counsel|attorney|lawyer|partner|paralegal|chef|cook|waiter|barista|technician|operator|supervisor|foreman|driver|accountant|auditor|bookkeeper|editor|writer|journalist|producer|photographer|artist|volunteer|trainee|apprentice|freelance|freelancer|freelancing|instructor|examiner|trainer|mentor|coach|representative|agent|advisor|adviser|programmer|tester|secretary|receptionist|buyer|planner|strategist|marketer|executive|educator|librarian|pharmacist|therapist|psychologist|surveyor|inspector|mechanic|electrician|carpenter|welder|plumber|postdoctoral|postdoc|postdoctoral researcher|research assistant|teaching assistant|owner|principal|chair|chairman|chairperson|treasurer|board member|member|organizer|organiser|ambassador|captain|contractor|chief|staff|junior|senior|expert|curator|translator|interpreter|cashier|salesperson|sales|porter|cleaner|caretaker|assessor|reviewer|maintainer|contributor|judge|second in department|busser|dishwasher|server|host|line cook|sous chef|packer|picker|helper|worker|labourer|laborer|illustrator|moderator|facilitator|steward|guide|warden|governor|trustee|responder|pro bono|
leiter|leiterin|leitung|projektleiter|projektleiterin|ingenieur|ingenieurin|entwickler|entwicklerin|berater|beraterin|mitarbeiter|mitarbeiterin|praktikant|praktikantin|praktikum|werkstudent|werkstudentin|geschäftsführer|geschäftsführerin|assistent|assistentin|referent|referentin|sachbearbeiter|sachbearbeiterin|techniker|technikerin|meister|meisterin|auszubildende|auszubildender|lehrer|lehrerin|statiker|statikerin|tragwerksplanerin|bauüberwacher|bauüberwacherin|projektingenieur|projektingenieurin|bauleiter|bauleiterin|architektin|kaufmann|kauffrau|verkäufer|verkäuferin|pfleger|krankenpfleger|krankenschwester|fahrer|koch|köchin|dozent|dozentin|wissenschaftlicher|wissenschaftliche|vorstand|vorsitzende|vorsitzender|ehrenamtlich|ehrenamtliche|trainerin|schatzmeister|schatzmeisterin|bauingenieurin|bauingenieur|studentische hilfskraft|hilfskraft|freiberuflich|selbständig|jugendleiter|
cuisinier|cuisinière|chef de cuisine|chef de partie|second de cuisine|sous-chef|commis|plongeur|serveur|serveuse|ingénieur|ingénieure|développeur|développeuse|directeur|directrice|responsable|chargé|chargée|assistante|stagiaire|stage|apprenti|apprentie|technicien|technicienne|conseiller|conseillère|vendeur|vendeuse|gérant|gérante|formateur|formatrice|enseignant|enseignante|infirmier|infirmière|comptable|bénévole|chef de projet|consultante|fondateur|fondatrice|président|présidente|intervenant|intervenante|
diseñador|diseñadora|ingeniero|ingeniera|desarrollador|desarrolladora|directora|jefe|jefa|gerente|responsable de|analista|asistente|ayudante|auxiliar|becario|becaria|prácticas|técnico|técnica|profesor|profesora|consultor|consultora|coordinador|coordinadora|dirección de arte|voluntario|voluntaria|fundador|fundadora|enfermero|enfermera|cocinero|cocinera|vendedor|vendedora|abogado|abogada|contable|encargado|encargada|autónomo|autónoma|docente|
engenheiro|engenheira|desenvolvedor|desenvolvedora|diretor|diretora|supervisora|líder|encarregado|encarregada|estagiário|estagiária|estágio|conferente|operador|operadora|separador|ajudante|motorista|técnica de|coordenador|coordenadora|professora|voluntária|aprendiz|almoxarife|instrutor|instrutora|
ingegnere|sviluppatore|sviluppatrice|direttore|direttrice|responsabile|addetto|addetta|tecnico|tecnica|tirocinante|tirocinio|stagista|apprendista|operaio|operaia|montatore|montatrice|collaudatore|collaudatrice|trasfertista|impiegato|impiegata|consulente|coordinatore|coordinatrice|insegnante|infermiere|infermiera|cuoco|cuoca|commesso|commessa|progettista|volontario|volontaria|soccorritore|soccorritrice|allenatore|istruttore|capo|capoturno|disegnatore|
medewerker|leidinggevende|ontwikkelaar|stagiair|adviseur|docente|verpleegkundige|beheerder|hoofd|eigenaar|vrijwilliger|
工程师|经理|总监|主管|专员|助理|实习生|实习|分析师|科学家|架构师|开发|设计师|顾问|讲师|教授|研究员|负责人|组长|主任|导师|志愿者|会计|教师|总裁|店长|代表|エンジニア|マネージャー|部長|課長|係長|主任|担当|デザイナー|開発者|インターン|リーダー|コンサルタント|講師|研究員|アルバイト`;

/** Words that name an organisation: legal forms and kinds of house. */
const ORGANISATION = `inc|llc|llp|ltd|limited|plc|corp|corporation|company|co|group|holding|holdings|gmbh|ag|kg|se|ug|e.v|ev|mbh|sa|sas|sarl|s.a|s.l|sl|s.p.a|spa|srl|s.r.l|ltda|s/a|bv|b.v|nv|n.v|oy|ab|as|pty|university|college|institute|institut|school|academy|hospital|clinic|medical center|health|bank|foundation|association|society|department of|ministry|agency|council|trust|laboratory|laboratories|labs|lab|studio|studios|partners|associates|securities|systems|solutions|technologies|technology|software|services|logistics|consulting|ventures|capital|museum|library|church|restaurant|hotel|café|bakery|court|courts|fm|radio|press|transport|nursing|university of|research|club|centre|center|red cross|brigade|union|network|
universität|hochschule|fachhochschule|th|tu|ingenieurbüro|büro|planungsgesellschaft|gesellschaft|verein|landesbetrieb|stadt|amt|ministerium|krankenhaus|klinik|schule|gymnasium|stiftung|verband|feuerwehr|thw|verlag|werke|
université|école|lycée|hôpital|clinique|mairie|association|restaurant|auberge|brasserie|maison|hôtel|fondation|société|entreprise|centre hospitalier|banque|ville de|cfa|
universidad|universitat|escuela|instituto|hospital|clínica|ayuntamiento|fundación|asociación|museo|museu|editorial|estudio|empresa|banco|colegio|bodegas|grupo|diputació|
universidade|escola|hospital|prefeitura|fundação|associação|armazéns|logística|transportes|supermercados|banco|colégio|senai|senac|comércio|indústria|distribuidora|
università|scuola|istituto|ospedale|clinica|comune di|fondazione|associazione|officine|officina|meccanica|azienda|cooperativa|impresa|croce rossa|croce|parrocchia|
universiteit|hogeschool|ziekenhuis|gemeente|stichting|vereniging|bedrijf|
公司|集团|大学|学院|研究所|研究院|银行|医院|有限公司|科技|中心|学校|协会|基金会|事务所|株式会社|会社|大学院|病院|協会|研究室|高校`;

const position = new RegExp(wordsPattern(POSITION.replace(/\n/g, "")), "gu");
const organisation = new RegExp(wordsPattern(ORGANISATION.replace(/\n/g, "")), "gu");

/** Parts of German compounds that name a role at their end. */
const COMPOUND =
  /\p{L}{3,}(?:leiter|leiterin|ingenieur|ingenieurin|entwickler|entwicklerin|berater|beraterin|planer|planerin|techniker|technikerin|manager|managerin|assistent|assistentin|trainer|trainerin|führer|führerin|arbeiter|arbeiterin|lehrer|lehrerin|kraft)(?!\p{L})/u;

const folded = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase();

/** How many words of a text name a role. */
export const positionScore = remembered(
  (text) => (folded(text).match(position)?.length ?? 0) + (COMPOUND.test(folded(text)) ? 1 : 0),
);

/** How many words of a text name an organisation. */
export const organisationScore = remembered(
  (text) => folded(text).match(organisation)?.length ?? 0,
);
