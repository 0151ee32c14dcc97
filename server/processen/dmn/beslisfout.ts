/** A decision that cannot be taken with these data; the message is for the administrator. */
export class BeslisError extends Error {}
