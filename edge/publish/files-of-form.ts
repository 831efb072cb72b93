/** The files of a form that names each by its SHA-256. */
export const filesOfForm = (
  form: Readonly<Record<string, unknown>>,
): Promise<{ readonly hash: string; readonly bytes: Uint8Array }[]> =>
  Promise.all(
    Object.entries(form).map(async ([hash, file]) => ({
      hash,
      // `shared` has no type for a file; here it is the platform's.
      bytes: new Uint8Array(await (file as Blob).arrayBuffer()),
    })),
  );
