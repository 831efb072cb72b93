import { textOf } from "../filled";
import { title } from "../head";
import { resume } from "../resume";

/** What `whoami` answers in words. */
export const name = textOf(resume.basics?.name) || title;
export const label = textOf(resume.basics?.label);

interface Props {
  /** The name stands above in another form already: here it needs no size. */
  isSmall?: boolean;
  /** Printed once more, in the shell's log: the page has its one title already. */
  isCopy?: boolean;
}

export function Person({ isSmall = false, isCopy = false }: Props) {
  const Name = isCopy ? "p" : "h1";
  const image = textOf(resume.basics?.image);
  return (
    <div className="person">
      {image && (
        <img
          className="portrait"
          src={image}
          alt={name}
          width={240}
          height={288}
          decoding="async"
        />
      )}
      <div>
        <Name className={isSmall || isCopy ? "name" : "name large"}>{name}</Name>
        {label && <p className="label">{label}</p>}
      </div>
    </div>
  );
}

/** The first command of the session. */
export function Whoami() {
  return (
    <p className="command">
      <span className="typed">whoami</span>
    </p>
  );
}
