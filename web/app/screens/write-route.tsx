import { useNavigate } from "@tanstack/react-router";
import { useCallback } from "react";
import { NO_ANSWERS, type FewAnswers } from "../../../shared/cv/resume-of-answers.ts";
import { AnswersForm } from "../../cv/answers/AnswersForm.tsx";
import { DescribeYourself } from "../../cv/answers/DescribeYourself.tsx";
import { ErrorState } from "../../ui/ErrorState.tsx";
import { showToast } from "../../ui/Toast.tsx";
import { useAnswers } from "../flows/use-answers.ts";
import { useDescription } from "../flows/use-description.ts";
import { useForesight } from "../flows/use-start.ts";

/** No CV at hand: a few questions become a résumé and a site (R1.11). */
export function WriteRoute() {
  const navigate = useNavigate();
  const open = useCallback(
    (id: string) => void navigate({ to: "/studio/$id", params: { id } }),
    [navigate],
  );
  const { answers, isKept, isMaking, failure, latest, change, make, startOver } = useAnswers(open);
  useForesight();
  const empty = () => {
    startOver();
    showToast({
      title: "The form is empty",
      topic: "undo",
      action: { label: "Undo", onPress: () => change(answers) },
    });
  };
  return (
    <div className="answers-page">
      <header className="answers-head">
        <a className="answers-mark" href="/" aria-label="CV2WEB, to the first screen">
          CV<span>2</span>WEB
        </a>
        <a className="ui-link" href="/">
          I have a CV
        </a>
      </header>
      <main>
        <div className="answers-lead">
          <h1>A few lines will do.</h1>
          <p>
            Only your name is needed; leave out what you like. Everything can be changed later.{" "}
            {isKept
              ? "What you write is kept in this browser as you type."
              : "This browser keeps nothing for us: finish before you close the page."}
          </p>
        </div>
        <Described latest={latest} onChange={change} />
        <AnswersForm
          answers={answers}
          onChange={change}
          onMake={() => void make()}
          isMaking={isMaking}
          onStartOver={empty}
          failure={failure && <ErrorState failure={failure} />}
        />
      </main>
    </div>
  );
}

interface DescribedProps {
  /** The form's answers at the moment. */
  readonly latest: () => FewAnswers;
  readonly onChange: (answers: FewAnswers) => void;
}

/** The way with a model, where there is one; what it takes the place of comes back by “Undo”. */
function Described({ latest, onChange }: DescribedProps) {
  const described = useDescription((next) => {
    const before = latest();
    onChange(next);
    if (JSON.stringify(before) === JSON.stringify(NO_ANSWERS)) return;
    showToast({
      title: "The form has new answers",
      topic: "undo",
      action: { label: "Undo", onPress: () => onChange(before) },
    });
  });
  if (!described.isOffered) return null;
  return (
    <DescribeYourself
      text={described.text}
      onChange={described.change}
      onSort={() => void described.sort()}
      onStop={described.stop}
      isSorting={described.isSorting}
      leftOut={described.leftOut}
      failure={described.failure && <ErrorState failure={described.failure} />}
    />
  );
}
