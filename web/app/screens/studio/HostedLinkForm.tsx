import { useState } from "react";
import type { Failure } from "../../../../shared/failure.ts";
import { Button } from "../../../ui/Button.tsx";
import { Select } from "../../../ui/Select.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import type { HostedActs, HostedLink } from "../../flows/hosted-acts.ts";

const HOUR = 3_600_000;
const ENDS = [
  { id: "1", label: "1 hour" },
  { id: "8", label: "8 hours" },
  { id: "24", label: "24 hours" },
] as const;

/** Makes a link for others to look at the hosted site, and shows it with its QR code. */
export function HostedLinkForm({ acts }: { readonly acts: HostedActs }) {
  const [hours, setHours] = useState<(typeof ENDS)[number]["id"]>("24");
  const [password, setPassword] = useState("");
  const [link, setLink] = useState<HostedLink | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const make = async () => {
    const made = await acts.link({ forMs: Number(hours) * HOUR, password });
    setLink(made.ok ? made.value : null);
    setFailure(made.ok ? null : made.failure);
  };
  return (
    <form
      className="hosted-link"
      onSubmit={(event) => {
        event.preventDefault();
        void make();
      }}
    >
      <Select
        label="A link for others, open for"
        options={ENDS}
        value={hours}
        onChange={setHours}
      />
      <TextField
        label="Password, if it should have one"
        value={password}
        onChange={setPassword}
        minLength={4}
        maxLength={200}
        autoComplete="off"
      />
      <Button size="small" type="submit">
        Make a link
      </Button>
      {failure !== null && (
        <p role="alert" className="sandbox-why">
          {failure.message} {failure.nextStep}
        </p>
      )}
      {link !== null && <MadeLink key={link.url} link={link} hasPassword={password !== ""} />}
    </form>
  );
}

function MadeLink({ link, hasPassword }: { readonly link: HostedLink; hasPassword: boolean }) {
  const [copied, setCopied] = useState<"no" | "yes" | "refused">("no");
  const copy = () =>
    navigator.clipboard.writeText(link.url).then(
      () => setCopied("yes"),
      () => setCopied("refused"),
    );
  return (
    <div className="hosted-made">
      <TextField label="Link" value={link.url} isReadOnly />
      <img
        // As a picture it can run nothing, whatever stands in it.
        src={`data:image/svg+xml,${encodeURIComponent(link.qrCode)}`}
        alt="QR code of the link"
        width={160}
        height={160}
      />
      <p className="sandbox-why">
        Opens until {ENDS_AT.format(link.expiresAt)}
        {hasPassword ? ", with the password." : " for everybody who has it."}
      </p>
      <Button size="small" onPress={() => void copy()}>
        {copied === "yes" ? "Copied" : "Copy the link"}
      </Button>
      {copied === "refused" && (
        <p className="sandbox-why">The browser didn’t allow it. Select the link instead.</p>
      )}
    </div>
  );
}

const ENDS_AT = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });
