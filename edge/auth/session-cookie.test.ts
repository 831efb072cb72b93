import { createHmac } from "node:crypto";
import { describe, expect, test } from "vitest";
import { hasSessionCookie, sessionTokenOf } from "./session-cookie.ts";

const SECRET = "a secret of thirty-two letters ..";
const signed = (token: string, secret = SECRET) =>
  encodeURIComponent(`${token}.${createHmac("sha256", secret).update(token).digest("base64")}`);
const withCookie = (cookie: string) =>
  new Request("https://cv2web.example/", { headers: { cookie } });
const tokenIn = (cookie: string, isSecure = false, secret = SECRET) =>
  sessionTokenOf(withCookie(cookie), secret, isSecure);

describe("the session’s cookie", () => {
  test("gives the token that it was signed for, whatever stands beside it", async () => {
    const value = signed("t0ken");
    expect(await tokenIn(`a=1; cv2web.session_token=${value}; b=2`)).toBe("t0ken");
    expect(await tokenIn(`__Secure-cv2web.session_token=${value}`, true)).toBe("t0ken");
    expect(hasSessionCookie(withCookie(`x=1;cv2web.session_token=${value}`))).toBe(true);
  });

  test.each([
    ["no cookie", "a=1"],
    ["another’s name", `xcv2web.session_token=${signed("t0ken")}`],
    ["another token under the signature", `cv2web.session_token=x${signed("t0ken")}`],
    ["another secret", `cv2web.session_token=${signed("t0ken", "something else")}`],
    ["no signature", "cv2web.session_token=t0ken"],
    ["a signature alone", `cv2web.session_token=${signed("").slice(1)}`],
    ["what can’t be decoded", "cv2web.session_token=%E0%A4%A"],
    [
      "a forged one before the right one",
      `cv2web.session_token=t.x; cv2web.session_token=${signed("t0ken")}`,
    ],
  ])("gives nothing for %s", async (_what, cookie) => {
    expect(await tokenIn(cookie)).toBeNull();
  });

  test("over https only the cookie with the prefix counts, and without a secret none", async () => {
    const cookie = `cv2web.session_token=${signed("t0ken")}`;
    expect(await tokenIn(cookie, true)).toBeNull();
    expect(await tokenIn(`cv2web.session_token=${signed("t0ken", "")}`, false, "")).toBeNull();
  });
});
