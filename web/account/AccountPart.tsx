import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { Failure, Result } from "../../shared/failure.ts";
import { Button } from "../ui/Button.tsx";
import { ErrorState } from "../ui/ErrorState.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";

/** A fact of the server under a name that acts can renew; its failure is thrown to the query. */
export const useFact = <T,>(name: string, read: () => Promise<Result<T>>) =>
  useQuery<T, Failure>({
    queryKey: ["account", name],
    queryFn: async () => {
      const came = await read();
      // TanStack Query knows failures by rejection only; here, and nowhere else, one is thrown.
      if (!came.ok) throw came.failure;
      return came.value;
    },
  });

export interface FactProps<T> {
  readonly fact: ReturnType<typeof useFact<T>>;
  readonly label: string;
  readonly children: (value: T) => ReactNode;
}

/** A fact as it comes: its shape while it is waited for, what to do when it fails, then the fact. */
export function Fact<T>({ fact, label, children }: FactProps<T>) {
  if (fact.data !== undefined) return children(fact.data);
  if (fact.error === null) return <Skeleton label={label} />;
  return (
    <ErrorState
      failure={fact.error}
      action={
        <Button size="small" onPress={() => void fact.refetch()}>
          Try again
        </Button>
      }
    />
  );
}

/** One part of the account under its heading. */
export function AccountPart(props: {
  readonly title: string;
  readonly under?: string;
  readonly children: ReactNode;
}) {
  return (
    <section className="account-part" aria-label={props.title}>
      <h2>{props.title}</h2>
      {props.under !== undefined && <p className="account-under">{props.under}</p>}
      {props.children}
    </section>
  );
}
