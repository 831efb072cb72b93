/**
 * A position that is teaching says so in its name. A lecturer's or a professor's post is more than
 * that, and stays among the posts.
 */
const TEACHING =
  /\b(teaching|teacher|tutor|instructor|course (leader|convenor|director|lead)|module (leader|convenor|lead)|guest lecturer|visiting lecturer|teaching fellow|lehrauftrag|lehrbeauftragte[r]?|tutorin|dozentur|chargée? (de cours|d’enseignement|de td)|vacataire|docencia|profesora? (invitad[oa]|visitante)|docência|monitora?|professora? convidad[oa]|docente a contratto|docent)\b|助教|授课|非常勤講師|مدرّ?س/iu;

export const isTeaching = ({ position }: { position?: string }) => TEACHING.test(position ?? "");

/** Money for research: it says so in its title. */
const GRANT =
  /\b(grants?|fellowships?|studentships?|scholarships?|funding|starting grant|forschungsförderung|sachbeihilfe|stipendium|bourse|financement|subvention|becas?|ayuda|bolsa|financiamento|borsa|finanziamento|beurs|subsidie)\b|基金|助成|科研費|منحة/iu;

export const isGrant = ({ title }: { title?: string }) => GRANT.test(title ?? "");
