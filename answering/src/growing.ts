type Numbers = Uint8Array | Uint16Array | Uint32Array;

/** Numbers that grow in place, so that a build keeps no object per feature; as wide as a snapshot holds them. */
export class Growing<T extends Numbers = Uint32Array> {
  #held: T;
  readonly #make: new (
    length: number,
  ) => T;
  length = 0;

  constructor(make: new (length: number) => T) {
    this.#make = make;
    this.#held = new make(1024);
  }

  push(value: number) {
    if (this.length === this.#held.length) this.#makeRoom(1);
    this.#held[this.length++] = value;
  }

  pushAll(values: ArrayLike<number>) {
    if (this.length + values.length > this.#held.length) this.#makeRoom(values.length);
    this.#held.set(values, this.length);
    this.length += values.length;
  }

  /** Ends of lists that follow one another elsewhere, `first` up to `end`, as ends of lists that begin at `base` here. */
  pushEnds(starts: Uint32Array, first: number, end: number, base: number) {
    if (this.length + end - first > this.#held.length) this.#makeRoom(end - first);
    const shift = base - starts[first]!;
    for (let list = first; list < end; list++) this.#held[this.length++] = starts[list + 1]! + shift;
  }

  at(place: number): number {
    return this.#held[place]!;
  }

  set(place: number, value: number) {
    this.#held[place] = value;
  }

  get values(): T {
    return this.#held.subarray(0, this.length) as T;
  }

  #makeRoom(more: number) {
    const wider = new this.#make(Math.max(2 * this.#held.length, this.length + more));
    wider.set(this.values);
    this.#held = wider;
  }
}

/** Texts end to end, as a snapshot holds them. */
export class GrowingTexts {
  readonly #units = new Growing(Uint16Array);
  readonly #ends = new Growing(Uint32Array);

  push(text: string) {
    for (let at = 0; at < text.length; at++) this.#units.push(text.charCodeAt(at));
    this.#ends.push(this.#units.length);
  }

  /** Texts that lie end to end elsewhere. */
  pushMany(units: Uint16Array, starts: Uint32Array, first: number, end: number) {
    this.#ends.pushEnds(starts, first, end, this.#units.length);
    this.#units.pushAll(units.subarray(starts[first]!, starts[end]!));
  }

  unitsAt(place: number): Uint16Array {
    return this.#units.values.subarray(place === 0 ? 0 : this.#ends.at(place - 1), this.#ends.at(place));
  }

  pack(): { units: Uint16Array; starts: Uint32Array } {
    return { units: this.#units.values, starts: startsOf(this.#ends) };
  }
}

/** Ends of lists that follow one another → their starts, with one more at the end. */
export function startsOf(ends: Growing): Uint32Array {
  const starts = new Uint32Array(ends.length + 1);
  starts.set(ends.values, 1);
  return starts;
}

/** Where each number's places begin once all are sorted by number. */
export function countedStarts(numbers: Uint32Array, size: number): Uint32Array {
  const starts = new Uint32Array(size + 1);
  for (const number of numbers) starts[number + 1]!++;
  for (let number = 0; number < size; number++) starts[number + 1]! += starts[number]!;
  return starts;
}
