import { useEffect, useMemo, useState } from "react";
import { useStore } from "zustand";
import { OWN_COMPONENTS } from "../../../../shared/agent/components/own-components.ts";
import { defaultTheme } from "../../../../shared/portfolio/default-theme.ts";
import { readTheme } from "../../../../shared/portfolio/read-theme.ts";
import { RESUME_PATH, THEME_PATH } from "../../../../shared/project.ts";
import type { Theme } from "../../../../shared/theme.ts";
import { listTemplates, loadFontFaces, loadTemplate } from "../../../portfolio/load-template.ts";
import { DesignPanel } from "../../../portfolio/panels/design/DesignPanel.tsx";
import { OwnComponents } from "../../../portfolio/panels/design/OwnComponents.tsx";
import { Button } from "../../../ui/Button.tsx";
import { ErrorState } from "../../../ui/ErrorState.tsx";
import { useProject, useStudio } from "./studio-context.tsx";
import { hasPhoto, personName, useTemplatePages } from "./use-template-pages.ts";
import { openFile } from "./studio-view.ts";

/** The design panel over the project's theme. */
export function DesignRoom() {
  const { acts, view } = useStudio();
  const text = useProject((state) => state.files[THEME_PATH]);
  const name = useProject((state) => personName(state.files[RESUME_PATH]));
  const photo = useProject((state) => hasPhoto(state.files[RESUME_PATH]));
  const pages = useTemplatePages();
  const [pending, setPending] = useState<string | null>(null);
  const theme = useMemo(() => readTheme(text === undefined ? {} : { [THEME_PATH]: text }), [text]);
  const standard = useStandardLook(theme.ok ? theme.value.template : null);
  if (!theme.ok) {
    return (
      <ErrorState
        failure={theme.failure}
        action={
          <Button onPress={() => view.setState(openFile({ path: THEME_PATH }))}>
            Open the file
          </Button>
        }
      />
    );
  }
  return (
    <DesignPanel
      own={<OwnParts />}
      theme={theme.value}
      standard={standard}
      name={name}
      hasPhoto={photo}
      templates={listTemplates()}
      pages={pages}
      pendingTemplate={pending}
      onTheme={(next, act) => void acts.editTheme(next, act)}
      onTemplate={(id) => {
        setPending(id);
        void acts.changeTemplate(id).finally(() => setPending(null));
      }}
      onSurprise={(what) => void acts.surprise(what)}
      onGallery={() => view.setState({ dialog: "gallery" })}
      loadFontFaces={loadFontFaces}
    />
  );
}

/** Asks for another part, which is shown beside the one that is there; nothing where there is no model. */
function OwnParts() {
  const { chat, own } = useStudio().props;
  const offer = useStore(chat.state, (state) => state.offer);
  useEffect(() => chat.prepare(), [chat]);
  if (offer?.isThere !== true) return null;
  return <OwnComponents components={OWN_COMPONENTS} onAsk={own.ask} />;
}

/** The look a template has before anyone has chosen, so that one can go back to it. */
function useStandardLook(templateId: string | null): Theme | null {
  const [look, setLook] = useState<{ readonly of: string; readonly theme: Theme } | null>(null);
  useEffect(() => {
    if (!listTemplates().some(({ id }) => id === templateId) || templateId === null) return;
    let isLeft = false;
    void loadTemplate(templateId).then((source) => {
      if (source.ok && !isLeft) setLook({ of: templateId, theme: defaultTheme(source.value) });
    });
    return () => {
      isLeft = true;
    };
  }, [templateId]);
  return look?.of === templateId ? look.theme : null;
}
