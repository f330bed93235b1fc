import assert from "node:assert/strict";
import { test } from "node:test";
import { importComponentsDirectly } from "./lean-imports.ts";

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
