import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { asParagraphs, looksLikeHtml, plainTextOf, sanitiseAnswer } from "./sanitise.ts";

describe("what an answer may contain", () => {
  const hostile: [name: string, html: string, clean: string][] = [
    ["scripts go with their words", "<p>a</p><script>alert(1)</script>", "<p>a</p>"],
    [
      "handlers go",
      '<p onclick="x()">a<img src="/files/a" onerror="x()"></p>',
      '<p>a<img src="/files/a" alt="" /></p>',
    ],
    ["script addresses go", '<a href="java\tscript:alert(1)">a</a>', "<a>a</a>"],
    ["encoded script addresses go", '<a href="&#106;avascript&colon;alert(1)">a</a>', "<a>a</a>"],
    [
      "another host in disguise goes",
      '<a href="//evil.example">a</a><a href="/\\evil.example">b</a>',
      "<a>a</a><a>b</a>",
    ],
    ["pictures carry no code", '<img src="data:image/svg+xml,<svg onload=x()>">a', "a"],
    ["pictures have an address that is the same on every page", '<img src="x.png">a', "a"],
    ["styles and classes go", '<p style="position:fixed" class="x" id="y">a</p>', "<p>a</p>"],
    ["drawings go", "<svg><style><img src=x onerror=alert(1)></style></svg>a", "a"],
    [
      "what hides in noscript goes",
      '<noscript><p title="</noscript><img src=x onerror=x()>">a</p></noscript>',
      "<p>a</p>",
    ],
    ["comments go", "a<!--><img src=x onerror=x()>-->", "a--&gt;"],
    ["frames and forms go", '<iframe src="https://e.example"></iframe><form action="/x"><input name="a"></form>a', "a"],
    [
      "an attribute can't be left",
      '<img src="/files/a" alt="&quot;><script>x()</script>">',
      '<img src="/files/a" alt="&quot;&gt;&lt;script&gt;x()&lt;/script&gt;" />',
    ],
    ["direction marks go", "<p>a\u202eb\u2066c\0d</p>", "<p>abcd</p>"],
    ["what is left open is closed", "<p><strong>a", "<p><strong>a</strong></p>"],
    ["a stray end does no harm", "a</strong></ul>", "a"],
  ];
  for (const [name, html, clean] of hostile) test(name, () => assert.equal(sanitiseAnswer(html), clean));

  test("what the editor writes stays as it is", () => {
    const html =
      '<h3>退货</h3><p><strong>七天</strong>内<em>可以</em>，<a href="https://a.example/x?y=1&amp;z=2">看这里</a>。<br />电话 <a href="tel:4001">4001</a></p><ul><li>一</li><li>二</li></ul><p><img src="/files/abc" alt="" /></p>';
    assert.equal(sanitiseAnswer(html), html);
  });
  test("other spellings of what is allowed become ours", () => {
    assert.equal(
      sanitiseAnswer("<h1>A</h1><b>b</b><i>i</i><del>d</del>"),
      "<h3>A</h3><strong>b</strong><em>i</em><s>d</s>",
    );
  });
  test("boxes and rows of a table keep their lines apart", () => {
    assert.equal(
      plainTextOf(sanitiseAnswer("<div>a</div><div>b</div><table><tr><td>c</td><td>d</td></tr></table>")),
      "a\nb\nc d",
    );
  });
  test("a thousand boxes in each other end in bounded time and size", () => {
    const html = "<b>".repeat(5_000);
    assert.ok(sanitiseAnswer(html).length <= html.length);
    assert.equal(plainTextOf(sanitiseAnswer(`${"<blockquote>".repeat(1_500)}a`)), "a");
  });

  const piece = fc.constantFrom(
    ...[
      "<p>",
      "</p>",
      "<div>",
      "</div>",
      "<b>",
      "</strong>",
      "<ul><li>",
      "</ul>",
      "<a href='",
      "javascript:x",
      "https://a.example/",
      "'>",
      '">',
      '<img src="',
      "<br>",
      "<script>",
    ],
    ...[
      "</script>",
      "<!--",
      "-->",
      "&",
      "&lt;",
      "&nbsp;",
      "<",
      ">",
      "词",
      " ",
      "\n",
      "<svg>",
      "<style>",
      "onerror=x()",
      "\u202e",
      "<textarea>",
      "<table><tr><td>",
      "</td>",
    ],
  );
  const soup = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(""));

  test("cleaning twice is cleaning once", () => {
    fc.assert(
      fc.property(soup, (html) => {
        const once = sanitiseAnswer(html);
        assert.equal(sanitiseAnswer(once), once);
      }),
      { numRuns: 2_000 },
    );
  });
  test("nothing but the known tags and attributes comes out of any soup", () => {
    fc.assert(
      fc.property(soup, (html) => {
        for (const [tag] of sanitiseAnswer(html).matchAll(/<[^>]*>?/g)) {
          assert.match(
            tag,
            /^<(?:\/?(?:p|br|strong|em|u|s|ul|ol|li|h3|blockquote|code|a)(?: \/)?|a href="https:[^"]*"|img src="https:[^"]*" alt="[^"]*" \/)>$/,
          );
        }
      }),
      { numRuns: 2_000 },
    );
  });
});

describe("words and rich answers", () => {
  test("the words of an answer are readable lines", () => {
    assert.equal(plainTextOf("<p>a&nbsp;&amp;&lt;b</p><ul><li>一</li><li>二</li></ul>"), "a &<b\n· 一\n· 二");
  });
  test("plain words become paragraphs and lines", () => {
    assert.equal(asParagraphs("一\n二\n\n三 < 四 & 五"), "<p>一<br />二</p><p>三 &lt; 四 &amp; 五</p>");
  });
  test("paragraphs made of plain words are clean", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const html = asParagraphs(text.replace(/[\p{Cc}\p{Cf}]/gu, ""));
        assert.equal(sanitiseAnswer(html), html);
      }),
    );
  });
  test("a comparison or a name in brackets is not HTML", () => {
    assert.equal(looksLikeHtml("满 <100 元> 减 10，a < b"), false);
    assert.equal(looksLikeHtml("<客服小林>"), false);
    assert.equal(looksLikeHtml('看<a href="https://a.example">这里</a>'), true);
    assert.equal(looksLikeHtml("一<br/>二"), true);
  });
});
