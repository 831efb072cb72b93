import type { Result } from "../../shared/failure.ts";
import type { CertificateState } from "../../shared/site/own-domain.ts";

export interface Certificate {
  readonly id: string;
  readonly state: CertificateState;
}

/** Who serves domains of others with certificates. */
export interface Certificates {
  /** Has one issued, or finds the one that was asked for already. */
  order(domain: string): Promise<Result<Certificate>>;
  /** `null`: there is none any more. */
  look(id: string): Promise<Result<Certificate | null>>;
  /** What is gone already is no failure. */
  remove(id: string): Promise<Result<void>>;
}
