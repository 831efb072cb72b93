import type { ResumeList } from "../../../../shared/resume.ts";
import { Button } from "../../../ui/Button.tsx";
import { EmptyState } from "../../../ui/EmptyState.tsx";
import { SortableList } from "../../../ui/SortableList.tsx";
import type { ContentPlace } from "./content-place.ts";
import { insertItem, reorderItems, valueAt } from "./edit-json.ts";
import { entryBeside, entryTitle } from "./entry-text.ts";
import { PanelHeading } from "./PanelHeading.tsx";
import { useResumeEditing } from "./resume-editing.tsx";
import { formSection } from "./resume-fields.ts";

export interface SectionListProps {
  readonly id: ResumeList;
  readonly onUp: () => void;
  readonly go: (place: ContentPlace) => void;
}

/** The entries of one section: open, add, drag. */
export function SectionList({ id, onUp, go }: SectionListProps) {
  const { document, replace } = useResumeEditing();
  const section = formSection(id)!;
  const pointer = `/${id}`;
  const found = valueAt(document, pointer);
  const list = Array.isArray(found) ? found : [];
  const add = () => {
    replace(insertItem(document, pointer, {}), { label: `Add ${section.entry}` });
    go({ at: "entry", id, index: list.length });
  };
  return (
    <>
      <PanelHeading title={section.label} up="Content" onUp={onUp} />
      {list.length === 0 ? (
        <EmptyState
          title={section.empty}
          text="Until then the site shows no trace of it."
          action={<Button size="small" onPress={add}>{`Add ${section.entry}`}</Button>}
        />
      ) : (
        <div className="content-list" data-pointer={pointer}>
          <SortableList
            label={section.label}
            items={list.map((entry, at) => ({ id: String(at), label: entryTitle(section, entry) }))}
            onReorder={(ids) =>
              replace(reorderItems(document, pointer, ids.map(Number)), {
                label: `Move in ${section.label.toLowerCase()}`,
              })
            }
            onAction={(at) => go({ at: "entry", id, index: Number(at) })}
          >
            {({ id: at, label }) => (
              <span className="content-entry">
                <b>{label}</b>
                <small>{entryBeside(section, list[Number(at)] ?? {})}</small>
              </span>
            )}
          </SortableList>
          <div className="content-acts">
            <Button size="small" onPress={add}>
              Add {section.entry}
            </Button>
          </div>
        </div>
      )}
    </>
  );
}
