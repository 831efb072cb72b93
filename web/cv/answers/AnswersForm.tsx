import type { ReactNode } from "react";
import {
  linkProblem,
  type AnsweredEntry,
  type FewAnswers,
} from "../../../shared/cv/resume-of-answers.ts";
import { Button } from "../../ui/Button.tsx";
import { TextField, type TextFieldProps } from "../../ui/TextField.tsx";
import { AnsweredEntries } from "./AnsweredEntries.tsx";
import "./answers.css";

export interface AnswersFormProps {
  readonly answers: FewAnswers;
  readonly onChange: (answers: FewAnswers) => void;
  readonly onMake: () => void;
  readonly isMaking: boolean;
  /** Empties the form. */
  readonly onStartOver: () => void;
  /** Why no site came of it; below the fields, above the button. */
  readonly failure?: ReactNode;
}

type Line = Exclude<keyof FewAnswers, "work" | "study">;

/** A few questions on one page instead of a CV: only the name is needed. */
export function AnswersForm(props: AnswersFormProps) {
  const { answers, onChange, onMake, isMaking, onStartOver, failure } = props;
  const entries = (key: "work" | "study") => ({
    entries: answers[key],
    onChange: (next: readonly AnsweredEntry[]) => onChange({ ...answers, [key]: next }),
  });
  return (
    <form
      className="answers"
      onSubmit={(event) => {
        event.preventDefault();
        onMake();
      }}
    >
      <AboutYou answers={answers} onChange={onChange} />
      <Group title="Work">
        <AnsweredEntries of="work" {...entries("work")} />
      </Group>
      <Group title="Studies">
        <AnsweredEntries of="study" {...entries("study")} />
      </Group>
      <SkillsAndContact answers={answers} onChange={onChange} />
      <footer className="answers-foot">
        {failure}
        <div className="answers-acts">
          <Button type="submit" variant="primary" size="large" isPending={isMaking}>
            Make a website
          </Button>
          <Button variant="quiet" size="large" onPress={onStartOver}>
            Empty the form
          </Button>
        </div>
      </footer>
    </form>
  );
}

type PartProps = Pick<AnswersFormProps, "answers" | "onChange">;

/** Makes the fields of single answers. */
const fieldsOf =
  ({ answers, onChange }: PartProps) =>
  (key: Line, words: Pick<TextFieldProps, "label"> & Partial<TextFieldProps>) => (
    <TextField
      {...words}
      value={answers[key]}
      onChange={(value) => onChange({ ...answers, [key]: value })}
    />
  );

function AboutYou(props: PartProps) {
  const field = fieldsOf(props);
  return (
    <Group title="You">
      {field("name", {
        label: "Name",
        autoComplete: "name",
        isRequired: true,
        validate: blankName,
      })}
      <div className="answers-pair">
        {field("role", { label: "What you do", placeholder: "Wedding photographer" })}
        {field("place", { label: "Where", placeholder: "Porto, Portugal" })}
      </div>
      {field("about", { label: "In a sentence or two, who are you?", multiline: true })}
    </Group>
  );
}

function SkillsAndContact(props: PartProps) {
  const field = fieldsOf(props);
  return (
    <>
      <Group title="Skills">
        {field("skills", { label: "What you are good at", description: COMMAS })}
        {field("languages", { label: "Languages", placeholder: "Portuguese, English (fluent)" })}
      </Group>
      <Group title="Contact">
        <div className="answers-pair">
          {field("email", { label: "E-mail", type: "email", autoComplete: "email" })}
          {field("phone", { label: "Phone", type: "tel", autoComplete: "tel" })}
        </div>
        {field("links", {
          label: "Links",
          description: "Your site, your profiles. A space between them.",
          inputMode: "url",
          validate: linkProblem,
        })}
      </Group>
    </>
  );
}

const blankName = (name: string): string | null =>
  name !== "" && name.trim() === "" ? "Your name is needed." : null;

const COMMAS = "With commas between them.";

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="answers-group" aria-label={title}>
      <h2>{title}</h2>
      <div className="answers-fields">{children}</div>
    </section>
  );
}
