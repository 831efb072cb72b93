import { useState } from "react";
import { ComboBox } from "../../../ui/ComboBox.tsx";
import { SearchField } from "../../../ui/SearchField.tsx";
import { Select } from "../../../ui/Select.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import type { Specimen } from "./specimen.ts";

const LONG =
  "A very long line that doesn’t fit into the field in which it stands, whatever the width of it is";

function TextFields() {
  const [name, setName] = useState("Ada Lindqvist");
  return (
    <div className="kit-grid">
      <TextField label="Name" value={name} onChange={setName} />
      <TextField
        label="Empty"
        placeholder="As on your CV"
        description="Shown at the top of the site"
      />
      <TextField
        label="Email"
        defaultValue="ada@"
        error="An address has a part after the @, such as ada@example.org."
      />
      <TextField label="Disabled" defaultValue="Can’t be changed" isDisabled />
      <TextField label="Long" defaultValue={LONG} />
      <TextField label="Summary" multiline defaultValue={`${LONG}. ${LONG}.`} />
      <div dir="rtl" lang="ar">
        <TextField label="الاسم" defaultValue="ليلى حداد" />
      </div>
      <SearchField label="Search files and text" defaultValue="hero" />
      <SearchField label="Search, empty" />
    </div>
  );
}

const PAIRS = [
  { id: "newsreader", label: "Newsreader", detail: "with Instrument Sans" },
  { id: "geist", label: "Geist Mono", detail: "with Geist" },
  { id: "archivo", label: "Archivo", detail: "by itself" },
  { id: "literata", label: "Literata", detail: "by itself", isDisabled: true },
] as const;

function Lists() {
  const [pair, setPair] = useState<(typeof PAIRS)[number]["id"] | null>("newsreader");
  return (
    <div className="kit-grid">
      <Select label="Type" options={PAIRS} value={pair} onChange={setPair} />
      <Select label="Nothing chosen yet" options={PAIRS} value={null} onChange={setPair} />
      <Select
        label="With an error"
        options={PAIRS}
        value={null}
        onChange={setPair}
        error="Choose one to go on."
      />
      <Select label="Disabled" options={PAIRS} value="geist" onChange={setPair} isDisabled />
      <ComboBox label="Found by typing" options={PAIRS} value={pair} onChange={setPair} />
    </div>
  );
}

export const FIELD_SPECIMENS: readonly Specimen[] = [
  { name: "TextField, SearchField", Show: TextFields },
  { name: "Select, ComboBox", Show: Lists },
];
