import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { copyAllowed, findLinks, type SourceNode, safeUrl } from "./rules.ts";

const host = "https://shop.example";

function element(nodeName: string, attributes: Record<string, string>, ...childNodes: SourceNode[]): SourceNode {
  return { nodeType: 1, nodeName, nodeValue: null, childNodes, getAttribute: (name) => attributes[name] ?? null };
}
function text(nodeValue: string): SourceNode {
  return { nodeType: 3, nodeName: "#text", nodeValue, childNodes: [] };
}
function copy(...nodes: SourceNode[]) {
  return copyAllowed(element("BODY", {}, ...nodes), host);
}

describe("the copy of a rich answer", () => {
  test("keeps the allowed elements and none of their other attributes", () => {
    const hostile = { onclick: "steal()", style: "position:fixed", class: "x", id: "y" };
    assert.deepEqual(copy(element("P", hostile, text("退货"), element("STRONG", hostile, text("免费")))), [
      { tag: "p", attributes: {}, children: ["退货", { tag: "strong", attributes: {}, children: ["免费"] }] },
    ]);
  });

  test("drops scripts, frames and drawings with all they hold", () => {
    const names = ["SCRIPT", "STYLE", "IFRAME", "svg", "math", "TEMPLATE", "OBJECT", "TEXTAREA"];
    assert.deepEqual(copy(...names.map((name) => element(name, {}, text("x")))), []);
  });

  test("keeps the words of elements that it does not know", () => {
    assert.deepEqual(copy(element("SPAN", {}, text("七天"), element("FONT", {}, text("无理由")))), ["七天", "无理由"]);
  });

  test("shows every heading as the one heading and a block as a paragraph", () => {
    assert.deepEqual(
      copy(element("H1", {}), element("DIV", {})).map((node) => typeof node === "object" && node.tag),
      ["h3", "p"],
    );
  });

  test("opens links in a new page that cannot reach back, and pictures of this server", () => {
    assert.deepEqual(copy(element("A", { href: "/help", target: "_top", rel: "opener" }, text("帮助"))), [
      {
        tag: "a",
        attributes: { href: "https://shop.example/help", target: "_blank", rel: "noopener noreferrer" },
        children: ["帮助"],
      },
    ]);
    assert.deepEqual(copy(element("IMG", { src: "/files/1", onerror: "steal()", srcset: "x" }, text("?"))), [
      { tag: "img", attributes: { src: "https://shop.example/files/1", alt: "", loading: "lazy" }, children: [] },
    ]);
  });

  test("a link or picture with another scheme loses its address, a link keeps its words", () => {
    assert.deepEqual(copy(element("A", { href: "javascript:steal()" }, text("点我"))), ["点我"]);
    assert.deepEqual(copy(element("IMG", { src: "data:image/svg+xml,<svg/>" })), []);
  });

  test("ends on an answer nested without end", () => {
    let node = text("deep");
    for (let depth = 0; depth < 10_000; depth += 1) node = element("B", {}, node);
    assert.doesNotThrow(() => copy(node));
  });
});

test("odd spellings of other schemes are seen through", () => {
  const hostile = [
    "JaVaScRiPt:x",
    " javascript:x",
    "java\nscript:x",
    "\u0001javascript:x",
    "vbscript:x",
    "data:x",
    "file:///x",
    "http://[",
    "",
  ];
  assert.deepEqual(
    hostile.map((value) => safeUrl(value, host)),
    hostile.map(() => null),
  );
  assert.equal(safeUrl("//cdn.example/a.png", host), "https://cdn.example/a.png");
});

test("web addresses in plain words end before punctuation and Chinese words", () => {
  assert.deepEqual(findLinks("见 https://a.example/b?c=1，或 http://d.example/e。谢谢"), [
    { text: "见 " },
    { text: "https://a.example/b?c=1", href: "https://a.example/b?c=1" },
    { text: "，或 " },
    { text: "http://d.example/e", href: "http://d.example/e" },
    { text: "。谢谢" },
  ]);
  assert.deepEqual(findLinks("(see https://a.example/b)."), [
    { text: "(see " },
    { text: "https://a.example/b", href: "https://a.example/b" },
    { text: ")." },
  ]);
  assert.deepEqual(findLinks("没有链接"), [{ text: "没有链接" }]);
});
