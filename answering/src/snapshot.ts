/**
 * A snapshot is one ArrayBuffer: a JSON header that names the sections, then the sections, each a typed array.
 * It crosses a worker boundary by transfer and a disk by a plain write, and opens without parsing the sections.
 */
const makers = { Uint8Array, Uint16Array, Uint32Array, Float32Array } as const;
type MakerName = keyof typeof makers;
export type Section = Uint8Array | Uint16Array | Uint32Array | Float32Array;

/** Raised whenever the sections' meaning changes; an older snapshot must be built anew. */
const version = 4;
const align = (bytes: number) => (bytes + 7) & ~7;

export function packSections(sections: Record<string, Section>): ArrayBuffer {
  let at = 0;
  const layout = Object.entries(sections).map(([name, section]) => {
    const place = { name, type: section.constructor.name, at, length: section.length };
    at = align(at + section.byteLength);
    return place;
  });
  const header = new TextEncoder().encode(JSON.stringify({ version, layout }));
  const start = align(4 + header.length);
  const buffer = new ArrayBuffer(start + at);
  new DataView(buffer).setUint32(0, header.length, true);
  new Uint8Array(buffer, 4, header.length).set(header);
  for (const place of layout) {
    const section = sections[place.name]!;
    new Uint8Array(buffer, start + place.at, section.byteLength).set(
      new Uint8Array(section.buffer, section.byteOffset, section.byteLength),
    );
  }
  return buffer;
}

export function unpackSections(buffer: ArrayBuffer): Record<string, Section> {
  const headerLength = new DataView(buffer).getUint32(0, true);
  const header = JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, 4, headerLength))) as {
    version: number;
    layout: { name: string; type: MakerName; at: number; length: number }[];
  };
  if (header.version !== version)
    throw new Error(`The snapshot has version ${header.version}, not ${version}: build it anew.`);
  const start = align(4 + headerLength);
  const sections: Record<string, Section> = {};
  for (const place of header.layout)
    sections[place.name] = new makers[place.type](buffer, start + place.at, place.length);
  return sections;
}

/** Strings as UTF-16 units end to end; `starts` has one more element than there are strings. */
export function packStrings(strings: readonly string[]): { units: Uint16Array; starts: Uint32Array } {
  const starts = new Uint32Array(strings.length + 1);
  for (const [i, text] of strings.entries()) starts[i + 1] = starts[i]! + text.length;
  const units = new Uint16Array(starts[strings.length]!);
  for (const [i, text] of strings.entries()) {
    const start = starts[i]!;
    for (let at = 0; at < text.length; at++) units[start + at] = text.charCodeAt(at);
  }
  return { units, starts };
}

export function unpackString(units: Uint16Array, starts: Uint32Array, i: number): string {
  const [start, end] = [starts[i]!, starts[i + 1]!];
  let text = "";
  for (let at = start; at < end; at++) text += String.fromCharCode(units[at]!);
  return text;
}
