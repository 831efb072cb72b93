/**
 * Three globals that browsers, workerd and Node all have (WHATWG URL and Encoding), with the types that
 * are used of them: `shared/` is compiled without any platform’s. Links must be read by the very parser
 * that browsers follow them with, or a disguised address gets through.
 */
interface WebStandard {
  readonly URL: {
    new (
      url: string,
      base?: string,
    ): {
      readonly href: string;
      readonly protocol: string;
      readonly hostname: string;
    };
    canParse(url: string, base?: string): boolean;
  };
  readonly TextEncoder: new () => { encode(text: string): Uint8Array };
  readonly TextDecoder: new () => { decode(bytes: Uint8Array): string };
}

export const { URL, TextEncoder, TextDecoder } = globalThis as unknown as WebStandard;
