import { content } from "../content";

export function Languages() {
  return (
    <dl className="pairs">
      {(content.languages ?? []).map(({ language, fluency }, i) => (
        <div key={i}>
          <dt>{language}</dt>
          {fluency && <dd>{fluency}</dd>}
        </div>
      ))}
    </dl>
  );
}
