import { DurableObject } from "cloudflare:workers";
import { decideAttempt } from "../domain/sign-in-lock.ts";
import { SIGN_IN } from "../../shared/limits.ts";

/** Counts the attempts to sign in to one account, or from one address. Forgets them with the window. */
export class SignInGuard extends DurableObject {
  /**
   * Notes an attempt and says whether it is let through: one at a time, so that many at once can't pass.
   * @returns milliseconds to wait; 0 where it is let through
   */
  async attempt(attempts: number): Promise<number> {
    const now = Date.now();
    const before = (await this.ctx.storage.get<readonly number[]>("attempts")) ?? [];
    const decision = decideAttempt(before, now, attempts);
    await this.ctx.storage.put("attempts", decision.counted);
    await this.ctx.storage.setAlarm(now + SIGN_IN.windowMs);
    return decision.retryAfterMs;
  }

  /** The person signed in: what went before doesn't count. */
  async succeeded(): Promise<void> {
    await this.ctx.storage.deleteAll();
  }

  override async alarm(): Promise<void> {
    await this.ctx.storage.deleteAll();
  }
}
