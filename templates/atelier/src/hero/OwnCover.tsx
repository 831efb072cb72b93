import { Cover } from "../covers/Cover";
import { coverPlans } from "../covers/cover-plan";

/** Between what a wide page shows of it and a narrow one. */
const RATIO = 2.2;

/** A picture made from the owner's name, where there are no pieces to show. */
export function OwnCover({ name }: { name: string }) {
  const [plan] = coverPlans([name]);
  return <div className="own-cover">{plan && <Cover plan={plan} ratio={RATIO} />}</div>;
}
