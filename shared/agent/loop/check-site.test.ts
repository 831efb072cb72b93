import { expect, it } from "vitest";
import { fakeWorkspace, SMALL_PROJECT } from "../../../tests/fakes/fake-workspace.ts";
import { fail, ok } from "../../failure.ts";
import { lookAtPage } from "./check-site.ts";

const { signal } = new AbortController();

/** What is said against a page with this body. */
async function against(body: string, allowed: readonly string[] = []) {
  const { workspace } = fakeWorkspace(SMALL_PROJECT);
  const render = async () => ok({ html: `<html><body>${body}</body></html>` });
  const page = await lookAtPage({ ...workspace, render }, signal, allowed);
  return page.ok ? page.value.filter(({ holds }) => holds === false).map(({ said }) => said) : null;
}

const NAME = "<h1><span>Barnaby</span> <span>THISTLEWOOD</span></h1><p>Twelve years of books</p>";

it.each([
  ["a page as it should be", NAME, []],
  ["a link to elsewhere", `${NAME}<a href="https://foxglove.example">Press</a>`, []],
  [
    "a blank page",
    "<div id=root></div>",
    ["The page is blank.", "The name Barnaby Thistlewood isn’t on the page."],
  ],
  [
    "somebody else’s name",
    "<h1>Orla Fennimore</h1><p>Barnaby Thistlewood</p>",
    ["The page still says “Orla Fennimore”."],
  ],
  [
    "only a script that says the name",
    `<script>"Barnaby Thistlewood"</script><p>Some words of a page</p>`,
    ["The name Barnaby Thistlewood isn’t on the page."],
  ],
  ["a letter that is no letter", `${NAME}&#99999999;`, []],
  [
    "a picture from elsewhere",
    `${NAME}<img src="//t.example/x.png">`,
    ["The page loads from t.example."],
  ],
  [
    "a style from elsewhere",
    `${NAME}<div style="background:url(https://t.example/x)">`,
    ["The page loads from t.example."],
  ],
] as const)("looks at %s", async (_, body, wrong) => {
  expect(await against(body)).toEqual(wrong);
});

it("lets pass what the person allowed", async () => {
  const body = `${NAME}<img src="https://pictures.example/x.png">`;
  expect(await against(body, ["outside pictures.example"])).toEqual([]);
});

it("says that it couldn’t look, instead of guessing", async () => {
  const { workspace } = fakeWorkspace(SMALL_PROJECT);
  const failure = {
    kind: "unavailable",
    message: "Offline.",
    nextStep: "",
    retryable: true,
  } as const;
  const page = await lookAtPage({ ...workspace, render: async () => fail(failure) }, signal, []);
  expect(page).toMatchObject({ ok: true, value: [{ id: "renders", holds: null }] });
});
