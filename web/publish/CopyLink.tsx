import { useState } from "react";
import { Button } from "../ui/Button.tsx";

/** A button that puts a link or another text on the clipboard, and says when the browser doesn’t allow it. */
export function CopyLink(props: { readonly url: string; readonly what?: string }) {
  const { url, what = "Copy link" } = props;
  const [copied, setCopied] = useState<"no" | "yes" | "refused">("no");
  const copy = () =>
    navigator.clipboard.writeText(url).then(
      () => setCopied("yes"),
      () => setCopied("refused"),
    );
  return (
    <>
      <Button size="small" onPress={() => void copy()}>
        {copied === "yes" ? "Copied" : what}
      </Button>
      {copied === "refused" && (
        <span className="publish-note">The browser didn’t allow it. Select it instead.</span>
      )}
    </>
  );
}
