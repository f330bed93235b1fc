/** "12,13" → the numbers of the events to be marked. What is no number is left out: addresses are typed by hand too. */
export function readSeqs(text: string | undefined): number[] {
  const numbers = (text ?? "").split(",").map(Number);
  return [...new Set(numbers.filter((seq) => Number.isInteger(seq) && seq > 0))].sort((a, b) => a - b);
}
