import { decideAttempt, withoutAttempt, type SignInAttempt } from "../domain/sign-in-lock.ts";
import { SIGN_IN } from "../../shared/limits.ts";
import { WatchedObject } from "./watched-object.ts";

/** Counts the attempts to sign in to one account, or from one address. Forgets them with the window. */
export class SignInGuard extends WatchedObject {
  /**
   * Notes an attempt and says whether it is let through: one at a time, so that many at once can't pass.
   * @returns milliseconds to wait, 0 where it is let through; and when it was, to take it back by
   */
  async attempt(attempts: number): Promise<SignInAttempt> {
    const now = Date.now();
    const before = (await this.ctx.storage.get<readonly number[]>("attempts")) ?? [];
    const decision = decideAttempt(before, now, attempts);
    await this.ctx.storage.put("attempts", decision.counted);
    await this.ctx.storage.setAlarm(now + SIGN_IN.windowMs);
    return { waitMs: decision.retryAfterMs, at: now };
  }

  /** That attempt was a right one: an address isn't blamed for it. */
  async takeBack(at: number): Promise<void> {
    const before = (await this.ctx.storage.get<readonly number[]>("attempts")) ?? [];
    await this.ctx.storage.put("attempts", withoutAttempt(before, at));
  }

  /** The person signed in: what went before doesn't count. */
  async succeeded(): Promise<void> {
    // The alarm takes the rest: emptying a whole storage costs a sign-in more than all else here.
    await this.ctx.storage.delete("attempts");
  }

  override async alarm(): Promise<void> {
    await this.ctx.storage.deleteAll();
  }
}
