import { useCallback, useState } from "react";
import { HOST_NAMES, OTHER_HOSTS, type OtherHostId } from "../../shared/site/elsewhere.ts";
import { Button } from "../ui/Button.tsx";
import { SegmentedControl } from "../ui/SegmentedControl.tsx";
import { Shown } from "../ui/Shown.tsx";
import { useRead } from "../ui/use-read.ts";
import type { ElsewhereActs, ElsewhereOutlook, HostOutlook } from "./elsewhere-acts.ts";
import { HOST_WORDS } from "./elsewhere-words.ts";
import { ElsewhereForm } from "./ElsewhereForm.tsx";
import { HostToken } from "./HostToken.tsx";
import { SentPlace } from "./SentPlace.tsx";
import "./publish.css";

/** Other hosts, one at a time: the token, where it goes, and what became of it. */
export function ElsewherePanel({ acts }: { readonly acts: ElsewhereActs }) {
  const read = useCallback(() => acts.look(), [acts]);
  const { reading, setReading, again } = useRead(read);
  const [host, setHost] = useState<OtherHostId>("github");
  return (
    <Shown reading={reading} lines={5} label="Looking at your hosts" onAgain={again}>
      {(outlook) => {
        if (!outlook.isMember) return <NeedsAccount acts={acts} />;
        const change = (part: Partial<HostOutlook>) => {
          const hosts = { ...outlook.hosts, [host]: { ...outlook.hosts[host], ...part } };
          setReading({ status: "there", value: { ...outlook, hosts } });
        };
        return (
          <div className="publish">
            <SegmentedControl
              label="Host"
              isStretched
              options={OTHER_HOSTS.map((id) => ({ id, label: HOST_NAMES[id] }))}
              value={host}
              onChange={setHost}
            />
            <OneHost key={host} host={host} outlook={outlook} acts={acts} onChange={change} />
          </div>
        );
      }}
    </Shown>
  );
}

function OneHost(props: {
  readonly host: OtherHostId;
  readonly outlook: ElsewhereOutlook;
  readonly acts: ElsewhereActs;
  readonly onChange: (part: Partial<HostOutlook>) => void;
}) {
  const { host, outlook, acts, onChange } = props;
  const { ending, place } = outlook.hosts[host];
  return (
    <>
      <p className="publish-note">{HOST_WORDS[host]}</p>
      {place !== null && place.sentAt !== null && ending !== null && (
        <SentPlace key={place.sentAt} place={place} acts={acts} />
      )}
      {ending !== null && (
        <ElsewhereForm
          host={host}
          outlook={outlook}
          acts={acts}
          onSent={(sent) => onChange({ place: sent })}
        />
      )}
      <HostToken
        host={host}
        ending={ending}
        acts={acts}
        onToken={(kept) => onChange({ ending: kept })}
      />
    </>
  );
}

const NeedsAccount = ({ acts }: { readonly acts: ElsewhereActs }) => (
  <div className="publish">
    <p>
      Your token for another host is kept encrypted in your account, so it needs one. What you made
      stays as it is, and you come back right here.
    </p>
    <div>
      <Button variant="primary" onPress={() => void acts.signIn()}>
        Sign in or make an account
      </Button>
    </div>
    <p className="publish-note">
      Without one you can take your files away: Export, Project (ZIP) or Website (ZIP).
    </p>
  </div>
);
