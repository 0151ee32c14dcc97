/** Puts the focus on a field by its name, for the links in the error summary; fields here are not registered one by one. */
export function focusOp(naam: string): void {
  const [field] = document.getElementsByName(naam)
  field?.focus()
}
