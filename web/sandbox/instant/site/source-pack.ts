/** The production sources of a group of packages, as the kit carries them. */
export interface SourcePack {
  /** By a path like `react/index.js`. */
  readonly modules: Readonly<Record<string, SourceModule>>;
}

export interface SourceModule {
  readonly code: string;
  /** Path in a pack, or a specifier of another group, by the specifier as it is written. */
  readonly imports: Readonly<Record<string, string>>;
  /** Its package says that it has no side effects, so that an unused one is left out. */
  readonly pure: boolean;
}
