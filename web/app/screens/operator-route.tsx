import { QueryClientProvider } from "@tanstack/react-query";
import { OperatorScreen } from "../../operator/OperatorScreen.tsx";
import { apiClient, queryClient } from "../api-client.ts";
import { NotFoundScreen } from "./NotFoundScreen.tsx";

/** The operator’s page; to everybody else an address that isn’t there. */
export const OperatorRoute = () => (
  <QueryClientProvider client={queryClient}>
    <OperatorScreen client={apiClient} NotFound={NotFoundScreen} />
  </QueryClientProvider>
);
