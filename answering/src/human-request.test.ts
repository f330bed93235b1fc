import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { asksForHuman, withoutHumanRequest } from "./human-request.ts";

describe("a request for a person", () => {
  const asks = `
转人工|转人工客服|人工|人工客服|我要人工|我要转人工|帮我转人工|请转人工服务|轉人工|转 人 工|找真人|要真人客服|我要找客服|找人工|接人工|叫你们客服来
转接客服|我想和真人聊|不要机器人|我不想跟机器人说话|让你们经理来|叫你们主管来|有没有人工客服|人工服务|能不能转人工啊|转人工！！！|真人在吗|给我人工客服|呼叫人工|联系人工客服|换人工
talk to a human|I want to talk to a human|I want an agent|agent|human please|speak to a real person|can I speak with someone|connect me to an agent|transfer me to customer service
I need a human|let me talk to a representative|real person please|live agent|get me a person|I'd like to speak to a manager|I don't want to talk to a bot|customer service please|can i chat with a live agent`;
  for (const text of asks.trim().split(/[|\n]/)) {
    test(`"${text}" is one`, () => assert.equal(asksForHuman(text), true));
  }

  const others = `
人工智能|人工智能是什么|人工费多少|安装人工费怎么算|人工湖在哪|人工草坪能退吗|你是人工智能吗|你是真人吗|是人工吗|包装收人工费吗|客服电话多少|客服几点上班|怎么退款|人工客服几点上班|经理推荐哪款茶
你好|谢谢|人造革的吗|真人秀同款有吗|手工的吗|联系方式改了|转账失败|转换头有吗|他人代收可以吗|找不到订单|怎么找回密码|要求退款|换货
are you a human|are you a real person|is this a robot|do you sell human hair wigs|how do I return an item|my agent fee|thanks|is the hair real human hair|travel agent discount|I want a refund|real leather?|user agent|personal data`;
  for (const text of others.trim().split(/[|\n]/)) {
    test(`"${text}" is none`, () => assert.equal(asksForHuman(text), false));
  }

  test("what else was said is kept", () => {
    assert.equal(withoutHumanRequest("退款多久到账？转人工"), "退款多久到账");
    assert.equal(withoutHumanRequest("转人工"), "");
    assert.equal(withoutHumanRequest("Where is my parcel? I want an agent."), "Where is my parcel");
  });
});
