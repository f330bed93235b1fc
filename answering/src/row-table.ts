/**
 * Rows of figures by feature, for one question at a time: words come back in many wordings, and each is compared with the
 * question's words once. Open-addressed and kept between questions, so that a question makes no arrays.
 */
export class RowTable {
  values: Float32Array = new Float32Array(16_384);
  readonly #features = new Int32Array(slots).fill(-1);
  readonly #places = new Int32Array(slots);
  #owner: object | null = null;
  #count = 0;
  #end = 0;

  /** Forgets what belonged to another question, and all of it when it is half full. */
  open(owner: object): void {
    if (owner === this.#owner && this.#count < slots / 2) return;
    this.#features.fill(-1);
    this.#owner = owner;
    this.#count = 0;
    this.#end = 0;
  }

  /** Where the feature's row begins among the values, or −1. */
  find(feature: number): number {
    const slot = this.#slotOf(feature);
    return this.#features[slot] === feature ? this.#places[slot]! : -1;
  }

  /** Room for a row of a feature that has none; what lies there must be written over. */
  add(feature: number, width: number): number {
    const slot = this.#slotOf(feature);
    const place = this.#end;
    this.#end += width;
    this.#count++;
    if (this.#end > this.values.length) {
      const wider = new Float32Array(2 * this.#end);
      wider.set(this.values);
      this.values = wider;
    }
    this.#features[slot] = feature;
    this.#places[slot] = place;
    return place;
  }

  #slotOf(feature: number): number {
    let slot = feature & (slots - 1);
    while (this.#features[slot] !== -1 && this.#features[slot] !== feature) slot = (slot + 1) & (slots - 1);
    return slot;
  }
}

const slots = 1024;
