/** What a machine’s shell is asked, and how its answers read. */
import type { ListedFile } from "./provider.ts";

/**
 * Prints the folder of the terminal that was opened last. A terminal's shell leads a session that has a
 * terminal: fields 6 and 7 of its line (https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html), the
 * 22nd says since when; the second, its name, may hold spaces. Without `/proc` it prints nothing.
 */
export const TERMINAL_FOLDER = `root=$(pwd -P); last=0; found=
for stat in /proc/[0-9]*/stat; do
  { read -r line <"$stat"; } 2>/dev/null || continue
  pid=\${stat#/proc/}; pid=\${pid%/stat}
  set -- \${line##*) }
  [ "$4" = "$pid" ] && [ "$5" != 0 ] && [ "\${20}" -ge "$last" ] || continue
  folder=$(readlink "/proc/$pid/cwd" 2>/dev/null) || continue
  last=\${20}; found=$folder
done
case $found in "$root"/*) printf %s "\${found#"$root"/}";; esac`;

/** What isn't the project's: installed, built, or kept by tools. */
const NOT_OURS = ["node_modules", ".git", "dist", ".vite", ".npm"];
/** Lists the project's files, for `filesIn`. */
export const FIND = `find . ${NOT_OURS.map((name) => `-name ${name} -prune`).join(" -o ")} -o -type f -exec ls -lnd {} +`;

/** Rights, links, user, group, bytes, a date in three parts, the name. */
export const filesIn = (found: string): readonly ListedFile[] =>
  [...found.matchAll(/^\S+ +\d+ +\d+ +\d+ +(\d+) +(?:\S+ +){3}\.\/(.+)$/gm)].map(
    ([, size, path]) => ({ path: path!, size: Number(size) }),
  );
