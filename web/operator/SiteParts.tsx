import { useState } from "react";
import { oversight, type SiteEntry } from "../../shared/api/oversight.ts";
import { reports } from "../../shared/api/reports.ts";
import { Fact, useFact } from "../account/AccountPart.tsx";
import { FailureNote } from "../account/FailureNote.tsx";
import type { ApiClient } from "../api/open-client.ts";
import { Button } from "../ui/Button.tsx";
import { TextField } from "../ui/TextField.tsx";
import { momentWords } from "./operator-words.ts";
import { Figures, OperatorPart } from "./OperatorPart.tsx";
import { useOperatorAct } from "./use-operator-act.ts";

interface PartProps {
  readonly client: ApiClient;
}

const takeDown = (client: ApiClient, slug: string, isDown: boolean) =>
  client.call(oversight.takeDown, { params: { slug }, body: { isDown } });

/** What visitors report of published sites. */
export function ReportsPart({ client }: PartProps) {
  const fact = useFact("operator reports", () => client.call(reports.list, {}));
  const { failure, isPending, run } = useOperatorAct();
  const [down, setDown] = useState<readonly string[]>([]);
  return (
    <OperatorPart title="Reported sites">
      <FailureNote failure={failure} />
      <Fact fact={fact} label="Looking for reports">
        {({ items }) =>
          items.length === 0 ? (
            <p className="account-under">Nothing is reported.</p>
          ) : (
            <ul className="operator-list">
              {items.map(({ id, slug, reason, words, at }) => (
                <li key={id}>
                  <span>
                    <a className="ui-link" href={`/p/${slug}`}>
                      {slug}
                    </a>
                    : {reason}
                    <small>
                      {momentWords(at)} {words}
                    </small>
                  </span>
                  <span className="account-acts">
                    <Button
                      size="small"
                      isDisabled={isPending || down.includes(slug)}
                      onPress={() =>
                        void run(
                          () => takeDown(client, slug, true),
                          () => setDown([...down, slug]),
                        )
                      }
                    >
                      {down.includes(slug) ? "Taken down" : "Take down"}
                    </Button>
                    <Button
                      size="small"
                      isDisabled={isPending}
                      onPress={() =>
                        void run(
                          () => client.call(reports.close, { params: { reportId: id } }),
                          () => void fact.refetch(),
                        )
                      }
                    >
                      Dealt with
                    </Button>
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </Fact>
    </OperatorPart>
  );
}

/** A site by its address, to take down or let up. */
export function SitePart({ client }: PartProps) {
  const [slug, setSlug] = useState("");
  const [site, setSite] = useState<SiteEntry | null>(null);
  const { failure, isPending, run } = useOperatorAct();
  const isDown = site !== null && site.takenDownAt !== null;
  return (
    <OperatorPart title="A published site">
      <form
        className="operator-form"
        onSubmit={(event) => {
          event.preventDefault();
          setSite(null);
          const params = { slug: slug.trim() };
          void run(() => client.call(oversight.site, { params }), setSite);
        }}
      >
        <TextField label="Address" value={slug} onChange={setSlug} maxLength={100} />
        <Button type="submit" isPending={isPending} isDisabled={slug.trim() === ""}>
          Look up
        </Button>
      </form>
      <FailureNote failure={failure} />
      {site !== null && (
        <>
          <Figures
            figures={[
              ["Address", site.slug],
              ["State", site.state],
              ["Of", site.ownerId],
              ["Published", site.publishedAt === null ? "never" : momentWords(site.publishedAt)],
            ]}
          />
          <div>
            <Button
              size="small"
              isDisabled={isPending}
              onPress={() => void run(() => takeDown(client, site.slug, !isDown), setSite)}
            >
              {isDown ? "Let it up again" : "Take it down"}
            </Button>
          </div>
        </>
      )}
    </OperatorPart>
  );
}
