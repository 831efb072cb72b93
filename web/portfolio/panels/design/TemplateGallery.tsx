import { ListBox, ListBoxItem } from "react-aria-components";
import type { TemplateManifest } from "../../../../shared/template.ts";
import { Dialog } from "../../../ui/Dialog.tsx";
import { TemplatePicture, type TemplatePages } from "./TemplatePicture.tsx";
import { ThemeForm } from "./ThemeForm.tsx";
import "./template-gallery.css";

export interface TemplateGalleryProps {
  readonly isOpen: boolean;
  readonly templates: readonly TemplateManifest[];
  readonly pages: TemplatePages;
  /** The person's name, where a template is drawn with it. */
  readonly name: string;
  /** The template that the portfolio has. */
  readonly value: string;
  readonly onTake: (templateId: string) => void;
  readonly onClose: () => void;
}

/** Every template large, with the person's own page: arrow keys go around, Enter takes, Escape leaves. */
export function TemplateGallery(props: TemplateGalleryProps) {
  const { isOpen, onClose } = props;
  return (
    <Dialog
      title="Templates"
      size="wide"
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
    >
      <Gallery {...props} />
      <ThemeForm {...props} />
    </Dialog>
  );
}

function Gallery({ templates, pages, name, value, onTake, onClose }: TemplateGalleryProps) {
  return (
    <ListBox
      aria-label="Templates"
      className="gallery"
      layout="grid"
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- the dialog asks just this
      autoFocus
      selectionMode="single"
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const [id] = keys;
        if (id !== undefined) onTake(String(id));
        onClose();
      }}
    >
      {templates.map((template) => (
        <ListBoxItem
          key={template.id}
          id={template.id}
          textValue={template.name}
          className="gallery-item"
        >
          <span className="gallery-picture" aria-hidden="true">
            <TemplatePicture template={template} pages={pages} name={name} />
          </span>
          <span className="gallery-name">
            <b>{template.name}</b>
            {template.id === value && <i>now</i>}
          </span>
          <span className="gallery-idea">{template.idea}</span>
        </ListBoxItem>
      ))}
    </ListBox>
  );
}
