import type { ReactNode } from "react";
import type { Result } from "../../../../shared/failure.ts";
import type { FontFaces } from "../../../../shared/portfolio/project-fonts.ts";
import type { TemplateManifest } from "../../../../shared/template.ts";
import type { Theme } from "../../../../shared/theme.ts";
import type { TemplatePages } from "./TemplatePicture.tsx";

export interface ThemeAct {
  readonly label: string;
  readonly group?: string;
}

export interface DesignPanelProps {
  /** Parts that a model writes anew; nothing where there is none. */
  readonly own: ReactNode;
  readonly theme: Theme;
  /** The look that the template has before anyone has chosen; `null` while it isn't known. */
  readonly standard: Theme | null;
  /** The person's name, to show type in. */
  readonly name: string;
  /** The résumé names a picture of them: its shape can be chosen. */
  readonly hasPhoto: boolean;
  readonly templates: readonly TemplateManifest[];
  readonly pages: TemplatePages;
  /** The template that is being put on, if one is. */
  readonly pendingTemplate: string | null;
  readonly onTheme: (theme: Theme, act: ThemeAct) => void;
  readonly onTemplate: (templateId: string) => void;
  /** Another look by chance; with another template too where that is asked for. */
  readonly onSurprise: (what: "look" | "template") => void;
  /** Shows the templates large. */
  readonly onGallery: () => void;
  readonly loadFontFaces: (pairId: string) => Promise<Result<FontFaces>>;
}
