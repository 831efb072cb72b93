import { filled } from "../filled";
import { resume } from "../resume";

export function References() {
  return (
    <div className="row mt-6 gap-y-8">
      {filled(resume.references).map(({ name, reference }, index) => (
        <figure key={index} className="in-body">
          {reference && (
            <blockquote className="max-w-[38rem] whitespace-pre-line">{reference}</blockquote>
          )}
          {name && <figcaption className="meta mt-2 text-muted">{name}</figcaption>}
        </figure>
      ))}
    </div>
  );
}
