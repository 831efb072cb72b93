import { Radio, RadioGroup } from "react-aria-components";
import type { TemplateManifest } from "../../../../shared/template.ts";
import type { DesignPanelProps } from "./design-props.ts";
import { TemplatePicture } from "./TemplatePicture.tsx";

/** The templates side by side; the chosen one's idea stands under them. */
export function TemplateStrip(
  props: Pick<
    DesignPanelProps,
    "templates" | "theme" | "pages" | "name" | "pendingTemplate" | "onTemplate"
  >,
) {
  const { templates, theme, pendingTemplate, onTemplate } = props;
  const shown = pendingTemplate ?? theme.template;
  const chosen = templates.find(({ id }) => id === shown);
  return (
    <>
      <RadioGroup
        aria-label="Template"
        className="templates"
        orientation="horizontal"
        value={shown}
        onChange={onTemplate}
      >
        {templates.map((template) => (
          <TemplateCard key={template.id} template={template} {...props} />
        ))}
      </RadioGroup>
      <output className="design-note">
        {pendingTemplate === null ? chosen?.idea : `Putting on ${chosen?.name ?? "it"}…`}
      </output>
    </>
  );
}

interface TemplateCardProps extends Pick<DesignPanelProps, "pages" | "name"> {
  readonly template: TemplateManifest;
}

function TemplateCard({ template, pages, name }: TemplateCardProps) {
  return (
    <Radio value={template.id} className="template">
      <span className="template-picture" aria-hidden="true">
        <TemplatePicture template={template} pages={pages} name={name} />
      </span>
      {template.name}
    </Radio>
  );
}
