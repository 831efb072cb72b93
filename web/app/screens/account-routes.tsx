import { QueryClientProvider, useQuery } from "@tanstack/react-query";
import { system } from "../../../shared/api/system.ts";
import { accountActs } from "../../account/account-acts.ts";
import { AccountScreen } from "../../account/AccountScreen.tsx";
import { rememberPerson } from "../../account/known-person.ts";
import { ResetScreen } from "../../account/ResetScreen.tsx";
import { returnPath } from "../../account/return-path.ts";
import { SignInScreen } from "../../account/SignInScreen.tsx";
import { apiClient, queryClient } from "../api-client.ts";

const acts = accountActs(apiClient);
const back = () => returnPath(location.search, location.origin);

/** Signing in and up, as a document of its own: on its end the page it came from is loaded anew. */
export const SignInRoute = () => (
  <QueryClientProvider client={queryClient}>
    <SignIn />
  </QueryClientProvider>
);

function SignIn() {
  const configured = useQuery({
    queryKey: ["configured"],
    queryFn: () => apiClient.call(system.configured, {}),
  });
  return (
    <SignInScreen
      acts={acts}
      services={configured.data?.ok ? configured.data.value.signIn : []}
      back={back()}
      backAfterService={back()}
      onDone={(name) => {
        rememberPerson(name || "Account");
        location.replace(back());
      }}
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
    <AccountScreen client={apiClient} acts={acts} back={back()} onPerson={rememberPerson} />
  </QueryClientProvider>
);
