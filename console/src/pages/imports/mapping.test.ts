import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  completeMapping,
  type Draft,
  type Fields,
  fieldsFor,
  kindOf,
  listsIn,
  setKind,
  setList,
  setPlace,
} from "./mapping.ts";

const field = (name: string, inside: string | null = null, values: string[] = []) => ({
  name,
  inside,
  values,
  example: "",
});
const fields: Fields = [
  field("id"),
  field("speaker"),
  field("role", "messages", ["u", "s"]),
  field("side", "messages", ["u", "x"]),
  field("words", "messages"),
];
const draft: Draft = {
  ...{ messages: "messages", conversation: "id", actor: "role", text: "words" },
  actors: { customer: ["u"], agent: ["s"], bot: [] },
};

describe("a mapping being filled in", () => {
  test("offers each place only the fields that can stand there", () => {
    const names = (place: "conversation" | "actor") => fieldsFor(place, fields, draft).map(({ name }) => name);
    assert.deepEqual(names("conversation"), ["id", "speaker"]);
    assert.deepEqual(names("actor"), ["role", "side", "words"]);
    assert.deepEqual(listsIn(fields), ["messages"]);
  });

  test("drops fields that are gone when a row becomes a single message", () => {
    const single = setList(draft, undefined, fields);
    assert.deepEqual([single.conversation, single.actor, single.text], ["id", undefined, undefined]);
  });

  test("forgets who is who for values that another field does not have", () => {
    assert.deepEqual(setPlace(draft, "actor", "side", fields).actors, { customer: ["u"], agent: [], bot: [] });
  });

  test("gives a value to one side only", () => {
    const changed = setKind(draft, "S", "bot");
    assert.equal(kindOf(changed, "s"), "bot");
    assert.deepEqual(changed.actors, { customer: ["u"], agent: [], bot: ["S"] });
    assert.equal(kindOf(setKind(changed, "s", "none"), "s"), "none");
  });

  test("is complete when every required place and both sides are named", () => {
    assert.ok(completeMapping({ ...draft, time: undefined, timeZone: "" }));
    assert.equal(completeMapping({ ...draft, text: undefined }), null);
    assert.equal(completeMapping(setKind(draft, "s", "none")), null);
  });
});
