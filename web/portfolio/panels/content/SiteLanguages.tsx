import { useRef, useState } from "react";
import type { Result } from "../../../../shared/failure.ts";
import { AskingNote } from "../../../ui/AskingNote.tsx";
import { Button } from "../../../ui/Button.tsx";
import { ErrorState } from "../../../ui/ErrorState.tsx";
import { SegmentedControl } from "../../../ui/SegmentedControl.tsx";
import { Select } from "../../../ui/Select.tsx";
import { useAsked, useFocusWithin } from "../../../ui/use-asked.ts";
import { languageName, SITE_LANGUAGES } from "./language-names.ts";

export interface SiteLanguage {
  /** BCP 47. */
  readonly tag: string;
  readonly isShown: boolean;
  readonly isOriginal: boolean;
  /** Texts of the original that this language doesn't have as they are now. */
  readonly missing: readonly string[];
  /** Dates, names or the order have changed in the original. */
  readonly hasOtherFacts: boolean;
}

/** What came of translating. */
export interface TranslationReport {
  readonly tag: string;
  readonly translated: number;
  /** Texts that stay as they were: their translation changed a number, a date or an address. */
  readonly refused: readonly string[];
  /** Texts whose translation names somebody or something else: to be looked at. */
  readonly doubtful: readonly string[];
}

export interface SiteLanguagesProps {
  readonly languages: readonly SiteLanguage[];
  /** Makes a language, or brings it up to date; an act that can be undone. */
  readonly onTranslate: (
    tag: string,
    signal: AbortSignal,
    onProgress: (done: number, of: number) => void,
  ) => Promise<Result<TranslationReport>>;
  readonly onShow: (tag: string) => void;
  readonly onRemove: (tag: string) => void;
}

/** The site’s languages: which is shown, which is out of date, and one more (R4.8). */
export function SiteLanguages(props: SiteLanguagesProps) {
  const { languages, onTranslate, onShow, onRemove } = props;
  const { isAsking, failure, answer, ask, stop } = useAsked<TranslationReport>();
  const [progress, setProgress] = useState("");
  const room = useRef<HTMLElement>(null);
  useFocusWithin(room, isAsking, answer);
  const translate = (tag: string) => {
    setProgress("");
    ask((signal) =>
      onTranslate(tag, signal, (done, of) => setProgress(`, ${done} of ${of} texts`)),
    );
  };
  const shown = languages.find((one) => one.isShown);
  return (
    <section ref={room} className="site-languages" aria-label="Languages of the site">
      <h3 className="content-heading">Languages of the site</h3>
      <div className="site-languages-inside">
        {languages.length > 1 && shown && (
          <Switch languages={languages} shown={shown} onShow={onShow} />
        )}
        {!isAsking &&
          languages.map((one) => (
            <OutOfDate key={one.tag} language={one} onTranslate={() => translate(one.tag)} />
          ))}
        <div aria-live="polite">{answer !== null && !isAsking && <Report report={answer} />}</div>
        {failure && <ErrorState failure={failure} />}
        {isAsking ? (
          <AskingNote onStop={stop}>{`Translating${progress} …`}</AskingNote>
        ) : (
          <Another taken={languages.map(({ tag }) => tag)} onTranslate={translate} />
        )}
        {shown && !shown.isOriginal && !isAsking && (
          <Button size="small" variant="quiet" onPress={() => onRemove(shown.tag)}>
            {`Take ${languageName(shown.tag)} away`}
          </Button>
        )}
      </div>
    </section>
  );
}

function Switch(props: {
  readonly languages: readonly SiteLanguage[];
  readonly shown: SiteLanguage;
  readonly onShow: (tag: string) => void;
}) {
  const { languages, shown, onShow } = props;
  const options = languages.map(({ tag }) => ({ id: tag, label: languageName(tag) }));
  const switching = { label: "The site is shown in", options, value: shown.tag, onChange: onShow };
  return (
    <>
      {languages.length > 3 ? (
        <Select {...switching} />
      ) : (
        <SegmentedControl {...switching} isStretched />
      )}
      <p className="site-languages-note">
        {shown.isOriginal
          ? "This is the original. What you change is translated when you ask for it."
          : "What you change here stays in this language. To change all, go to the original."}
      </p>
    </>
  );
}

const quoted = (texts: readonly string[]): string => {
  const first = texts
    .slice(0, 3)
    .map((text) => (text.length > 40 ? `“${text.slice(0, 39)}…”` : `“${text}”`));
  const more = texts.length - first.length;
  return more > 0 ? `${first.join(", ")} and ${more} more` : first.join(", ");
};

function OutOfDate(props: { readonly language: SiteLanguage; readonly onTranslate: () => void }) {
  const { tag, isOriginal, missing, hasOtherFacts } = props.language;
  if (isOriginal || (missing.length === 0 && !hasOtherFacts)) return null;
  const name = languageName(tag);
  return (
    <div className="site-languages-old">
      <p>
        {missing.length > 0
          ? `${name} is out of date: ${quoted(missing)}.`
          : `${name} is out of date: names, dates or the order were changed.`}
      </p>
      <Button size="small" onPress={props.onTranslate}>
        {missing.length > 0
          ? `Translate ${missing.length === 1 ? "it" : "these"}`
          : "Bring it up to date"}
      </Button>
    </div>
  );
}

function Report({ report }: { readonly report: TranslationReport }) {
  const { tag, translated, refused, doubtful } = report;
  return (
    <div className="site-languages-report">
      <p>
        {`${languageName(tag)}: ${translated} ${translated === 1 ? "text" : "texts"} translated. Read them before others do.`}
      </p>
      {refused.length > 0 && (
        <p>{`Left as they were, since a number, date or link came out differently, or nothing came: ${quoted(refused)}.`}</p>
      )}
      {doubtful.length > 0 && <p>{`With a name that isn’t in your text: ${quoted(doubtful)}.`}</p>}
    </div>
  );
}

function Another(props: {
  readonly taken: readonly string[];
  readonly onTranslate: (tag: string) => void;
}) {
  const { taken, onTranslate } = props;
  const [isOpen, setOpen] = useState(false);
  const [tag, setTag] = useState<string | null>(null);
  const base = new Set(taken.map((one) => one.split("-")[0]));
  const options = SITE_LANGUAGES.filter((one) => !base.has(one)).map((one) => ({
    id: one,
    label: languageName(one),
  }));
  if (!isOpen) {
    return (
      <Button size="small" onPress={() => setOpen(true)}>
        Add a language
      </Button>
    );
  }
  return (
    <div className="site-languages-add">
      <Select
        label="Translate the site into"
        description="The model gets the texts of the site. Names, contact details and dates stay here, as they are."
        options={options}
        value={tag}
        onChange={setTag}
      />
      <div className="better-words-acts">
        <Button
          size="small"
          variant="primary"
          isDisabled={tag === null}
          onPress={() => {
            setOpen(false);
            setTag(null);
            if (tag !== null) onTranslate(tag);
          }}
        >
          Translate
        </Button>
        <Button size="small" variant="quiet" onPress={() => setOpen(false)}>
          Leave
        </Button>
      </div>
    </div>
  );
}
