import { QueryClientProvider, useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { readConfigured } from "../../api/read-configured.ts";
import { accountActs } from "../../account/account-acts.ts";
import { AccountScreen } from "../../account/AccountScreen.tsx";
import { BillingScreen } from "../../account/BillingScreen.tsx";
import { rememberPerson } from "../../account/known-person.ts";
import { ResetScreen } from "../../account/ResetScreen.tsx";
import { afterServicePath, cameFromService, returnPath } from "../../account/return-path.ts";
import { serviceFailure } from "../../account/service-failure.ts";
import { SignInScreen } from "../../account/SignInScreen.tsx";
import { apiClient, queryClient } from "../api-client.ts";
import { portfolioStorage } from "../compose.ts";
import { originalActs } from "../flows/original-acts.ts";

const acts = accountActs(apiClient);
const originals = originalActs(apiClient, portfolioStorage);
const back = () => returnPath(location.search, location.origin);

/** Signing in and up, as a document of its own: on its end the page it came from is loaded anew. */
export const SignInRoute = () => (
  <QueryClientProvider client={queryClient}>
    <SignIn />
  </QueryClientProvider>
);

/** Other services that are configured; none while that isn't known. */
function useServices() {
  const configured = useQuery({
    queryKey: ["configured"],
    queryFn: () => readConfigured(apiClient),
  });
  return configured.data?.ok ? configured.data.value.signIn : [];
}

function SignIn() {
  const services = useServices();
  const failure = serviceFailure(location.search);
  const done = (name: string) => {
    rememberPerson(name || "Account");
    location.replace(back());
  };
  // Back from another service with a session: on to where the person was.
  useEffect(() => {
    if (failure || !cameFromService(location.search)) return;
    void acts.whoIsThere().then((there) => {
      if (there.ok && there.value) done(there.value.person.name);
    });
  });
  return (
    <SignInScreen
      acts={acts}
      services={services}
      back={back()}
      here={afterServicePath(back())}
      serviceFailure={failure}
      onDone={done}
    />
  );
}

/** A new password by the link of a letter. */
export const ResetRoute = () => (
  <ResetScreen acts={acts} token={new URLSearchParams(location.search).get("token") ?? ""} />
);

/** One's account. */
export const AccountRoute = () => (
  <QueryClientProvider client={queryClient}>
    <Account />
  </QueryClientProvider>
);

const Account = () => (
  <AccountScreen
    client={apiClient}
    acts={acts}
    originals={originals}
    back={back()}
    services={useServices()}
    serviceFailure={serviceFailure(location.search)}
    onPerson={rememberPerson}
  />
);

/** Premium: a document of its own, without isolation, as Stripe’s pages lead back to it. */
export const BillingRoute = () => (
  <QueryClientProvider client={queryClient}>
    <BillingScreen client={apiClient} isBack={new URLSearchParams(location.search).has("paid")} />
  </QueryClientProvider>
);
