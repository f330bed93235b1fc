import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { FileRef } from "@yingda/contract/events";
import type { Route } from "@yingda/contract/route";
import { routes } from "@yingda/contract/routes";
import { is, openShop, openTestApp, request, visit } from "../testing/app.ts";
import { act } from "../testing/build.ts";

const testApp = await openTestApp();
const shop = await openShop(testApp);
const customer = await visit(testApp.url, shop.widgetKey);

/** The smallest PNG there is. */
const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
  "base64",
);
const upload = (name: string, bytes: Uint8Array, token = customer.token) =>
  request(
    testApp.url,
    routes.uploadCustomerFile as unknown as Route,
    { name, bytes },
    { authorization: `Bearer ${token}` },
  );

describe("a file", () => {
  test("is what its bytes say, whatever its name says", async () => {
    const { status, body } = await upload("合同.pdf", png);
    assert.equal(status, 200);
    assert.equal((body as FileRef).mime, "image/png");
    const page = await upload("photo.png", Buffer.from("<!doctype html><script>alert(1)</script>"));
    assert.equal(page.status, 415);
    const drawing = await upload(
      "photo.png",
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
    );
    assert.equal(drawing.status, 415);
    const program = await upload("note.txt", Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0]));
    assert.equal(program.status, 415);
    assert.equal((await upload("note.txt", Buffer.from("订单号 123"))).status, 200);
  });

  test("reaches whoever knows its name, and runs nothing in their browser", async () => {
    const { body } = await upload("截图.png", png);
    const { fileId } = body as FileRef;
    const response = await fetch(`${testApp.url}/files/${fileId}`);
    assert.equal(response.status, 200);
    assert.deepEqual(Buffer.from(await response.arrayBuffer()), png);
    assert.equal(response.headers.get("x-content-type-options"), "nosniff");
    assert.match(response.headers.get("content-security-policy")!, /sandbox/);
    const another = fileId.slice(0, -1) + (fileId.endsWith("x") ? "y" : "x");
    assert.equal((await fetch(`${testApp.url}/files/${another}`)).status, 404);
    assert.equal((await fetch(`${testApp.url}/files/..%2F..%2Fsecrets.json`)).status, 404);
  });

  test("is refused without a customer's token, when empty, and when too large", async () => {
    assert.equal((await upload("a.png", png, "nonsense")).status, 401);
    assert.equal((await upload("a.png", new Uint8Array())).status, 400);
    assert.equal((await upload("a.png", new Uint8Array(21 * 1024 * 1024))).status, 413);
  });

  test("is sent under our own record of it: a forged name or type is not believed", async () => {
    const { body } = await upload("真名.png", png);
    const file = body as FileRef;
    const clientId = act();
    customer.send({
      t: "send",
      clientId,
      content: { kind: "file", file: { ...file, name: "假名.exe", mime: "text/html", bytes: 1 } },
    });
    const push = await customer.until(is("events", (each) => each.events.some((event) => event.clientId === clientId)));
    const sent = push.events.find((event) => event.type === "message.sent")!;
    assert.deepEqual(sent.body.content, {
      kind: "image",
      file: { fileId: file.fileId, name: "真名.png", mime: "image/png", bytes: png.length },
    });
  });
});
