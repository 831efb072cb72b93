import { useEffect, useState } from "react";
import type { Failure } from "../../shared/failure.ts";
import { HIDDEN_AT_FIRST, type Hideable } from "../../shared/site/hidden-fields.ts";
import { Button } from "../ui/Button.tsx";
import { ProgressSteps } from "../ui/ProgressSteps.tsx";
import { Select } from "../ui/Select.tsx";
import { Switch } from "../ui/Switch.tsx";
import { TextField } from "../ui/TextField.tsx";
import type {
  PublishActs,
  Published,
  PublishOutlook,
  PublishStep,
  PublishWish,
  Shown,
} from "./publish-acts.ts";
import { HIDEABLE_WORDS, momentWords, shownSteps, type StepTimes } from "./publish-words.ts";
import { Refusal } from "./Refusal.tsx";
import { SharePicture } from "./SharePicture.tsx";
import { useAddress } from "./use-address.ts";

/** Between the sheet, or a switch of it, and making the site ready, in milliseconds. */
const PAUSE_MS = 400;

interface PublishFormProps {
  readonly outlook: PublishOutlook;
  readonly acts: PublishActs;
  readonly onPublished: (published: Published) => void;
}

/** Address, what is shown, who may look; and publishing, step by step. */
export function PublishForm({ outlook, acts, onPublished }: PublishFormProps) {
  const { site, suggestion, hideable } = outlook;
  const [slug, setSlug] = useState(site?.slug ?? suggestion);
  const [hidden, setHidden] = useState<readonly Hideable[]>(site?.hidden ?? HIDDEN_AT_FIRST);
  const [versionId, setVersionId] = useState<string | null>(null);
  const [access, setAccess] = useState<SiteAccess>({
    noIndex: site?.noIndex ?? false,
    contactForm: site?.contactForm ?? true,
    isLocked: site?.hasPassword ?? false,
    password: "",
  });
  const address = useAddress(acts, slug, site?.slug ?? null);
  const publishing = usePublishing(acts, onPublished);
  usePrepared(acts, { hidden, versionId });
  const hadPassword = site?.hasPassword === true;
  const needsPassword = access.isLocked && access.password === "" && !hadPassword;
  const publish = async () => {
    const { noIndex, contactForm } = access;
    const shown = { slug, hidden, versionId, noIndex, contactForm };
    const done = await publishing.run({ ...shown, ...passwordWish(access) });
    if (done) setAccess((now) => ({ ...now, password: "" }));
  };
  return (
    <form
      className="publish-form"
      onSubmit={(event) => {
        event.preventDefault();
        void publish();
      }}
    >
      <TextField
        label="Address"
        value={slug}
        onChange={setSlug}
        maxLength={60}
        autoComplete="off"
        {...(address.isRefused ? { error: address.words } : { description: address.words })}
      />
      <ShownFields hideable={hideable} hidden={hidden} onHidden={setHidden} />
      <VersionField versions={outlook.versions} versionId={versionId} onVersion={setVersionId} />
      <SharePicture acts={acts} url={address.url} shown={{ hidden, versionId }} />
      <AccessFields access={access} hadPassword={hadPassword} onAccess={setAccess} />
      <Progress {...publishing} />
      <Button
        type="submit"
        variant="primary"
        size="large"
        isPending={publishing.isBusy}
        isDisabled={address.isRefused || needsPassword}
      >
        {site === null || site.state === "draft" ? "Publish" : "Publish changes"}
      </Button>
    </form>
  );
}

/** Has the site made ready as it would be published now. */
function usePrepared(acts: PublishActs, { hidden, versionId }: Shown): void {
  useEffect(() => {
    const timer = setTimeout(() => void acts.prepare({ hidden, versionId }), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [acts, hidden, versionId]);
}

const NOW = "now";

/** Which version is published; nothing to choose before there is another. */
function VersionField(props: {
  readonly versions: PublishOutlook["versions"];
  readonly versionId: string | null;
  readonly onVersion: (id: string | null) => void;
}) {
  const { versions, versionId, onVersion } = props;
  if (versions.length === 0) return null;
  const options = [
    { id: NOW, label: "As it stands now" },
    ...versions.map(({ id, label, at }) => ({ id, label: `${label}, ${momentWords(at)}` })),
  ];
  return (
    <Select
      label="Version"
      options={options}
      value={versionId ?? NOW}
      onChange={(id) => onVersion(id === NOW ? null : id)}
    />
  );
}

function Progress({ step, times, failure }: Omit<ReturnType<typeof usePublishing>, "run">) {
  return (
    <>
      {step !== null && (
        <ProgressSteps label="Publishing" steps={shownSteps(step, times, failure !== null)} />
      )}
      <Refusal failure={failure} />
    </>
  );
}

interface SiteAccess {
  readonly noIndex: boolean;
  readonly contactForm: boolean;
  readonly isLocked: boolean;
  /** Empty: the one that it has. */
  readonly password: string;
}

function AccessFields(props: {
  readonly access: SiteAccess;
  readonly hadPassword: boolean;
  readonly onAccess: (access: SiteAccess) => void;
}) {
  const { access, hadPassword, onAccess } = props;
  return (
    <fieldset className="publish-group">
      <legend>Who may find it, and write to you</legend>
      <Switch
        isSelected={access.contactForm}
        onChange={(contactForm) => onAccess({ ...access, contactForm })}
        detail="A form at the end of the page. Your address isn’t shown; messages come to your inbox."
      >
        Visitors can write to you
      </Switch>
      <Switch
        isSelected={!access.noIndex}
        onChange={(isFound) => onAccess({ ...access, noIndex: !isFound })}
      >
        Search engines may list it
      </Switch>
      <Switch
        isSelected={access.isLocked}
        onChange={(isLocked) => onAccess({ ...access, isLocked, password: "" })}
        detail="Visitors type it once a week."
      >
        Ask for a password
      </Switch>
      {access.isLocked && (
        <TextField
          label={hadPassword ? "Another password" : "Password"}
          value={access.password}
          onChange={(password) => onAccess({ ...access, password })}
          minLength={4}
          maxLength={200}
          autoComplete="off"
          {...(hadPassword && { description: "Empty: it stays as it is." })}
        />
      )}
    </fieldset>
  );
}

/** Absent: as it is; `null`: none any more. */
function passwordWish({ isLocked, password }: SiteAccess): Pick<PublishWish, "password"> {
  if (!isLocked) return { password: null };
  return password === "" ? {} : { password };
}

/** Which fields go along, each with its switch. */
export function ShownFields(props: {
  readonly hideable: PublishOutlook["hideable"];
  readonly hidden: readonly Hideable[];
  readonly onHidden: (hidden: readonly Hideable[]) => void;
}) {
  const { hideable, hidden, onHidden } = props;
  if (hideable.length === 0) return null;
  return (
    <fieldset className="publish-group">
      <legend>What visitors see</legend>
      {hideable.map(({ field, value }) => (
        <Switch
          key={field}
          isSelected={!hidden.includes(field)}
          onChange={(isShown) =>
            onHidden(isShown ? hidden.filter((one) => one !== field) : [...hidden, field])
          }
          {...(value === "" ? {} : { detail: value })}
        >
          {HIDEABLE_WORDS[field]}
        </Switch>
      ))}
      <p className="publish-note">
        What is off is in none of the site’s files, nor in versions you can go back to.
      </p>
    </fieldset>
  );
}

/** Runs publishing and keeps its steps with their times, in milliseconds. */
function usePublishing(acts: PublishActs, onPublished: (published: Published) => void) {
  const [isBusy, setBusy] = useState(false);
  const [step, setStep] = useState<PublishStep | null>(null);
  const [times, setTimes] = useState<StepTimes>({});
  const [failure, setFailure] = useState<Failure | null>(null);
  /** @returns whether it is live */
  const run = async (wish: PublishWish): Promise<boolean> => {
    setBusy(true);
    setFailure(null);
    let began: { readonly step: PublishStep; readonly at: number } | null = null;
    let taken: StepTimes = {};
    const begin = (next: PublishStep | null) => {
      const at = performance.now();
      if (began !== null) taken = { ...taken, [began.step]: at - began.at };
      setTimes(taken);
      if (next === null) return;
      began = { step: next, at };
      setStep(next);
    };
    const done = await acts.publish(wish, begin);
    setBusy(false);
    if (!done.ok) {
      setFailure(done.failure);
      return false;
    }
    begin(null);
    onPublished(done.value);
    return true;
  };
  return { isBusy, step, times, failure, run };
}
