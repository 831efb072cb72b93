import { expect, test } from "vitest";
import { withoutPersonalData } from "./crash-reports.ts";

test("a report keeps the route and what failed, and nothing that a person wrote", () => {
  const error = Object.assign(new Error("Key (email)=(ada@example.org)"), { code: "23505" });
  const event = withoutPersonalData(
    {
      request: {
        url: "https://cv.example/api/cv/status?token=s3cret",
        method: "GET",
        headers: { cookie: "session=s3cret" },
      },
      exception: { values: [{ type: "Error", value: error.message }] },
      message: error.message,
      user: { ip_address: "10.0.0.1" },
      breadcrumbs: [{ message: "ada@example.org" }],
      extra: { email: "ada@example.org" },
      tags: { requestId: "request-1" },
    },
    error,
    "/api/cv/status",
  );
  expect(event).toEqual({
    request: { url: "/api/cv/status" },
    exception: { values: [{ type: "Error", value: "Error 23505" }] },
    tags: { requestId: "request-1" },
  });
});
