import { useState } from "react";
import { Button } from "../ui/Button.tsx";

/** Asked once after publishing; the answer is a count, with nothing of the site in it. */
export function LikeQuestion({ onAnswer }: { readonly onAnswer: (likes: boolean) => void }) {
  const [answer, setAnswer] = useState<boolean | null>(null);
  const say = (likes: boolean) => {
    setAnswer(likes);
    onAnswer(likes);
  };
  if (answer !== null) {
    return (
      <output className="publish-note">
        {answer
          ? "Good to hear."
          : "Design and Chat change what you don’t like; publish again then."}
      </output>
    );
  }
  return (
    <fieldset className="publish-group publish-like">
      <legend>Do you like how it came out?</legend>
      <Button size="small" onPress={() => say(true)}>
        Yes
      </Button>
      <Button size="small" onPress={() => say(false)}>
        Not yet
      </Button>
    </fieldset>
  );
}
