import type { DefaultGroup } from "../types.ts";
import { intent } from "./intent.ts";

export const complaint: DefaultGroup = {
  key: "complaint",
  name: { "zh-CN": "投诉建议", en: "Complaints and suggestions" },
  intents: [
    intent("complaint.service", "投诉服务", "Complaint about service", {
      zh: `我要投诉你们客服 | 客服态度太差了 | 没人理我 | 问半天不回 | 你们客服骂人 | 投诉快递员 | 让你们主管来 | 服务太差了 | 推来推去没人管 |
        上次客服答应我的没做到 | 敷衍我 | 你们店就这么对待顾客吗 | 机器人答非所问 | 等了一个小时没人回 | 同一个问题说了五遍 | 快递员态度恶劣 |
        客服挂我电话 | 踢皮球 | 找你们领导 | 一个个都不负责任 | 投诉 |
        怎么投诉 | 投诉电话多少 | 对你们服务不满意 | 找你们经理 | 半天没有人回复 | 太不负责了`,
      en: `I want to make a complaint | your service is terrible | the agent was rude | nobody answers me | I've been waiting for an hour |
        let me talk to your manager about this treatment | the courier was rude | you keep passing me around | last agent promised and nothing happened |
        I have explained this five times | your bot is useless | file a complaint about staff`,
    }),
    intent("complaint.compensation", "赔偿维权", "Compensation and consumer rights", {
      zh: `我要求赔偿 | 打12315投诉你们 | 假一赔十 | 怎么赔我 | 超时赔付怎么算 | 找消协 | 平台介入 | 申请平台维权 | 耽误我的事你们怎么补偿 |
        延迟发货要赔钱 | 我要起诉你们 | 不赔就曝光 | 三倍赔偿 | 给个说法 | 误工费谁出 | 工商局举报 | 补偿就十块钱打发谁呢 | 向平台举报`,
      en: `I want compensation | I will report you to consumer protection | how will you make up for this | I'll take legal action | dispute with the platform |
        you owe me for the delay | pay for my losses | I am going to sue | chargeback through my bank | compensation for late delivery |
        five dollars is not enough compensation | escalate to the platform`,
    }),
    intent("complaint.fake", "假货与虚假宣传", "Fakes and false claims", {
      zh: `这是假货吧 | 是正品吗怎么感觉是假的 | 虚假宣传 | 和专柜的不一样 | 验货说是假的 | 二手的当新的卖 | 根本没有宣传的效果 | 图片骗人 | 骗子店 |
        防伪码查不到 | 以次充好 | 说是真皮结果是PU | 拿翻新机骗我 | 货不对板你们欺诈 | 怎么证明是正品 | 批次号查不到 | 包装跟正品不一样 |
        标的纯羊毛一点都不是`,
      en: `is this authentic or fake | I think it's counterfeit | false advertising | the security code can't be verified | this is a used item sold as new |
        you lied about the material | it's not genuine | misleading description | your photos are a scam | the packaging differs from the original |
        prove that it is genuine | sold me a knock-off`,
    }),
    intent("complaint.suggestion", "建议反馈", "Suggestions", {
      zh: `给你们提个建议 | 希望你们出个大码 | 包装能不能环保一点 | 建议增加颜色 | 网页能改进一下吗 | 反馈一个问题 | 页面有个错别字 | 要是能加个口袋就好了 |
        建议客服早点上班 | 希望能支持夜间配送 | 说明书写得不清楚建议改改 | 小程序太难用了建议优化 | 意见反馈在哪里 | 能不能出个儿童款 |
        提个意见 | 你们可以考虑做个套装`,
      en: `I have a suggestion | it would be great if you had more colours | please make larger sizes | feedback on your website | you should add a pocket |
        a typo on your page | where can I leave feedback | please use less plastic packaging | consider adding PayPal | feature request |
        you could improve the manual | an idea for your shop`,
    }),
  ],
};
