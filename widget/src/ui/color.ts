/** Colours that a person can read, made from whatever colour the shop chose (WCAG 2 contrast). */

export type Rgb = [number, number, number];

const white: Rgb = [255, 255, 255];
const ink: Rgb = [31, 36, 33];
const surfaceDark: Rgb = [28, 32, 31];
/** Ordinary text on its ground. */
const readable = 4.5;

export const defaultColor = "#0E7C7B";

export function isColor(value: string | null | undefined): value is string {
  return /^#[0-9a-f]{6}$/i.test(value ?? "");
}

/** `onAccent` is for words on the colour, `accentText` for the colour as words on a surface or on its `tint`. */
export function paletteOf(
  color: string,
  isDark: boolean,
): Record<"accent" | "onAccent" | "accentText" | "tint", string> {
  const chosen = parse(isColor(color) ? color : defaultColor);
  // White where it can be read at all, as people expect it on a strong colour.
  const onAccent = contrast(chosen, white) >= 3 ? white : ink;
  const tint = mix(isDark ? surfaceDark : white, chosen, 0.09);
  return {
    accent: print(moveUntilReadable(chosen, onAccent, onAccent === white ? ink : white)),
    onAccent: print(onAccent),
    accentText: print(moveUntilReadable(chosen, tint, isDark ? white : ink)),
    tint: print(tint),
  };
}

function moveUntilReadable(color: Rgb, ground: Rgb, towards: Rgb): Rgb {
  let share = 0;
  while (contrast(mix(color, towards, share), ground) < readable && share < 1) share += 0.05;
  return mix(color, towards, share);
}

function mix(color: Rgb, other: Rgb, share: number): Rgb {
  return color.map((part, at) => Math.round(part + (other[at]! - part) * share)) as Rgb;
}

export function contrast(a: Rgb, b: Rgb): number {
  const ratio = (luminance(a) + 0.05) / (luminance(b) + 0.05);
  return ratio < 1 ? 1 / ratio : ratio;
}

function luminance(color: Rgb): number {
  const [r, g, b] = color.map((part) => (part > 10 ? ((part / 255 + 0.055) / 1.055) ** 2.4 : part / 3294.6)) as Rgb;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function parse(color: string): Rgb {
  return [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16)) as Rgb;
}

function print(color: Rgb): string {
  return `rgb(${color})`;
}
