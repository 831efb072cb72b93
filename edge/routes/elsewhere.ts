import { api } from "../../shared/api/table.ts";
import { fail, ok, type Result } from "../../shared/failure.ts";
import { ELSEWHERE_LIMITS } from "../../shared/limits.ts";
import { HASH_HEADER, OTHER_HOSTS, type OtherHostId } from "../../shared/site/elsewhere.ts";
import type { Caller } from "../caller.ts";
import { noteAct } from "../db/rows/audit-rows.ts";
import { readVaultKey, removeVaultKeys } from "../db/rows/vault-rows.ts";
import type { Dependencies } from "../dependencies.ts";
import { hexHash } from "../elsewhere/hex-hash.ts";
import {
  changePlace,
  keepPlace,
  keepToken,
  listPlaces,
  NO_PLACE,
  OTHER_SEND,
  readPlace,
  tokenOf,
  viewOfPlace,
  type KeptPlace,
} from "../elsewhere/kept-places.ts";
import type { OtherHost, SentContent } from "../elsewhere/other-host.ts";
import { arrivedDamaged } from "../elsewhere/wire.ts";
import { route, type EdgeHono } from "../route.ts";

/** Other hosts, with the person’s token (R2.6). */
export function addElsewhereRoutes(app: EdgeHono): void {
  addTokens(app);
  addPlaces(app);
  addSends(app);
}

interface Asking {
  readonly dependencies: Dependencies;
  readonly caller: Caller;
  readonly requestId: string;
}

async function hostOf(
  { dependencies, caller }: Asking,
  id: OtherHostId,
): Promise<Result<OtherHost>> {
  const token = await tokenOf(dependencies, caller, id);
  return token.ok ? ok(dependencies.otherHost(id, token.value)) : token;
}

const note = ({ dependencies, caller, requestId }: Asking, act: string, host: OtherHostId) => {
  const { database, afterAnswer } = dependencies;
  afterAnswer(noteAct(database(), { personId: caller.personId, act, requestId, detail: { host } }));
};

function addTokens(app: EdgeHono): void {
  route(app, api.elsewhere.keys, async ({ dependencies, caller }) => {
    const keys = OTHER_HOSTS.map(async (host) => {
      const kept = await readVaultKey(dependencies.database(), caller.personId, host);
      return { host, kept: kept !== null, ending: kept?.ending ?? null };
    });
    return ok({ keys: await Promise.all(keys) });
  });

  route(app, api.elsewhere.keepKey, async (call) => {
    const { dependencies, caller, input } = call;
    const { host } = input.params;
    const { token } = input.body;
    const account = await dependencies.otherHost(host, token).whose();
    if (!account.ok) return account;
    const id = dependencies.newId();
    const ending = await keepToken(dependencies, caller, { host, token, id });
    if (!ending.ok) return ending;
    note(call, "host-token-kept", host);
    return ok({ host, kept: true, ending: ending.value, account: account.value });
  });

  route(app, api.elsewhere.removeKey, async (call) => {
    const { host } = call.input.params;
    await removeVaultKeys(call.dependencies.database(), call.caller.personId, host);
    note(call, "host-token-removed", host);
    return ok({ host, kept: false, ending: null });
  });
}

function addPlaces(app: EdgeHono): void {
  route(app, api.elsewhere.places, async ({ dependencies, caller, input }) => {
    const places = await listPlaces(dependencies, caller, input.params.portfolioId);
    return places.ok ? ok({ places: places.value }) : places;
  });

  route(app, api.elsewhere.settle, async (call) => {
    const { dependencies, caller, input } = call;
    const { portfolioId, host } = input.params;
    const other = await hostOf(call, host);
    if (!other.ok) return other;
    const place = await other.value.settle(input.body);
    if (!place.ok) return place;
    const at = { portfolioId, host, newId: dependencies.newId };
    const kept = await keepPlace(dependencies, caller, at, place.value);
    return kept.ok ? ok(viewOfPlace(host, kept.value)) : kept;
  });

  route(app, api.elsewhere.look, async (call) => {
    const { portfolioId, host } = call.input.params;
    const there = await readPlace(call.dependencies, call.caller, portfolioId, host);
    if (!there.ok) return there;
    if (there.value === null) return ok({ state: "unknown" as const, page: "" });
    const other = await hostOf(call, host);
    return other.ok ? other.value.look(there.value.place) : other;
  });
}

function addSends(app: EdgeHono): void {
  route(app, api.elsewhere.begin, async (call) => {
    const { dependencies, caller, input } = call;
    const { portfolioId, host } = input.params;
    const there = await readPlace(dependencies, caller, portfolioId, host);
    if (!there.ok) return there;
    if (there.value === null) return fail(NO_PLACE);
    const other = await hostOf(call, host);
    if (!other.ok) return other;
    const { place } = there.value;
    const begun = await other.value.begin(place, { id: dependencies.newId(), ...input.body });
    if (!begun.ok) return begun;
    const { sending, missing } = begun.value;
    const kept = await changePlace(dependencies, caller, { ...there.value, sending });
    return kept.ok ? ok({ sendId: sending.id, missing: [...missing] }) : kept;
  });

  route(app, api.elsewhere.sendFiles, async (call) => {
    const on = await onItsWay(call);
    if (!on.ok) return on;
    const contents = await Promise.all(
      Object.entries(call.input.body).map(async ([hash, file]) => ({
        hash,
        // `shared` has no type for a file; here it is the platform's.
        bytes: new Uint8Array(await (file as unknown as Blob).arrayBuffer()),
      })),
    );
    const sent = await sendAll(on.value, contents);
    return sent.ok ? ok({ sent: contents.length }) : sent;
  });

  route(app, api.elsewhere.finish, async (call) => {
    const { dependencies, caller } = call;
    const { host } = call.input.params;
    const on = await onItsWay(call);
    if (!on.ok) return on;
    const { other, kept, sending } = on.value;
    const finished = await other.finish(kept.place, sending, dependencies.now());
    if (!finished.ok) return finished;
    const place = { ...finished.value, isNew: false };
    const noted = await changePlace(dependencies, caller, { ...kept, place, sending: null });
    if (!noted.ok) return noted;
    note(call, "sent-elsewhere", host);
    return ok(viewOfPlace(host, place));
  });
}

interface OnItsWay {
  readonly other: OtherHost;
  readonly kept: KeptPlace;
  readonly sending: NonNullable<KeptPlace["sending"]>;
}

/** The send that a call goes on with. Fails with `conflict` where another has begun since. */
async function onItsWay(
  call: Asking & {
    readonly input: {
      readonly params: {
        readonly portfolioId: string;
        readonly host: OtherHostId;
        readonly sendId: string;
      };
    };
  },
): Promise<Result<OnItsWay>> {
  const { portfolioId, host, sendId } = call.input.params;
  const there = await readPlace(call.dependencies, call.caller, portfolioId, host);
  if (!there.ok) return there;
  const sending = there.value?.sending;
  if (!there.value || sending?.id !== sendId) return fail(OTHER_SEND);
  const other = await hostOf(call, host);
  return other.ok ? ok({ other: other.value, kept: there.value, sending }) : other;
}

/** Some at a time; the first that fails ends it. */
async function sendAll(
  { other, kept, sending }: OnItsWay,
  contents: readonly SentContent[],
): Promise<Result<void>> {
  const named = new Set(Object.values(sending.files).map(({ hash }) => hash));
  for (const { hash, bytes } of contents) {
    const isWhole = hash === (await hexHash(HASH_HEADER[other.id](bytes.length), bytes));
    if (!isWhole || !named.has(hash)) return fail(arrivedDamaged(other.id));
  }
  for (let n = 0; n < contents.length; n += ELSEWHERE_LIMITS.atOnce) {
    const some = contents.slice(n, n + ELSEWHERE_LIMITS.atOnce);
    const sent = await Promise.all(some.map((one) => other.send(kept.place, sending, one)));
    const failed = sent.find((one) => !one.ok);
    if (failed) return failed;
  }
  return ok(undefined);
}
