import { useEffect, useEffectEvent, useMemo, useRef } from "react";
import type { SectionId, Theme } from "../../../../shared/theme.ts";
import { BasicsForm } from "./BasicsForm.tsx";
import { ContentOverview } from "./ContentOverview.tsx";
import { placeAbove, pointersAround, type ContentPlace } from "./content-place.ts";
import { setAt, type Json } from "./edit-json.ts";
import { EntryForm } from "./EntryForm.tsx";
import type { SectionLocks } from "./LockToggle.tsx";
import {
  ResumeEditingProvider,
  type AskBetterText,
  type ResumeAct,
  type ResumeEditing,
} from "./resume-editing.tsx";
import type { SiteLanguagesProps } from "./SiteLanguages.tsx";
import { SectionList } from "./SectionList.tsx";
import "../sorted-rows.css";
import "./content.css";

export interface ContentPanelProps extends SectionLocks {
  readonly document: Json;
  /** The theme's sections, in their order on the page. */
  readonly sections: Theme["sections"];
  readonly onEdit: (document: Json, act: ResumeAct) => void;
  readonly onSections: (order: readonly SectionId[]) => void;
  readonly onUndo: () => void;
  readonly onPicture: ResumeEditing["addPicture"];
  readonly ownPicture: ResumeEditing["ownPicture"];
  readonly askBetterText: AskBetterText;
  readonly languages: SiteLanguagesProps;
  readonly place: ContentPlace;
  readonly onPlace: (place: ContentPlace) => void;
  /** Puts the cursor in a field (JSON Pointer) of the place that is shown. */
  readonly field: { readonly pointer: string } | null;
  readonly onFieldShown: () => void;
}

/** The résumé as a calm form: overview, a part, one entry. */
export function ContentPanel(props: ContentPanelProps) {
  const { document, onEdit, onUndo, onPicture, ownPicture, askBetterText, field } = props;
  const room = useRef<HTMLDivElement>(null);
  const shown = useEffectEvent(props.onFieldShown);
  useEffect(() => {
    if (field === null) return;
    focusField(room.current, field.pointer);
    shown();
  }, [field]);
  const go = (next: ContentPlace) => {
    props.onPlace(next);
    room.current?.scrollTo(0, 0);
  };

  const editing = useMemo<ResumeEditing>(
    () => ({
      document,
      set: (pointer, value, act) => onEdit(setAt(document, pointer, value), act),
      replace: onEdit,
      undo: onUndo,
      addPicture: onPicture,
      ownPicture,
      askBetterText,
    }),
    [document, onEdit, onUndo, onPicture, ownPicture, askBetterText],
  );
  return (
    <ResumeEditingProvider value={editing}>
      <div className="content" ref={room}>
        <Place
          place={props.place}
          go={go}
          sections={props.sections}
          onSections={props.onSections}
          languages={props.languages}
          locked={props.locked}
          onLock={props.onLock}
        />
      </div>
    </ResumeEditingProvider>
  );
}

interface PlaceProps
  extends SectionLocks, Pick<ContentPanelProps, "sections" | "onSections" | "languages"> {
  readonly place: ContentPlace;
  readonly go: (place: ContentPlace) => void;
}

function Place({ place, go, ...overview }: PlaceProps) {
  const up = () => go(placeAbove(place));
  switch (place.at) {
    case "overview":
      return <ContentOverview {...overview} go={go} />;
    case "basics":
      return <BasicsForm onUp={up} />;
    case "section":
      return <SectionList id={place.id} onUp={up} go={go} />;
    case "entry":
      return (
        <EntryForm
          key={`${place.id}/${place.index}`}
          id={place.id}
          index={place.index}
          onUp={up}
          go={go}
        />
      );
  }
}

/** Focuses the field, or the nearest thing around it that stands in the form. */
function focusField(room: HTMLElement | null, pointer: string): void {
  for (const near of pointersAround(pointer)) {
    const found = room?.querySelector(`[data-pointer="${CSS.escape(near)}"]`);
    const control = found?.querySelector<HTMLElement>("input, textarea, button");
    if (control) {
      control.focus({ preventScroll: true });
      control.scrollIntoView({ block: "center" });
      return;
    }
  }
}
