/**
 * How large an expression may be and how much it may do. Nothing is measured in time: the work is bounded beforehand from
 * the expression and the data it gets, so that the answer is the same on every machine, in the browser and on the server.
 */
export type Grenzen = {
  /** Characters of the expression. */
  tekens: number
  /** Nodes of the syntax tree. */
  knopen: number
  /** How deep the tree may be nested. */
  diepte: number
  /** Steps of evaluation at most, one for about each node that is visited. */
  stappen: number
  /** Size of any value in between: characters plus elements. */
  grootte: number
}

export const GRENZEN: Grenzen = { tekens: 2000, knopen: 500, diepte: 150, stappen: 200_000, grootte: 200_000 }
