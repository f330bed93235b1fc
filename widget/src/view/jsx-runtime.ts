import type { ComponentChildren, JSX as PreactJsx } from "preact";

/**
 * What JSX becomes in this window: plain records that draw.ts turns into elements. The types are Preact's, the code is
 * ours: its general renderer alone would take a third of the window's size budget.
 */
export type { JSX } from "preact";

export type Component = (props: never) => Child;
export type Drawn = { tag: string | Component | typeof Fragment; props: Props; key?: string | number };
export type Props = Record<string, unknown> & { children?: Child };
export type Child = Drawn | string | number | boolean | null | undefined | Child[];

export const Fragment = "";

export function jsx(tag: Drawn["tag"], props: Props, key?: Drawn["key"]): PreactJsx.Element {
  return { tag, props, key } as unknown as PreactJsx.Element;
}
export const jsxs = jsx;

/** For code that makes elements without JSX. */
export function element(tag: string, props: Record<string, string>, children: ComponentChildren[]): PreactJsx.Element {
  return jsx(tag, { ...props, children: children as Child[] });
}
