import { Button } from "../../../ui/Button.tsx";
import { showToast } from "../../../ui/Toast.tsx";
import { insertItem, removeItem, valueAt, type Json } from "./edit-json.ts";
import { FieldRows } from "./FieldRow.tsx";
import { PanelHeading } from "./PanelHeading.tsx";
import { PictureField } from "./PictureField.tsx";
import { useResumeEditing } from "./resume-editing.tsx";
import { BASICS_FIELDS, LOCATION_FIELDS, PROFILE_FIELDS } from "./resume-fields.ts";

/** Name, contact, place, picture, profiles. */
export function BasicsForm({ onUp }: { readonly onUp: () => void }) {
  return (
    <>
      <PanelHeading title="You" up="Content" onUp={onUp} />
      <div className="content-form">
        <FieldRows fields={BASICS_FIELDS} pointer="/basics" />
        <PictureField />
        <h4 className="content-part">Where you are</h4>
        <FieldRows fields={LOCATION_FIELDS} pointer="/basics" />
        <h4 className="content-part">Profiles</h4>
        <Profiles />
      </div>
    </>
  );
}

const PROFILES = "/basics/profiles";

function Profiles() {
  const { document, replace, undo } = useResumeEditing();
  const found = valueAt(document, PROFILES);
  const profiles: readonly Json[] = Array.isArray(found) ? found : [];
  const remove = (at: number) => {
    replace(removeItem(document, PROFILES, at), { label: "Remove a profile" });
    showToast({
      title: "Removed a profile",
      topic: "undo",
      action: { label: "Undo", onPress: undo },
    });
  };
  return (
    <>
      {profiles.map((_, at) => (
        <div key={at} className="content-profile">
          <FieldRows fields={PROFILE_FIELDS} pointer={`${PROFILES}/${at}`} />
          <Button size="small" variant="quiet" onPress={() => remove(at)}>
            Remove this profile
          </Button>
        </div>
      ))}
      <div className="content-acts">
        <Button
          size="small"
          onPress={() => replace(insertItem(document, PROFILES, {}), { label: "Add a profile" })}
        >
          Add a profile
        </Button>
      </div>
    </>
  );
}
