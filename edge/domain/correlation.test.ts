import { expect, test } from "vitest";
import { correlationFields, correlationHeaders, correlationOf } from "./correlation.ts";

const TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
const PARENT = "00f067aa0ba902b7";
const OWN = "7d5c1a2e-0000-4000-8000-00000000abcd";
const newId = () => OWN;

test("a browser’s request id is the trace’s too, and goes on to others", () => {
  const id = "0b9b1270-1f7e-4a5b-9c1d-2e3f4a5b6c7d";
  const found = correlationOf({ requestId: id }, newId);
  expect(found).toMatchObject({ requestId: id, traceId: id.replaceAll("-", ""), parentId: null });
  expect(correlationHeaders(found)).toEqual({
    "x-request-id": id,
    traceparent: `00-${found.traceId}-800000000000abcd-01`,
  });
  expect(correlationFields(found)).toEqual({ requestId: id });
});

test("a trace that is given goes on; without a request id it is the request’s", () => {
  const traceparent = `00-${TRACE}-${PARENT}-01`;
  const found = correlationOf({ traceparent }, newId);
  expect(found).toMatchObject({ requestId: TRACE, traceId: TRACE, parentId: PARENT });
  const both = correlationOf({ traceparent, requestId: "from-a-proxy" }, newId);
  expect(correlationFields(both)).toEqual({ requestId: "from-a-proxy", traceId: TRACE });
});

test.each([
  ["", ""],
  ["short", `00-${"0".repeat(32)}-${PARENT}-01`],
  ["it’s */ drop table", `00-${TRACE}-${"0".repeat(16)}-01`],
  ["x".repeat(65), `00-${TRACE.toUpperCase()}-${PARENT}-01`],
])("what isn’t sound counts as not given: %s", (requestId, traceparent) => {
  expect(correlationOf({ requestId, traceparent }, newId)).toMatchObject({
    requestId: OWN,
    traceId: OWN.replaceAll("-", ""),
    parentId: null,
  });
});
