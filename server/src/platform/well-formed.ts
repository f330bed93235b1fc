/**
 * Text as a database can hold it: without NUL, and without halves of characters (a cut emoji). Everything that comes
 * from outside passes here once, however deep it is nested.
 */
export function wellFormed<T>(value: T): T {
  if (typeof value === "string") return (value.includes("\0") ? value.replaceAll("\0", "") : value).toWellFormed() as T;
  if (Array.isArray(value)) return value.map(wellFormed) as T;
  if (value === null || typeof value !== "object" || Buffer.isBuffer(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, wellFormed(each)])) as T;
}
