import { filled, textOf } from "../filled";
import { title } from "../head";
import { language, resume } from "../resume";
import { theme } from "../theme";

const { name, label, email } = resume.basics ?? {};
const [first = title, second] = filled([textOf(name), textOf(label)]);

const inCapitals = theme.touches?.nameCase === "upper";

/** What the poster says: a name, or what stands in for one; beside it a calling and an address. */
export const heading = {
  /** As it is drawn: capitals are wider, and a drawing takes its measure from its letters. */
  name: inCapitals ? first.toLocaleUpperCase(language) : first,
  label: second,
  email: textOf(email),
};
