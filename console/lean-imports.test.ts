import assert from "node:assert/strict";
import { test } from "node:test";
import { emptyExports, importComponentsDirectly, withoutSummaries } from "./lean-imports.ts";

test("components are imported one by one, types vanish, and other imports stay", () => {
  const source = `import { type MenuProps, Button, InputNumber as Figure } from "antd";
import type { TableProps } from "antd";
import { useState } from "react";`;
  assert.equal(
    importComponentsDirectly(source),
    `import Button from "antd/es/button"; import Figure from "antd/es/input-number";
import type { TableProps } from "antd";
import { useState } from "react";`,
  );
});

test("a list over several lines is understood", () => {
  const source = 'import {\n  App,\n  AutoComplete,\n} from "antd";';
  assert.equal(
    importComponentsDirectly(source),
    'import App from "antd/es/app"; import AutoComplete from "antd/es/auto-complete";',
  );
});

test("an emptied module keeps the names that others import", () => {
  const source = "import x from 'y';\nexport const a = (b) => {\n  return b;\n};\nexport function c() {}\nconst d = 1;";
  assert.equal(emptyExports(source), "export const a = () => {};\nexport const c = () => {};");
});

test("a route loses what it is for in words, and nothing else", () => {
  const route = (summary: string) =>
    `  ask: route({\n    path: "/api/ask",\n    summary: ${summary},\n    reply,\n  }),`;
  assert.equal(withoutSummaries(route('"Say \\"why\\", and what; else nothing"')), route('""'));
  assert.equal(withoutSummaries(route('\n      "On a line of its own"')), route('\n      ""'));
  const schema = "const summary = conversationSummary;\n    summary: z.string(),";
  assert.equal(withoutSummaries(schema), schema);
});
