/** A failure that its reader can mend: `message` is the whole sentence to show, no stack. */
export class Sentence extends Error {}
