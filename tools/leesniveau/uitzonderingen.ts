/** Where a text is harder than B1 on purpose: which sentence or word begins so, in which file, and why. */
export const uitzonderingen: readonly { waar: string; wat: string; waarom: string }[] = []
