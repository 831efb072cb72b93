import type { ReactNode } from "react";
import type { SectionId, Theme } from "../../../../shared/theme.ts";
import { Icon } from "../../../ui/Icon.tsx";
import { SortableList } from "../../../ui/SortableList.tsx";
import type { ContentPlace } from "./content-place.ts";
import { valueAt, type Json } from "./edit-json.ts";
import { LockToggle, type SectionLocks } from "./LockToggle.tsx";
import { useResumeEditing } from "./resume-editing.tsx";
import { SiteLanguages, type SiteLanguagesProps } from "./SiteLanguages.tsx";
import { FORM_SECTIONS, formSection, type FormSection } from "./resume-fields.ts";

export interface ContentOverviewProps extends SectionLocks {
  readonly sections: Theme["sections"];
  readonly onSections: (order: readonly SectionId[]) => void;
  readonly languages: SiteLanguagesProps;
  readonly go: (place: ContentPlace) => void;
}

const entries = (document: Json, section: FormSection): number => {
  const list = valueAt(document, `/${section.id}`);
  return Array.isArray(list) ? list.length : 0;
};

const text = (document: Json, pointer: string): string => {
  const value = valueAt(document, pointer);
  return typeof value === "string" ? value : "";
};

/** The parts of the résumé in the order of the page, to drag; and what could be added. */
export function ContentOverview(props: ContentOverviewProps) {
  const { sections, onSections, go, locked, onLock } = props;
  const { document } = useResumeEditing();
  const inOrder = sections.flatMap(({ id }) => formSection(id) ?? []);
  const known = [...inOrder, ...FORM_SECTIONS.filter((section) => !inOrder.includes(section))];
  const filled = known.filter((section) => entries(document, section) > 0);
  const open = known.filter((section) => entries(document, section) === 0);
  const reorder = (ids: readonly string[]) => {
    const order = ids.flatMap((id) => sections.find((section) => section.id === id)?.id ?? []);
    const rest = sections.map(({ id }) => id).filter((id) => !order.includes(id));
    const at = rest.indexOf("about");
    onSections(at === 0 ? ["about", ...order, ...rest.slice(1)] : [...order, ...rest]);
  };

  return (
    <>
      <div className="content-basics">
        <OverviewRow
          title={text(document, "/basics/name") || "Your name"}
          beside={text(document, "/basics/label") || "What you do, contact, links"}
          onPress={() => go({ at: "basics" })}
        />
        <LockToggle id="basics" name="name and contact" {...{ locked, onLock }} />
      </div>
      <h3 className="content-heading">Sections</h3>
      <SortableList
        label="Sections, in the order of the page"
        items={filled.map(({ id, label }) => ({ id, label }))}
        onReorder={reorder}
        onAction={(id) => {
          const section = filled.find((one) => one.id === id);
          if (section) go({ at: "section", id: section.id });
        }}
      >
        {({ id, label }) => (
          <SectionRow label={label} count={entries(document, formSection(id as SectionId)!)}>
            <LockToggle id={id} name={label} {...{ locked, onLock }} />
          </SectionRow>
        )}
      </SortableList>
      {open.length > 0 && <h3 className="content-heading">Could be added</h3>}
      {open.map((section) => (
        <OverviewRow
          key={section.id}
          title={section.label}
          beside={section.empty}
          quiet
          onPress={() => go({ at: "section", id: section.id })}
        />
      ))}
      <SiteLanguages {...props.languages} />
    </>
  );
}

function SectionRow(props: {
  readonly label: string;
  readonly count: number;
  readonly children: ReactNode;
}) {
  const { label, count, children } = props;
  return (
    <span className="content-section">
      <span>{label}</span>
      {children}
      <span className="content-count">{count}</span>
      <Icon name="chevron-right" size={16} />
    </span>
  );
}

interface OverviewRowProps {
  readonly title: ReactNode;
  readonly beside: ReactNode;
  readonly quiet?: boolean;
  readonly onPress: () => void;
}

function OverviewRow({ title, beside, quiet, onPress }: OverviewRowProps) {
  return (
    <button type="button" className="content-row" data-quiet={quiet || undefined} onClick={onPress}>
      <span>
        <b>{title}</b>
        <small>{beside}</small>
      </span>
      <Icon name={quiet ? "plus" : "chevron-right"} size={16} />
    </button>
  );
}
