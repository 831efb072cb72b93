import { useCallback, useMemo, useState } from "react";
import { FileTrigger } from "react-aria-components";
import { Button } from "../../../ui/Button.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import { valueAt } from "./edit-json.ts";
import { CropDialog, type PictureToCrop } from "./portrait/CropDialog.tsx";
import { portraitShape, type Crop } from "./portrait/draw-portrait.ts";
import { useResumeEditing } from "./resume-editing.tsx";

/** The portrait: a file that becomes part of the project, cut as the person likes, or an address. */
export function PictureField() {
  const { document, set, ownPicture } = useResumeEditing();
  const value = valueAt(document, "/basics/image");
  const address = typeof value === "string" ? value : "";
  const own = useMemo(() => ownPicture(address), [ownPicture, address]);
  const { cropping, isReading, begin, end, take } = useCropping();
  const isShown = own !== null || address.startsWith("data:");
  return (
    <div className="picture-field" data-pointer="/basics/image">
      {isShown ? (
        <div className="picture-shown" data-shape={portraitShape(address) ?? undefined}>
          {own === null ? <img src={address} alt="You" /> : <OwnPicture blob={own} />}
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
          onSelect={(files) => files?.[0] && void begin(files[0])}
        >
          <Button size="small" isPending={isReading}>
            {isShown ? "Choose another" : "Choose a picture"}
          </Button>
        </FileTrigger>
        {own !== null && (
          <Button size="small" onPress={() => void begin(own)}>
            Crop
          </Button>
        )}
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
      {cropping !== null && (
        <CropDialog picture={cropping} onTake={(crop) => void take(crop)} onClose={end} />
      )}
    </div>
  );
}

interface Cropping extends PictureToCrop {
  readonly file: Blob;
}

/** A picture on its way to become the portrait: read, cut, taken. */
function useCropping() {
  const { addPicture } = useResumeEditing();
  const [isReading, setReading] = useState(false);
  const [cropping, setCropping] = useState<Cropping | null>(null);
  const begin = async (file: Blob) => {
    setReading(true);
    const size = await sizeOf(file);
    // What can't be read as a picture is said by who would have drawn it.
    if (size === null) await addPicture(file, null);
    else setCropping({ file, ...size, url: URL.createObjectURL(file) });
    setReading(false);
  };
  const end = () => {
    if (cropping !== null) URL.revokeObjectURL(cropping.url);
    setCropping(null);
  };
  const take = async (crop: Crop | null) => {
    if (cropping === null) return;
    end();
    setReading(true);
    await addPicture(cropping.file, crop);
    setReading(false);
  };
  return { cropping, isReading, begin, end, take };
}

async function sizeOf(file: Blob) {
  const bitmap = await createImageBitmap(file).catch(() => null);
  if (bitmap === null) return null;
  const { width, height } = bitmap;
  bitmap.close();
  return { width, height };
}

/** Bytes of the project, with an address for as long as they are shown. */
function OwnPicture({ blob }: { readonly blob: Blob }) {
  const draw = useCallback(
    (image: HTMLImageElement) => {
      image.src = URL.createObjectURL(blob);
      return () => URL.revokeObjectURL(image.src);
    },
    [blob],
  );
  return <img ref={draw} alt="You" />;
}
