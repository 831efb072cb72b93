import { useState } from "react";
import type { OutputOf } from "../../shared/api/endpoint.ts";
import { operator } from "../../shared/api/operator.ts";
import { Fact, useFact } from "../account/AccountPart.tsx";
import { FailureNote } from "../account/FailureNote.tsx";
import type { ApiClient } from "../api/open-client.ts";
import { Button } from "../ui/Button.tsx";
import { TextField } from "../ui/TextField.tsx";
import { countWords, shareWords } from "./operator-words.ts";
import { Figures, OperatorPart } from "./OperatorPart.tsx";
import { useOperatorAct } from "./use-operator-act.ts";

type Feature = OutputOf<typeof operator.features>["features"][number];

/** Features by percentage, and what came of them. */
export function FeaturesPart({ client }: { readonly client: ApiClient }) {
  const fact = useFact("operator features", () => client.call(operator.features, {}));
  return (
    <OperatorPart title="Switches">
      <Fact fact={fact} label="Reading the switches">
        {({ features }) =>
          features.map((feature) => (
            <FeatureSwitch
              key={`${feature.feature} ${feature.percent}`}
              client={client}
              feature={feature}
              onChange={() => void fact.refetch()}
            />
          ))
        }
      </Fact>
    </OperatorPart>
  );
}

function FeatureSwitch(props: {
  readonly client: ApiClient;
  readonly feature: Feature;
  readonly onChange: () => void;
}) {
  const { client, feature, onChange } = props;
  const [percent, setPercent] = useState(String(feature.percent));
  const { failure, isPending, run } = useOperatorAct();
  const wanted = Number(percent);
  const isSound = percent.trim() !== "" && Number.isInteger(wanted) && wanted >= 0 && wanted <= 100;
  const set = (to: number | null) =>
    void run(
      () =>
        client.call(operator.switchFeature, {
          params: { feature: feature.feature },
          body: { percent: to },
        }),
      onChange,
    );
  const { on, off } = feature.outcomes;
  return (
    <form
      className="account-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (isSound) set(wanted);
      }}
    >
      <div className="operator-form">
        <TextField
          label={`${feature.feature}, percent of the people`}
          inputMode="numeric"
          value={percent}
          onChange={setPercent}
          maxLength={3}
          {...(isSound ? {} : { error: "A whole number from 0 to 100." })}
        />
        <Button type="submit" isPending={isPending} isDisabled={!isSound}>
          Set
        </Button>
        <Button isDisabled={isPending} onPress={() => set(null)}>
          As configured
        </Button>
      </div>
      <Figures
        figures={[
          ["As configured", `${feature.configured} %`],
          ["Asked for: on, off", `${countWords(feature.on)}, ${countWords(feature.off)}`],
          ["With it", outcomeWords(on)],
          ["Without it", outcomeWords(off)],
        ]}
      />
      <FailureNote failure={failure} />
    </form>
  );
}

const outcomeWords = ({ published, liked, disliked }: Feature["outcomes"]["on"]): string =>
  `${countWords(published)} published, ${shareWords(liked, liked + disliked)} liked of ${countWords(liked + disliked)}`;
