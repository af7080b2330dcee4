/** A layout's title as a name in a table: with a capital, and without the list of columns that some titles end with. */
export function kindName(title: string): string {
  const name = title.replace(/ \(\w+(,\w+)+\)$/, '');
  return name.charAt(0).toUpperCase() + name.slice(1);
}
