import type { Database } from "../db/open-database.ts";
import { deletePerson } from "../db/rows/privacy-rows.ts";
import { listFilesElsewhere } from "../db/rows/site-file-rows.ts";
import type { Dependencies } from "../dependencies.ts";
import { siteFolder } from "../publish/site-files.ts";
import { bucketFolder } from "../storage/blobs.ts";
import { finishMovesTo } from "./move-work.ts";

/** What is used of the bucket of contents. */
export interface ErasedBucket {
  list(options: {
    readonly prefix: string;
  }): Promise<{ readonly objects: readonly { key: string }[] }>;
  delete(names: string[]): Promise<void>;
}

export interface Erasure {
  readonly database: Database;
  readonly bucket: ErasedBucket;
  readonly places: Pick<Dependencies, "jobsOf" | "job" | "readingsOf" | "sandbox" | "fleet">;
  readonly personId: string;
  /** Their address, which short-lived proofs and the guard of their sign-ins are kept by. */
  readonly email: string;
  readonly forgetSignIns: (email: string) => Promise<void>;
}

/** Jobs erased at the same time. */
const AT_ONCE = 20;

/**
 * Erases a person: Durable Objects, bucket, rows. The rows go last, so that a deletion that was cut can
 * be asked for again; then, since no write of theirs gets through any more, what came meanwhile goes.
 */
export async function erasePerson(erasure: Erasure): Promise<void> {
  const { database, places, personId, email } = erasure;
  await finishMovesTo(database, places, personId);
  await eraseKept(erasure);
  await deletePerson(database, personId, email);
  await eraseKept(erasure);
  await erasure.forgetSignIns(email);
}

async function eraseKept({ database, places, bucket, personId }: Erasure): Promise<void> {
  await eraseObjects(places, personId);
  // Files that came along from before the account lie in another folder; their rows go with the person.
  await bucket.delete([...(await listFilesElsewhere(database, personId, siteFolder(personId)))]);
  for (const prefix of [bucketFolder(personId), siteFolder(personId)]) {
    for (;;) {
      const page = await bucket.list({ prefix });
      if (page.objects.length === 0) break;
      await bucket.delete(page.objects.map(({ key }) => key));
    }
  }
}

/** Jobs with their events, hosted sandboxes with their machines, what was read of CVs, and the counters. */
async function eraseObjects(places: Erasure["places"], personId: string): Promise<void> {
  const person = places.jobsOf({ personId });
  const jobs = await person.jobs();
  for (let n = 0; n < jobs.length; n += AT_ONCE) {
    const some = jobs.slice(n, n + AT_ONCE);
    await Promise.all(some.map(({ id }) => places.job(id).erase()));
  }
  for (const id of await places.fleet().listOf(personId)) await places.sandbox(id).erase();
  await places.readingsOf({ personId }).erase();
  await person.forget();
}
