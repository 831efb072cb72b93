import { expect, it } from "vitest";
import { resume, theme } from "../../../shared/agent/plain/test-site.ts";
import { RESUME_PATH, THEME_PATH } from "../../../shared/project.ts";
import { answerRequest } from "./answer-request.ts";

it("undoes as often as it was asked to", async () => {
  const ran: string[] = [];
  const files = {
    [RESUME_PATH]: JSON.stringify(resume),
    [THEME_PATH]: JSON.stringify({ ...theme, template: "own" }),
  };
  const answer = await answerRequest("undo the last two changes", {
    project: {
      getState: () => ({ files }) as never,
      apply: () => expect.fail("nothing else is changed"),
    },
    changeTemplate: () => expect.fail("the template stays"),
    runCommand: (command) => void ran.push(command),
  });
  expect(ran).toEqual(["undo", "undo"]);
  expect(answer).toEqual({ text: "Taken back. And the one before." });
});
