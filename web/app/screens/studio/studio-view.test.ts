import { describe, expect, it } from "vitest";
import { closeFile, createStudioView, openFile, togglePanel } from "./studio-view.ts";

function memory(text: string | null = null) {
  const kept = new Map<string, string>(text === null ? [] : [["cv2web.studio", text]]);
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
}

describe("the studio's layout", () => {
  it("is remembered; open files and dialogs are not", () => {
    const own = memory();
    createStudioView(own, false).setState({ panelWidth: 420, panel: null, dialog: "help" });
    const again = createStudioView(own, false).getState();
    expect(again).toMatchObject({ panelWidth: 420, panel: null, dialog: null });
  });
  it("survives what it can't read", () => {
    for (const text of ["nope", "7", `{"panelWidth":"wide","openFiles":[1]}`]) {
      const view = createStudioView(memory(text), false).getState();
      expect(view).toMatchObject({ panelWidth: 360, openFiles: [] });
    }
    expect(createStudioView(null, false).getState().panel).toBe("content");
  });
  it("starts with the site alone on a phone", () => {
    expect(createStudioView(memory(), true).getState().panel).toBeNull();
  });
  it("hides a panel that is asked for twice", () => {
    const store = createStudioView(null, false);
    store.setState(togglePanel("design"));
    expect(store.getState().panel).toBe("design");
    store.setState(togglePanel("design"));
    expect(store.getState()).toMatchObject({ panel: null, lastPanel: "design" });
  });
});

describe("open files", () => {
  it("open once, and closing shows the neighbour", () => {
    const store = createStudioView(null, false);
    for (const path of ["a.ts", "b.ts", "c.ts", "b.ts"]) store.setState(openFile({ path }));
    expect(store.getState()).toMatchObject({
      openFiles: ["a.ts", "b.ts", "c.ts"],
      shownFile: "b.ts",
      drawer: "code",
    });
    store.setState(closeFile("b.ts"));
    expect(store.getState().shownFile).toBe("c.ts");
    store.setState(closeFile("c.ts"));
    store.setState(closeFile("a.ts"));
    expect(store.getState()).toMatchObject({ openFiles: [], shownFile: null });
  });
});
