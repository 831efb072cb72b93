/** Words of a request that makes something new or touches many places. */
const LARGE =
  /\b(component|section|page|gallery|timeline|carousel|slider|animation|animate|layout|redesign|rewrite|refactor|rebuild|build|create|design|implement|interactive|responsive|translate|test|tests|form|chart|navigation|menu|filter|search|everything|every|all|whole|entire)\b/i;
/** Words of a small request at most. */
const SMALL_WORDS = 24;

/**
 * Which model a request is for: the small one for small edits, the large one for what makes something
 * new or isn’t surely small. Two failed repairs hand a message from the small one to the large one.
 */
export function chooseSize(request: string): "small" | "large" {
  const words = request.trim().split(/\s+/).length;
  return words <= SMALL_WORDS && !LARGE.test(request) ? "small" : "large";
}
