import { useNavigate } from "@tanstack/react-router";
import { useCallback } from "react";
import { AnswersForm } from "../../cv/answers/AnswersForm.tsx";
import { ErrorState } from "../../ui/ErrorState.tsx";
import { showToast } from "../../ui/Toast.tsx";
import { useAnswers } from "../flows/use-answers.ts";
import { useForesight } from "../flows/use-start.ts";

/** No CV at hand: a few questions become a résumé and a site (R1.11). */
export function WriteRoute() {
  const navigate = useNavigate();
  const open = useCallback(
    (id: string) => void navigate({ to: "/studio/$id", params: { id } }),
    [navigate],
  );
  const { answers, isKept, isMaking, failure, change, make, startOver } = useAnswers(open);
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
