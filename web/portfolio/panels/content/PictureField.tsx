import { useState } from "react";
import { FileTrigger } from "react-aria-components";
import { Button } from "../../../ui/Button.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import { valueAt } from "./edit-json.ts";
import { useResumeEditing } from "./resume-editing.tsx";

/** The portrait: a file that becomes part of the project, or an address. */
export function PictureField() {
  const { document, set, addPicture } = useResumeEditing();
  const [reading, setReading] = useState(false);
  const value = valueAt(document, "/basics/image");
  const address = typeof value === "string" ? value : "";
  const choose = async (files: FileList | null) => {
    const file = files?.[0];
    if (!file) return;
    setReading(true);
    await addPicture(file);
    setReading(false);
  };
  return (
    <div className="picture-field" data-pointer="/basics/image">
      {address.startsWith("data:") ? (
        <div className="picture-shown">
          <img src={address} alt="You" />
          <span className="form-label">Picture</span>
        </div>
      ) : (
        <TextField
          label="Picture"
          value={address}
          onChange={(text) =>
            set("/basics/image", text === "" ? undefined : text, {
              label: "Edit picture",
              group: "resume:/basics/image",
            })
          }
          placeholder="An address, or choose a file"
        />
      )}
      <div className="content-acts">
        <FileTrigger
          acceptedFileTypes={["image/png", "image/jpeg", "image/webp"]}
          onSelect={(files) => void choose(files)}
        >
          <Button size="small" isPending={reading}>
            Choose a picture
          </Button>
        </FileTrigger>
        {address !== "" && (
          <Button
            size="small"
            variant="quiet"
            onPress={() => set("/basics/image", undefined, { label: "Remove picture" })}
          >
            Remove
          </Button>
        )}
      </div>
    </div>
  );
}
