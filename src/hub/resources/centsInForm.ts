/** An amount as a form shows it, so that it is read back to the cent: `1250.00`. */
export function centsInForm(cents: number): string {
  return (cents / 100).toFixed(2);
}
