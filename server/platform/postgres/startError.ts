/** Rondom cannot start for a reason that the person who starts it can act on: the message is the sentence to show. */
export class StartError extends Error {}
