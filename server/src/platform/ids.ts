import { v7 } from "uuid";

/** Time-ordered: new rows land together in the index. */
export const newId = (): string => v7();
