import { useState } from "react";
import { Checkbox } from "../../../ui/Checkbox.tsx";
import { ColourSwatch } from "../../../ui/ColourSwatch.tsx";
import { RadioCards } from "../../../ui/RadioCards.tsx";
import { SegmentedControl } from "../../../ui/SegmentedControl.tsx";
import { Slider } from "../../../ui/Slider.tsx";
import { SortableList } from "../../../ui/SortableList.tsx";
import { Switch } from "../../../ui/Switch.tsx";
import { Tab, TabList, TabPanel, Tabs } from "../../../ui/Tabs.tsx";
import type { Specimen } from "./specimen.ts";

function Checks() {
  return (
    <div className="kit-grid">
      <Checkbox defaultSelected>Show my email</Checkbox>
      <Checkbox detail="Only the city is shown, never the street">Show where I live</Checkbox>
      <Checkbox isIndeterminate>Some of them</Checkbox>
      <Checkbox isDisabled>Disabled</Checkbox>
      <Checkbox isInvalid>Must be checked</Checkbox>
      <Switch defaultSelected>Wrap long lines</Switch>
      <Switch detail="Where your system asks for it">Dark</Switch>
      <Switch isDisabled>Disabled</Switch>
      <div dir="rtl" lang="ar">
        <Switch defaultSelected>إظهار البريد</Switch>
      </div>
    </div>
  );
}

const PALETTES = [
  { id: "clay", label: "Clay", colours: ["#fbf7f0", "#2b2420", "#c2410c"] },
  { id: "moss", label: "Moss", colours: ["#f6f8f1", "#1f2a1c", "#3f7a3a"] },
  { id: "night", label: "Night", colours: ["#12151c", "#e8ebf2", "#7aa2ff"] },
  { id: "none", label: "Not here", colours: ["#eee", "#999", "#ccc"] },
] as const;

const WIDTHS = [
  { id: "wide", label: "Desktop", icon: "monitor" },
  { id: "tablet", label: "Tablet", icon: "tablet" },
  { id: "phone", label: "Phone", icon: "smartphone" },
] as const;

const LEVELS = [
  { id: "all", label: "All" },
  { id: "errors", label: "Errors" },
  { id: "logs", label: "Logs", isDisabled: true },
] as const;

function Cards() {
  const [palette, setPalette] = useState<(typeof PALETTES)[number]["id"] | null>("clay");
  const [width, setWidth] = useState<(typeof WIDTHS)[number]["id"]>("wide");
  const [level, setLevel] = useState<(typeof LEVELS)[number]["id"]>("all");
  const [density, setDensity] = useState(1);
  return (
    <div className="kit-stack">
      <RadioCards
        label="Palette"
        options={PALETTES.map(({ id, label, colours }) => ({
          id,
          label,
          isDisabled: id === "none",
          picture: <ColourSwatch colours={colours} shape="strip" />,
        }))}
        value={palette}
        onChange={setPalette}
      />
      <div className="kit-row">
        <SegmentedControl label="Width" options={WIDTHS} value={width} onChange={setWidth} />
        <SegmentedControl label="Level" options={LEVELS} value={level} onChange={setLevel} />
      </div>
      <Slider
        label="Density"
        value={density}
        onChange={setDensity}
        minValue={0.8}
        maxValue={1.25}
        step={0.05}
      />
      <Slider label="Disabled" value={40} onChange={setDensity} isDisabled />
    </div>
  );
}

function Panels() {
  return (
    <Tabs>
      <TabList aria-label="Panel">
        <Tab id="content">Content</Tab>
        <Tab id="design">Design</Tab>
        <Tab id="chat" isDisabled>
          Chat
        </Tab>
        <Tab id="history">History</Tab>
      </TabList>
      <TabPanel id="content">The résumé as a calm form.</TabPanel>
      <TabPanel id="design">Palettes, type pairs, density.</TabPanel>
      <TabPanel id="chat">Later.</TabPanel>
      <TabPanel id="history">Every version.</TabPanel>
    </Tabs>
  );
}

const SECTIONS = ["Work", "Projects", "Education", "Skills"];

function Sorting() {
  const [order, setOrder] = useState<readonly string[]>(SECTIONS);
  return (
    <SortableList
      label="Order of the sections"
      items={order.map((name) => ({ id: name, label: name }))}
      onReorder={setOrder}
    />
  );
}

export const CHOICE_SPECIMENS: readonly Specimen[] = [
  { name: "Checkbox, Switch", Show: Checks },
  { name: "RadioCards, ColourSwatch, SegmentedControl, Slider", Show: Cards },
  { name: "Tabs", Show: Panels },
  { name: "SortableList", Show: Sorting },
];
