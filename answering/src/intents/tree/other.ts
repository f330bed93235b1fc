import type { DefaultGroup } from "../types.ts";
import { intent } from "./intent.ts";

export const other: DefaultGroup = {
  key: "other",
  name: { "zh-CN": "其他", en: "Other" },
  intents: [
    intent("other.store", "门店信息", "Stores", {
      zh: `你们有实体店吗 | 门店在哪里 | 店里几点关门 | 可以到店自提吗 | 上海有店吗 | 门店电话是多少 | 店里能试穿吗 | 线下价格一样吗 | 附近哪家店有货 |
        门店营业时间 | 网上买的能去店里退吗 | 专柜地址 | 能到店取货不 | 停车方便吗 | 去店里要预约吗 | 广州分店怎么走 |
        店在哪 | 有线下店吗 | 几点开门 | 自己去店里拿 | 店里有这个吗 | 实体店价格`,
      en: `do you have a physical store | where is your shop | store opening hours | can I pick up in store | is there a branch in Paris |
        can I try it on in the shop | store phone number | are store prices the same | return an online order in store | nearest store |
        do I need an appointment | is there parking at the store`,
    }),
    intent("other.contact", "客服联系方式", "Reaching the shop", {
      zh: `客服电话多少 | 客服几点上班 | 人工客服工作时间 | 有微信吗加一个 | 晚上有客服吗 | 怎么联系你们 | 售后电话打不通 | 周末客服在吗 | 有没有客服热线 |
        公司邮箱是什么 | 有没有客户群 | 二十四小时服务吗 | 你们几点下班 | 电话一直占线 | 公众号叫什么 | 打哪个电话找售后 |
        电话多少 | 打电话找谁 | 几点有人工 | 晚上几点下班 | 联系方式`,
      en: `what's your phone number | customer service hours | how can I contact you | do you have an email address | are you open on weekends |
        your hotline is always busy | is there support at night | whatsapp number | when do agents start work | is there live support 24/7 |
        can I call somebody | do you have a customer group`,
    }),
    intent("other.business", "团购与合作", "Bulk orders and business", {
      zh: `公司采购五十个有优惠吗 | 可以批发吗 | 怎么代理 | 想跟你们合作 | 团购价多少 | 能定制logo吗 | 企业采购找谁 | 可以一件代发吗 | 加盟条件 |
        大量要能给什么价 | 签合同采购 | 达人合作怎么联系 | 学校集体订购 | 样品可以先寄吗做采购 | 招聘吗 | 我是做自媒体的想合作推广 | 供应商联系谁 |
        年会礼品定一百份`,
      en: `bulk order discount | wholesale price please | do you offer dropshipping | become a distributor | we want to order 100 pieces for our company |
        custom logo printing | corporate gifts | influencer collaboration | franchise | partnership enquiry | who handles business purchases | are you hiring`,
    }),
  ],
};
