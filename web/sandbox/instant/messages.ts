import type { ConsoleEntry, Problem } from "../../../shared/build.ts";
import type { Kit } from "../../../shared/kit.ts";
import type { SandboxEvent } from "../../../shared/ports/sandbox.ts";
import type { FileChange, ProjectFiles } from "../../../shared/project.ts";

/** A module as the preview frame runs it. Its `version` changes when anything below does. */
export interface FrameModule {
  readonly id: string;
  readonly version: number;
  readonly kind: "script" | "style" | "package";
  /** CommonJS body; of a style the CSS text. */
  readonly code: string;
  /** Module id by specifier. */
  readonly imports: Readonly<Record<string, string>>;
  /** Names the source for the browser's own developer tools. */
  readonly map?: string;
}

/** A font, picture or other file that the page shows by an address of the frame's own. */
export interface FrameAsset {
  readonly path: string;
  readonly version: number;
  readonly mime: string;
  readonly content: Uint8Array<ArrayBuffer> | string;
}

/** From the engine to the frame, over the port. */
export type ToFrame =
  | {
      /** `load` starts the page; `update` changes what runs. */
      readonly type: "load" | "update";
      readonly revision: number;
      readonly html: string;
      readonly entries: readonly string[];
      readonly modules: readonly FrameModule[];
      readonly removed: readonly string[];
      readonly assets: readonly FrameAsset[];
      readonly problems: readonly Problem[];
    }
  | { readonly type: "problems"; readonly problems: readonly Problem[] }
  | { readonly type: "reload" }
  /** Looks at the page as it stands, by the script that judges it. */
  | { readonly type: "audit"; readonly id: number; readonly script: string };

/** From the frame to the engine. The person's code can forge these: they are data, nothing more. */
export type FromFrame =
  | {
      readonly type: "applied";
      readonly revision: number;
      readonly update: "hot" | "reload" | "none";
    }
  | { readonly type: "painted"; readonly revision: number }
  | { readonly type: "audited"; readonly id: number; readonly audit: unknown }
  | {
      readonly type: "error";
      readonly message: string;
      readonly stack: string;
    }
  | {
      readonly type: "console";
      readonly level: ConsoleEntry["level"];
      readonly text: string;
      readonly at: number;
      readonly stack: string;
    };

/** From the app to the engine's worker. */
export type ToEngine =
  | { readonly type: "warm"; readonly kit: Kit }
  | { readonly type: "open"; readonly kit: Kit; readonly files: ProjectFiles }
  | { readonly type: "frame"; readonly port: MessagePort }
  | { readonly type: "reload" }
  | { readonly type: "ask"; readonly id: number; readonly question: EngineQuestion };

export type EngineQuestion =
  | { readonly name: "start" }
  | { readonly name: "write"; readonly changes: readonly FileChange[] }
  | { readonly name: "audit"; readonly script: string }
  | { readonly name: "snapshot" };

/** From the engine's worker to the app. */
export type FromEngine =
  | { readonly type: "event"; readonly event: SandboxEvent }
  | { readonly type: "answer"; readonly id: number; readonly value: unknown };
