import type { ResumeList } from "../../../../shared/resume.ts";
import { Button } from "../../../ui/Button.tsx";
import { EmptyState } from "../../../ui/EmptyState.tsx";
import { showToast } from "../../../ui/Toast.tsx";
import type { ContentPlace } from "./content-place.ts";
import { duplicateItem, removeItem, valueAt } from "./edit-json.ts";
import { entryTitle } from "./entry-text.ts";
import { FieldRows } from "./FieldRow.tsx";
import { PanelHeading } from "./PanelHeading.tsx";
import { useResumeEditing } from "./resume-editing.tsx";
import { formSection } from "./resume-fields.ts";

export interface EntryFormProps {
  readonly id: ResumeList;
  readonly index: number;
  readonly onUp: () => void;
  readonly go: (place: ContentPlace) => void;
}

/** One entry with all its fields. */
export function EntryForm({ id, index, onUp, go }: EntryFormProps) {
  const { document, replace, undo } = useResumeEditing();
  const section = formSection(id)!;
  const entry = valueAt(document, `/${id}/${index}`);
  if (entry === undefined) {
    return (
      <>
        <PanelHeading title="Gone" up={section.label} onUp={onUp} />
        <EmptyState
          title="This entry isn’t there any more"
          text="It was taken away by undo or in the code."
          action={
            <Button size="small" onPress={onUp}>{`Back to ${section.label.toLowerCase()}`}</Button>
          }
        />
      </>
    );
  }
  const title = entryTitle(section, entry);
  const remove = () => {
    replace(removeItem(document, `/${id}`, index), { label: `Remove ${title}` });
    onUp();
    showToast({
      title: `Removed ${title}`,
      topic: "undo",
      action: { label: "Undo", onPress: undo },
    });
  };
  const duplicate = () => {
    replace(duplicateItem(document, `/${id}`, index), { label: `Duplicate ${title}` });
    go({ at: "entry", id, index: index + 1 });
  };
  return (
    <>
      <PanelHeading title={title} up={section.label} onUp={onUp} />
      <div className="content-form">
        <FieldRows fields={section.fields} pointer={`/${id}/${index}`} />
        <div className="content-acts">
          <Button size="small" onPress={duplicate}>
            Duplicate
          </Button>
          <Button size="small" variant="quiet" onPress={remove}>
            Remove
          </Button>
        </div>
      </div>
    </>
  );
}
