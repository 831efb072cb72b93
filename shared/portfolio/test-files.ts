/** What lets npm start the project’s tests; the one script that the agent may add. */
export const TEST_SCRIPT = "vitest run";

export const PACKAGE_PATH = "package.json";

/** Whether a file holds a component or functions that can be tested. */
export const isTestable = (path: string): boolean =>
  /^src\/.+\.tsx?$/.test(path) &&
  !/\.(?:test|d)\.tsx?$/.test(path) &&
  !/\/(?:main|prerender)\.tsx$/.test(path);

export const isTestFile = (path: string): boolean => /^(?:src|tests)\/.+\.test\.tsx?$/.test(path);

/**
 * Where the tests of a file stand: beside `src`, which the project’s own build type-checks, so that they
 * break nothing where vitest isn’t installed.
 */
export const testPathOf = (path: string): string =>
  path.replace(/^src\//, "tests/").replace(/\.(tsx?)$/, ".test.$1");
