import { buildIndex } from "./index-build.ts";
import { type KnowledgeIndex, openIndex } from "./index-open.ts";
import type { Entry } from "./types.ts";

/** A small tea shop, zh and en, for the tests of this package. */
const rows = `
ship-when: 多久发货？ | 什么时候发货 | 今天拍今天发吗 | 付了款几天能发出 => 现货当天发出，预售按页面日期发。
ship-by: 发什么快递？ | 用的哪家快递 | 能发顺丰吗 => 默认中通，顺丰补差价。
ship-fee: 运费多少？ | 邮费怎么算 | 满多少包邮 => 满99元包邮，不满收8元。
track: 怎么查物流？ | 我的快递到哪里了 | 包裹到哪了 => 在我的订单里点查看物流。
address: 下单后能改地址吗？ | 地址写错了怎么改 | 修改收货地址 => 发货前可以改。
return-how: 怎么申请退货？ | 我要退货 | 东西不想要了怎么退 => 在订单里点申请售后。
return-fee: 退货运费谁出？ | 寄回来的邮费谁付 => 质量问题我们出，其他您出。
exchange-fee: 换货运费谁出？ | 换货的邮费谁承担 => 第一次换货我们出。
refund-how: 怎么申请退款？ | 怎么退款 | 我要退款 => 没发货的订单直接点退款。
refund-when: 退款多久到账？ | 退的钱什么时候到 | 退款几天能收到 => 审核后1到3天原路退回。
exchange-when: 换货多久能到？ | 换的新货几天到 => 收到退回的货后2天寄出。
opened: 拆封了能退吗？ | 茶叶打开喝过还能退吗 => 食品拆封后不影响二次销售的才能退。
seven: 支持7天无理由退货吗？ | 7天内可以退吗 => 未拆封支持。
fifteen: 15天内可以换货吗？ | 15天包换吗 => 质量问题15天包换。
invoice: 怎么开发票？ | 可以开发票吗 | 电子发票在哪里下载 => 订单完成后在线申请。
coupon: 优惠券怎么用？ | 券在哪里用 => 结算页勾选。
store: 茶叶怎么保存？ | 茶叶放冰箱吗 | 怎么存放不会潮 => 密封避光，绿茶冷藏。
shelf: 保质期多久？ | 茶叶会过期吗 | 能放几年 => 绿茶18个月。
brew: 绿茶用多少度的水泡？ | 绿茶怎么泡 | 水温多少合适 => 80到85度。
caffeine: 孕妇能喝吗？ | 怀孕可以喝茶吗 => 建议少喝或不喝。
cup: 玻璃杯能进微波炉吗？ | 杯子可以微波加热吗 => 不能。
labour: 包装人工费多少？ | 礼盒包装收手工费吗 => 礼盒免费包装。
en-ship: When will my order ship? | how soon do you ship | dispatch time => Same day for items in stock.
en-return: How do I return an item? | I want to send this back | start a return => Open the order and choose return.
en-refund: How long does a refund take? | when do I get my money back => One to three days.
en-fee: Who pays for return shipping? | is return postage free => We do when it is our fault.
en-abroad: Do you ship abroad? | international delivery | can you ship to Canada => Not yet.
en-water: What water temperature for green tea? | how hot should the water be => 80 to 85 °C.
`;

export const sampleEntries: readonly Entry[] = rows
  .trim()
  .split("\n")
  .map((row) => {
    const [, id = "", wordings = "", answer = ""] = /^([\w-]+): (.*) => (.*)$/.exec(row) ?? [];
    const [question = "", ...similar] = wordings.split(" | ");
    return { id, question, similar, answer };
  });

export function openEntries(entries: Iterable<Entry>): KnowledgeIndex {
  return openIndex(buildIndex(entries));
}

/** Entries from bare questions; ids in the order given. */
export function entriesOf(...questions: string[]): Entry[] {
  return questions.map((question, i) => ({ id: `e${String(i).padStart(5, "0")}`, question, similar: [], answer: "" }));
}
