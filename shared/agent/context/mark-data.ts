/**
 * A text as data for the model: between marks that don’t occur in it, so that nothing in it can end the
 * block early. The text itself stays as it is, letter for letter: edits quote it.
 * @param source where it is from, in our own words
 */
export function markData(source: string, text: string): string {
  let number = 1;
  while (text.includes(`data-${number}`)) number += 1;
  const name = `data-${number}`;
  return `<${name} source="${source.replace(/["<>\n]/g, " ")}">\n${text}\n</${name}>`;
}
