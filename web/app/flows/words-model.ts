import { ai } from "../../../shared/api/ai.ts";
import type { Result } from "../../../shared/failure.ts";
import type { ModelPort } from "../../../shared/ports/model.ts";
import { knownPerson } from "../../account/known-person.ts";
import type { ApiClient } from "../../api/open-client.ts";
import { openModel } from "../../api/open-model.ts";
import { readConfigured } from "../../api/read-configured.ts";
import { ensurePerson } from "./ensure-person.ts";

/** Whether this person can have a model write: the service's, or by a key of their own. */
export async function offersWords(client: ApiClient): Promise<boolean> {
  const configured = await readConfigured(client);
  if (configured.ok && configured.value.chatModel) return true;
  if (!configured.ok || knownPerson() === null) return false;
  const key = await client.call(ai.key, {});
  return key.ok && key.value.kept;
}

/** Asks the gateway's model for words; somebody without a session gets one first. */
export async function withWordsModel<T>(
  client: ApiClient,
  ask: (model: ModelPort) => Promise<Result<T>>,
): Promise<Result<T>> {
  const person = await ensurePerson(client);
  if (!person.ok) return person;
  return ask(openModel(client, crypto.randomUUID()));
}
