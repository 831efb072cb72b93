/** What a contact form says, in the languages that sites are mostly written in; English for all others. */
export interface ContactWords {
  readonly title: string;
  readonly name: string;
  readonly email: string;
  readonly message: string;
  readonly send: string;
  /** While the proof of work is still being made. */
  readonly wait: string;
  /** Beside the field that people don’t see. */
  readonly leaveEmpty: string;
}

const WORDS: Readonly<Record<string, ContactWords>> = {
  en: {
    title: "Write to me",
    name: "Your name",
    email: "Your e-mail address",
    message: "Message",
    send: "Send",
    wait: "One moment …",
    leaveEmpty: "Leave this empty",
  },
  de: {
    title: "Schreiben Sie mir",
    name: "Ihr Name",
    email: "Ihre E-Mail-Adresse",
    message: "Nachricht",
    send: "Senden",
    wait: "Einen Moment …",
    leaveEmpty: "Dieses Feld bleibt leer",
  },
  fr: {
    title: "Écrivez-moi",
    name: "Votre nom",
    email: "Votre adresse e-mail",
    message: "Message",
    send: "Envoyer",
    wait: "Un instant …",
    leaveEmpty: "Laissez ce champ vide",
  },
  es: {
    title: "Escríbame",
    name: "Su nombre",
    email: "Su correo electrónico",
    message: "Mensaje",
    send: "Enviar",
    wait: "Un momento …",
    leaveEmpty: "Deje este campo vacío",
  },
};

/** The words for a page in a language (`de-AT`), and the language that they are in. */
export function contactWords(language: string): {
  readonly words: ContactWords;
  readonly language: string;
} {
  const code = language.slice(0, 2).toLowerCase();
  const known = Object.hasOwn(WORDS, code) ? code : "en";
  return { words: WORDS[known]!, language: known };
}
