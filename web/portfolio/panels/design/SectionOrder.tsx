import type { SectionId, Theme } from "../../../../shared/theme.ts";
import { IconButton } from "../../../ui/IconButton.tsx";
import { Popover } from "../../../ui/Popover.tsx";
import { SortableList } from "../../../ui/SortableList.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import type { ThemeAct } from "./design-props.ts";
import { SECTION_NAMES, withOrder, withTitle, withVisible } from "./theme-edits.ts";

export interface SectionOrderProps {
  readonly theme: Theme;
  readonly onTheme: (theme: Theme, act: ThemeAct) => void;
}

/** Sections to drag, hide and title. */
export function SectionOrder({ theme, onTheme }: SectionOrderProps) {
  return (
    <SortableList
      label="Sections, in the order of the page"
      items={theme.sections.map(({ id, title }) => ({ id, label: title ?? SECTION_NAMES[id] }))}
      onReorder={(ids) =>
        onTheme(withOrder(theme, ids as readonly SectionId[]), { label: "Move a section" })
      }
    >
      {({ id }) => <SectionRow id={id as SectionId} theme={theme} onTheme={onTheme} />}
    </SortableList>
  );
}

function SectionRow({ id, theme, onTheme }: SectionOrderProps & { readonly id: SectionId }) {
  const section = theme.sections.find((one) => one.id === id);
  if (section === undefined) return null;
  const name = section.title ?? SECTION_NAMES[id];
  return (
    <span className="section-row" data-hidden={!section.visible || undefined}>
      <span>{name}</span>
      <Popover
        label={`Title of ${SECTION_NAMES[id]}`}
        placement="bottom end"
        trigger={<IconButton label={`Title of ${name}`} icon="pencil" size="small" />}
      >
        <div className="section-title">
          <TextField
            label="Title on the page"
            value={section.title ?? ""}
            placeholder={SECTION_NAMES[id]}
            onChange={(title) =>
              onTheme(withTitle(theme, id, title), {
                label: `Title of ${SECTION_NAMES[id].toLowerCase()}`,
                group: `title:${id}`,
              })
            }
          />
        </div>
      </Popover>
      <IconButton
        label={section.visible ? `Hide ${name}` : `Show ${name}`}
        icon={section.visible ? "eye" : "eye-off"}
        size="small"
        onPress={() =>
          onTheme(withVisible(theme, id, !section.visible), {
            label: `${section.visible ? "Hide" : "Show"} ${name}`,
          })
        }
      />
    </span>
  );
}
