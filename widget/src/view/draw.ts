import { type Child, type Component, type Drawn, Fragment, type Props } from "./jsx-runtime.ts";

/**
 * Makes the page's elements equal to what the components return, touching only what differs. Everything is drawn anew
 * on each change, at most once per task; children are matched by key, or by place where they have none.
 */
type Live = {
  key: string;
  tag: string | Component | null;
  props: Props;
  /** Elements and texts have one; components do not. */
  node?: Element | Text;
  kids: Live[];
  memory: Slot[];
};
type Slot = { value?: unknown; deps?: unknown[]; cleanUp?: CleanUp };
type CleanUp = (() => void) | undefined;
/** The node after which the next one belongs; none: at the beginning. */
type Cursor = { last?: Node };
type Wanted = { key: string; tag: Live["tag"]; props: Props };

let root: { parent: Element; child: Child; kids: Live[] };
let isScheduled = false;
let drawing: Live;
let slotAt = 0;
let effects: (() => void)[] = [];

export function drawInto(parent: Element, child: unknown) {
  root = { parent, child: child as Child, kids: [] };
  redraw();
}

export function scheduleRedraw() {
  if (!isScheduled && root) queueMicrotask(redraw);
  isScheduled = true;
}

function redraw() {
  isScheduled = false;
  root.kids = drawKids(root.parent, root.kids, root.child, {});
  const due = effects;
  effects = [];
  for (const run of due) run();
}

function drawKids(parent: Element, before: Live[], children: Child, cursor: Cursor): Live[] {
  const wanted = flatten(children, "");
  const known = new Map(before.map((live) => [live.key, live]));
  const matches = wanted.map(({ key, tag }) => {
    const live = known.get(key);
    if (live?.tag !== tag) return undefined;
    known.delete(key);
    return live;
  });
  for (const live of known.values()) dismiss(live, true);
  return wanted.map((one, at) => drawOne(parent, matches[at], one, cursor));
}

function drawOne(parent: Element, match: Live | undefined, wanted: Wanted, cursor: Cursor): Live {
  const live: Live = match ?? { ...wanted, props: {}, kids: [], memory: [] };
  const { tag, props } = wanted;
  if (typeof tag === "function") {
    drawing = live;
    slotAt = 0;
    live.kids = drawKids(parent, live.kids, tag(props as never), cursor);
    return live;
  }
  live.node ??= makeNode(tag);
  if (live.node instanceof Element) {
    setProps(live.node, live.props, props);
    live.kids = drawKids(live.node, live.kids, props.children, {});
  } else if (live.props.text !== props.text) live.node.data = props.text as string;
  live.props = props;
  const next = cursor.last ? cursor.last.nextSibling : parent.firstChild;
  if (live.node !== next) parent.insertBefore(live.node, next);
  cursor.last = live.node;
  return live;
}

/** What is nothing keeps its place, so that its neighbours stay who they are. */
function flatten(child: Child, path: string): Wanted[] {
  if (Array.isArray(child)) return child.flatMap((one, at) => flatten(one, `${path}.${keyOf(one) ?? at}`));
  if (child === null || child === undefined || child === "" || typeof child === "boolean") return [];
  if (typeof child !== "object") return [{ key: path, tag: null, props: { text: String(child) } }];
  if (child.tag === Fragment) return flatten(child.props.children, path);
  return [{ key: path, tag: child.tag, props: child.props }];
}

function keyOf(child: Child): string | undefined {
  const key = (child as Drawn | null)?.key;
  return key === undefined ? undefined : `=${key}`;
}

function makeNode(tag: string | null): Element | Text {
  if (tag === null) return new Text();
  if (tag === "svg" || tag === "path") return document.createElementNS("http://www.w3.org/2000/svg", tag);
  return document.createElement(tag);
}

function setProps(node: Element, before: Props, after: Props) {
  for (const name in { ...before, ...after }) {
    const value = after[name];
    if (
      name === "children" ||
      (name === "value" ? (node as HTMLInputElement).value === value : before[name] === value)
    ) {
      continue;
    }
    if (name === "ref") (value as { current: unknown }).current = node;
    // Through the object model: a strict CSP refuses style attributes.
    else if (name === "style") Object.assign((node as HTMLElement).style, value);
    else if (name.startsWith("on")) (node as never as Props)[name.toLowerCase()] = value;
    else if (value === undefined) node.removeAttribute(name);
    else if (name in node && !(node instanceof SVGElement)) (node as never as Props)[name] = value;
    else node.setAttribute(name, value as string);
  }
}

function dismiss(live: Live, isTop: boolean) {
  for (const slot of live.memory) slot.cleanUp?.();
  if (isTop) live.node?.remove();
  for (const kid of live.kids) dismiss(kid, isTop && !live.node);
}

/** A component's own memory. As in React, the calls must come in the same order every time. */
function nextSlot(): Slot {
  const { memory } = drawing;
  memory[slotAt] ??= {};
  return memory[slotAt++]!;
}

export function useState<T>(initial: T | (() => T)): [T, (value: T) => void] {
  const slot = nextSlot();
  if (!("value" in slot)) slot.value = typeof initial === "function" ? (initial as () => T)() : initial;
  const set = (value: T) => {
    if (slot.value === value) return;
    slot.value = value;
    scheduleRedraw();
  };
  return [slot.value as T, set];
}

export function useRef<T>(initial: T): { current: T } {
  return useState({ current: initial })[0];
}

/** Runs once the elements are in place, again when one of `deps` changed; what it returns undoes it. */
export function useEffect(run: () => CleanUp, deps: unknown[]) {
  const slot = nextSlot();
  if (slot.deps?.every((dep, at) => dep === deps[at])) return;
  slot.deps = deps;
  effects.push(() => {
    slot.cleanUp?.();
    slot.cleanUp = run();
  });
}
