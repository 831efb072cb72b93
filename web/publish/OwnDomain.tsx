import { useCallback, useState } from "react";
import type { OwnDomain as Domain } from "../../shared/api/domains.ts";
import type { Publication } from "../../shared/api/publications.ts";
import { Button } from "../ui/Button.tsx";
import { Switch } from "../ui/Switch.tsx";
import { TextField } from "../ui/TextField.tsx";
import { useAct } from "../ui/use-act.ts";
import { useRead } from "../ui/use-read.ts";
import { CopyLink } from "./CopyLink.tsx";
import type { DomainActs } from "./publish-acts.ts";
import { domainWords } from "./publish-words.ts";
import { Refusal } from "./Refusal.tsx";

/** A domain of one’s own: what to write into its DNS, how it stands, and what becomes of the other address. */
export function OwnDomain(props: { readonly site: Publication; readonly acts: DomainActs }) {
  const { site, acts } = props;
  const read = useCallback(() => acts.look(site), [acts, site]);
  const { reading, setReading } = useRead(read);
  const { isPending, failure, run } = useAct();
  if (reading.status !== "there" || !reading.value.isOffered) return null;
  const { domain } = reading.value;
  const act = (work: () => ReturnType<DomainActs["look"]>) =>
    void run(work, (value) => setReading({ status: "there", value }));
  return (
    <details className="publish-fold">
      <summary>{domain === null ? "Use a domain of your own" : domain.domain}</summary>
      <div className="publish-folded">
        {domain === null ? (
          <AskForm isPending={isPending} onAsk={(name) => act(() => acts.ask(site, name))} />
        ) : (
          <Standing
            domain={domain}
            isPending={isPending}
            onCheck={() => act(() => acts.check(site))}
            onRedirect={(redirects) => act(() => acts.redirect(site, redirects))}
            onRemove={() => act(() => acts.remove(site))}
          />
        )}
        <Refusal failure={failure} />
      </div>
    </details>
  );
}

function AskForm(props: { readonly isPending: boolean; readonly onAsk: (domain: string) => void }) {
  const { isPending, onAsk } = props;
  const [name, setName] = useState("");
  return (
    <form
      className="publish-form"
      onSubmit={(event) => {
        event.preventDefault();
        onAsk(name);
      }}
    >
      <TextField
        label="Your domain"
        description="One that you own, for example www.example.org."
        value={name}
        onChange={setName}
        maxLength={300}
        autoComplete="off"
        isRequired
      />
      {/* Not “pending”: the button goes with the answer, and what was announced of it would name nothing. */}
      <Button type="submit" isDisabled={isPending}>
        Show what to do
      </Button>
    </form>
  );
}

function Standing(props: {
  readonly domain: Domain;
  readonly isPending: boolean;
  readonly onCheck: () => void;
  readonly onRedirect: (redirects: boolean) => void;
  readonly onRemove: () => void;
}) {
  const { domain, isPending, onCheck, onRedirect, onRemove } = props;
  const [isSure, setSure] = useState(false);
  return (
    <>
      <output>{domainWords(domain)}</output>
      {domain.state !== "live" && <DnsRecords domain={domain} />}
      <Switch
        isSelected={domain.redirects}
        isDisabled={isPending}
        onChange={onRedirect}
        detail="Off: both show your site."
      >
        The other address leads to the domain
      </Switch>
      <div className="publish-acts">
        <Button size="small" isDisabled={isPending} onPress={onCheck}>
          Check now
        </Button>
        <Button
          size="small"
          variant="quiet"
          isDisabled={isPending}
          onPress={() => (isSure ? onRemove() : setSure(true))}
        >
          {isSure ? "Remove the domain at once" : "Remove the domain"}
        </Button>
      </div>
    </>
  );
}

/** Step by step what has to stand in DNS, to copy. */
function DnsRecords({ domain }: { readonly domain: Domain }) {
  return (
    <>
      <p className="publish-note">
        Where you manage the domain’s DNS, add these two records. They can take an hour to be seen;
        they are looked at every night too.
      </p>
      <ol className="publish-records">
        {domain.records.map(({ type, name, value, isThere }) => (
          <li key={type}>
            <p>
              <strong>{type}</strong>
              {isThere !== null && (
                <span className="publish-note"> {isThere ? "seen" : "not seen yet"}</span>
              )}
            </p>
            <dl>
              <dt>Name</dt>
              <dd>
                <code>{name}</code>
              </dd>
              <dt>Value</dt>
              <dd>
                <code>{value}</code>
              </dd>
            </dl>
            <CopyLink url={value} what={`Copy the ${type} value`} />
          </li>
        ))}
      </ol>
      {domain.isApex && (
        <p className="publish-note">
          A domain without “www” takes no CNAME at many providers. Use their ALIAS, ANAME or CNAME
          flattening with the same value; or take www.{domain.domain} and have your provider forward{" "}
          {domain.domain} there.
        </p>
      )}
    </>
  );
}
