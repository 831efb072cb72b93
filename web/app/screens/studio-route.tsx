import { accountPath } from "../../account/AccountLink.tsx";
import { useNavigate, useParams } from "@tanstack/react-router";
import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from "react";
import type { SourceCv } from "../../../shared/ports/portfolio-storage.ts";
import type { Resume } from "../../../shared/resume.ts";
import { readResume } from "../../../shared/portfolio/read-resume.ts";
import type { OpenProject } from "../../project/open-project.ts";
import { useProjectState } from "../../project/use-project.ts";
import { PreviewFrame } from "../../sandbox/PreviewFrame.tsx";
import { showToast } from "../../ui/Toast.tsx";
import { portfolioStorage } from "../compose.ts";
import { askBetterTextOf } from "../flows/ask-better-text.ts";
import { studioExports } from "../flows/studio-exports.ts";
import { useAiReading } from "../flows/use-ai-reading.ts";
import { useDeeperLook } from "../flows/use-deeper-look.ts";
import { useOwnComponents } from "../flows/use-own-components.ts";
import { useFunnel } from "../flows/use-funnel.ts";
import { useChat } from "../flows/use-chat.ts";
import { usePicture } from "../flows/use-picture.ts";
import { usePublishing } from "../flows/use-publishing.ts";
import { useReview } from "../flows/use-review.ts";
import { usePortfolio, useSandbox, type OpenedPortfolio } from "../flows/use-studio.ts";
import { CannotOpenScreen } from "./CannotOpenScreen.tsx";
import { StudioScreen } from "./studio/StudioScreen.tsx";
import type { PortfolioActs, StudioReview, StudioSandbox } from "./studio/studio-props.ts";

const ReviewPanel = lazy(() =>
  import("../../cv/review/ReviewPanel.tsx").then((module) => ({ default: module.ReviewPanel })),
);

const ExplainPanel = lazy(() =>
  import("../../cv/explain/ExplainPanel.tsx").then((module) => ({ default: module.ExplainPanel })),
);

/** The studio of the portfolio that the address names. */
export function StudioRoute() {
  const { id } = useParams({ from: "/studio/$id" });
  return <Portfolio key={id} id={id} />;
}

function Portfolio({ id }: { readonly id: string }) {
  const opened = usePortfolio(id);
  if (opened.status === "opening") return null;
  if (opened.status === "failed") return <CannotOpenScreen failure={opened.failure} />;
  return <OpenStudio opened={opened} />;
}

function OpenStudio({ opened }: { readonly opened: OpenedPortfolio & { status: "open" } }) {
  const { project, source, storageFailure } = opened;
  const sandbox = useWatchedSandbox(project);
  const portfolios = usePortfolioActs(project);
  const running = sandbox.status === "open" ? sandbox.sandbox : null;
  const chat = useChat(project, sandbox);
  const own = useOwnComponents(project, chat);
  const askBetterText = useMemo(() => askBetterTextOf(project), [project]);
  const exports = useMemo(() => studioExports(project, running), [project, running]);
  const publishing = usePublishing(project, running);
  const review = useReview(project, source);
  useNotices(project);
  const [over, setOver] = useState<"review" | "explain" | null>(null);
  const explain = useCallback(() => setOver("explain"), []);
  const [focus, setFocus] = useState<{ readonly pointer: string } | null>(null);
  return (
    <>
      <StudioScreen
        project={project}
        unkept={storageFailure}
        sandbox={sandbox}
        PreviewFrame={PreviewFrame}
        portfolios={portfolios}
        exports={exports}
        {...publishing}
        chat={chat}
        own={own}
        askBetterText={askBetterText}
        focus={focus}
        isCovered={over !== null}
        review={source && studioReview(source, review.uncertain, setOver)}
      />
      {source && over === "review" && (
        <Suspense>
          <Review
            project={project}
            source={source}
            review={review}
            onEdit={(pointer) => {
              setOver(null);
              setFocus({ pointer });
            }}
            onExplain={explain}
            onClose={() => setOver(null)}
          />
        </Suspense>
      )}
      {source && over === "explain" && (
        <Suspense>
          <ExplainPanel {...source} onClose={() => setOver(null)} />
        </Suspense>
      )}
    </>
  );
}

const studioReview = (
  source: SourceCv,
  uncertain: number,
  open: (over: "review" | "explain") => void,
): StudioReview => ({
  uncertain,
  open: () => open("review"),
  explain: source.document.kind === "resume" ? null : () => open("explain"),
});

/** Runs the project; its picture for the shelf is taken, and how far people come is counted. */
function useWatchedSandbox(project: OpenProject): StudioSandbox {
  const sandbox = useSandbox(project);
  const running = sandbox.status === "open" ? sandbox.sandbox : null;
  // A build with Node takes seconds of the machine: pictures are the instant sandbox's to make.
  usePicture(project, running?.kind === "instant" ? running : null);
  useFunnel(project, sandbox);
  return sandbox;
}

function Review(props: {
  readonly project: OpenProject;
  readonly source: SourceCv;
  readonly review: ReturnType<typeof useReview>;
  readonly onEdit: (pointer: string) => void;
  readonly onExplain: () => void;
  readonly onClose: () => void;
}) {
  const { project, source, review, onEdit, onExplain, onClose } = props;
  const files = useProjectState(project, (state) => state.files);
  const resume = useMemo<Resume>(() => {
    const read = readResume(files);
    return read.ok ? read.value : {};
  }, [files]);
  const ai = useAiReading(project, source.document);
  const deeper = useDeeperLook(project.id, resume);
  return (
    <ReviewPanel
      ai={ai}
      deeper={deeper}
      document={source.document}
      extraction={source.extraction}
      bytes={source.bytes}
      resume={resume}
      confirmed={review.confirmed}
      onChange={review.onChange}
      onConfirm={review.onConfirm}
      onEdit={onEdit}
      onExplain={onExplain}
      onClose={onClose}
    />
  );
}

/** Says what another tab's work means for this one. */
function useNotices(project: OpenProject): void {
  useEffect(
    () =>
      project.onNotice(({ message, nextStep }) => {
        showToast({ title: message, detail: nextStep });
      }),
    [project],
  );
}

function usePortfolioActs(project: OpenProject): PortfolioActs {
  const navigate = useNavigate();
  const open = useCallback(
    (id: string) => void navigate({ to: "/studio/$id", params: { id } }),
    [navigate],
  );
  return useMemo(
    () => ({
      open,
      showAll: () => void navigate({ to: "/" }),
      openAccount: async () => {
        const flushed = await project.flush();
        if (flushed.ok) location.assign(accountPath(location.pathname));
      },
      openSites: async () => {
        const flushed = await project.flush();
        if (flushed.ok) location.assign("/sites");
      },
      duplicate: async () => {
        const flushed = await project.flush();
        if (!flushed.ok) return flushed;
        const storage = await portfolioStorage();
        return storage.duplicate(project.id, `${project.getState().name} (copy)`);
      },
    }),
    [navigate, open, project],
  );
}
