import assert from "node:assert/strict";
import { test } from "node:test";
import { growTree } from "./categories.ts";

test("a category counts what lies below it, and is there even without entries of its own", () => {
  const tree = growTree(
    [
      { name: "b/y", entries: 2 },
      { name: "a", entries: 1 },
      { name: "b/x", entries: 3 },
      { name: "a/z", entries: 4 },
    ],
    "en",
  );
  assert.deepEqual(tree, [
    { name: "a", path: "a", entries: 5, children: [{ name: "z", path: "a/z", entries: 4, children: [] }] },
    {
      name: "b",
      path: "b",
      entries: 5,
      children: [
        { name: "x", path: "b/x", entries: 3, children: [] },
        { name: "y", path: "b/y", entries: 2, children: [] },
      ],
    },
  ]);
});
