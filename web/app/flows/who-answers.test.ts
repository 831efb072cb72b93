import { expect, test } from "vitest";
import type { Failure } from "../../../shared/failure.ts";
import { whoAnswers, type Standing } from "./who-answers.ts";

const failure: Failure = { kind: "conflict", message: "", nextStep: "", retryable: true };
const hosted: Standing = {
  isSignedIn: true,
  sync: { kind: "in-account", at: 1 },
  portfolioId: "mine",
  shownIn: "hosted",
  isMoving: false,
  isAboutCode: false,
};
const stuck = (id: string) => ({ kind: "stuck", failures: new Map([[id, failure]]) }) as const;

test("the server answers about a portfolio of the account that a hosted sandbox runs", () => {
  expect(whoAnswers(hosted)).toBe("server");
  expect(whoAnswers({ ...hosted, sync: { kind: "sending" } })).toBe("server");
  expect(whoAnswers({ ...hosted, sync: stuck("another") })).toBe("server");
});

test.each<[string, Partial<Standing>]>([
  ["nobody is signed in", { isSignedIn: false }],
  ["the site runs in the browser", { shownIn: "instant" }],
  ["… with Node in the browser", { shownIn: "webcontainer" }],
  ["nothing runs yet", { shownIn: null }],
  ["it moves to another sandbox", { isMoving: true }],
  ["code is explained", { isAboutCode: true }],
  ["nothing is kept in an account", { sync: null }],
  ["the account isn’t reached", { sync: { kind: "waiting", failure } }],
  ["this portfolio can’t go up", { sync: stuck("mine") }],
])("the studio answers where %s", (_, otherwise) => {
  expect(whoAnswers({ ...hosted, ...otherwise })).toBe("studio");
});
