import { useCallback, useMemo } from "react";
import { readTheme } from "../../../../shared/portfolio/read-theme.ts";
import { PORTRAIT_PATH, RESUME_PATH, THEME_PATH } from "../../../../shared/project.ts";
import { SECTION_IDS, type SectionId } from "../../../../shared/theme.ts";
import { ContentPanel } from "../../../portfolio/panels/content/ContentPanel.tsx";
import type { Json } from "../../../portfolio/panels/content/edit-json.ts";
import type { ResumeAct } from "../../../portfolio/panels/content/resume-editing.tsx";
import { readResumeDocument } from "../../../portfolio/panels/content/resume-document.ts";
import { portraitShape } from "../../../portfolio/panels/content/portrait/draw-portrait.ts";
import { withOrder } from "../../../portfolio/panels/design/theme-edits.ts";
import { languageActs, siteLanguages } from "../../flows/site-languages.ts";
import { Button } from "../../../ui/Button.tsx";
import { ErrorState } from "../../../ui/ErrorState.tsx";
import { useLocks, useProject, useStudio, useView } from "./studio-context.tsx";
import { openFile } from "./studio-view.ts";

/** The content form over the project's résumé. */
export function ContentRoom() {
  const { acts, view, props } = useStudio();
  const text = useProject((state) => state.files[RESUME_PATH]);
  const themeText = useProject((state) => state.files[THEME_PATH]);
  const field = useView((state) => state.field);
  const place = useView((state) => state.content);
  const read = useMemo(
    () => readResumeDocument(text === undefined ? {} : { [RESUME_PATH]: text }),
    [text],
  );
  const theme = useMemo(
    () => readTheme(themeText === undefined ? {} : { [THEME_PATH]: themeText }),
    [themeText],
  );
  const onEdit = useCallback(
    (document: Json, act: ResumeAct) => acts.editResume(document, act),
    [acts],
  );
  const [locks, turnLock] = useLocks();
  const files = useProject((state) => state.files);
  const languages = useMemo(
    () => ({ ...languageActs(props.project), languages: siteLanguages(files) }),
    [props.project, files],
  );
  const ownPicture = useOwnPicture();
  const onSections = (order: readonly SectionId[]) => {
    if (theme.ok) void acts.editTheme(withOrder(theme.value, order), { label: "Move a section" });
  };
  if (!read.ok) {
    return (
      <ErrorState
        failure={read.failure}
        action={
          <Button onPress={() => view.setState(openFile({ path: RESUME_PATH }))}>
            Open the file
          </Button>
        }
      />
    );
  }
  return (
    <ContentPanel
      document={read.value}
      sections={theme.ok ? theme.value.sections : SECTION_IDS.map((id) => ({ id, visible: true }))}
      field={field}
      onFieldShown={() => view.setState({ field: null })}
      languages={languages}
      place={place}
      onPlace={(content) => view.setState({ content })}
      onEdit={onEdit}
      onSections={onSections}
      onUndo={acts.undo}
      onPicture={acts.addPicture}
      ownPicture={ownPicture}
      askBetterText={props.askBetterText}
      locked={locks.flatMap((lock) => (lock.kind === "section" ? lock.id : []))}
      onLock={(id) => turnLock({ kind: "section", id })}
    />
  );
}

/** The project's own pictures, by the address that the résumé names them by. */
function useOwnPicture() {
  const image = useProject(({ files }) => files[PORTRAIT_PATH]);
  return useCallback(
    (address: string) =>
      portraitShape(address) !== null && image instanceof Uint8Array
        ? new Blob([new Uint8Array(image)], { type: "image/webp" })
        : null,
    [image],
  );
}
