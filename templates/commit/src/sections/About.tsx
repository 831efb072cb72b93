import { resume } from "../resume";

export function About() {
  return (
    <div className="row mt-5">
      <p className="in-body max-w-[38rem] text-lead whitespace-pre-line">
        {resume.basics?.summary}
      </p>
    </div>
  );
}
