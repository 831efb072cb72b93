/** JSON as it stands in a project: two spaces, keys in the order given, a newline at the end. */
export const formatJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
