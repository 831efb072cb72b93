import { filled, textOf } from "../filled";
import { title } from "../head";
import { resume } from "../resume";

const { name, label, email } = resume.basics ?? {};
const [first = title, second] = filled([textOf(name), textOf(label)]);

/** What the poster says: a name, or what stands in for one; beside it a calling and an address. */
export const heading = {
  name: first,
  label: second,
  email: textOf(email),
};
