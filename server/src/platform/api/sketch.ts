import type { Schema } from "./schemas.ts";

/** A JSON Schema in a few readable lines, much as TypeScript would write it; `@Name` refers to another schema. */
export function sketch(schema: Schema, depth = 0): string {
  const { $ref, const: only, enum: values, anyOf, oneOf, allOf } = schema as Parts;
  if ($ref) return `@${$ref.split("/").at(-1)}`;
  if (only !== undefined) return JSON.stringify(only);
  if (values) return values.map((one) => JSON.stringify(one)).join(" | ");
  const many = anyOf ?? oneOf;
  if (many) return many.map((one) => sketch(one, depth)).join(" | ");
  if (allOf) return allOf.map((one) => sketch(one, depth)).join(" & ");
  return sketchType(schema as Parts, depth);
}

type Parts = {
  $ref?: string;
  const?: unknown;
  enum?: unknown[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  type?: string | string[];
  format?: string;
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: Schema;
  default?: unknown;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  maxItems?: number;
};

function sketchType(schema: Parts, depth: number): string {
  const { type, items, properties, additionalProperties, format, maxItems } = schema;
  if (type === "array") {
    const inner = sketch(items ?? {}, depth);
    return `${inner.includes(" | ") ? `(${inner})` : inner}[]${maxItems === undefined ? "" : ` (≤ ${maxItems})`}`;
  }
  if (type === "object" && properties && Object.keys(properties).length > 0) return sketchObject(schema, depth);
  if (type === "object") return additionalProperties ? `{ [key]: ${sketch(additionalProperties, depth)} }` : "{}";
  if (Array.isArray(type)) return type.map((one) => sketchType({ ...schema, type: one }, depth)).join(" | ");
  return `${format ?? type ?? "any"}${sketchLimits(schema)}`;
}

function sketchObject({ properties = {}, required = [] }: Parts, depth: number): string {
  const indent = "  ".repeat(depth + 1);
  const lines = Object.entries(properties).map(([name, own]) => {
    const standard = own.default === undefined ? "" : ` = ${JSON.stringify(own.default)}`;
    return `${indent}${name}${required.includes(name) ? "" : "?"}: ${sketch(own, depth + 1)}${standard}`;
  });
  return `{\n${lines.join("\n")}\n${"  ".repeat(depth)}}`;
}

function sketchLimits({ minimum, maximum, minLength, maxLength }: Parts): string {
  const [low, high] = [minimum ?? minLength, maximum ?? maxLength];
  if (low === undefined && high === undefined) return "";
  if (low === undefined) return ` (≤ ${high})`;
  return high === undefined ? ` (≥ ${low})` : ` (${low}–${high})`;
}
