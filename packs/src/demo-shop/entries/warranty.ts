import { picture } from "../images.ts";
import type { KnowledgeEntry } from "../types.ts";

/** 保修与维修。 */
export const warranty: readonly KnowledgeEntry[] = [
  {
    key: "warranty-period",
    category: "保修维修/保修",
    question: "保修期多久？",
    similar: ["保修几年", "质保多长时间", "坏了保不保", "背包质保几年", "帐篷保修期", "过保了怎么办"],
    answer: `<ul><li>帐篷、背包、旅行箱、登山杖、防潮垫：<strong>2 年</strong></li><li>服装、睡袋、保温壶、露营灯：<strong>1 年</strong></li><li>登山鞋（开胶、断底）：<strong>6 个月</strong></li></ul>${picture("warranty-table.svg", "各类商品保修期")}<p>从签收日算起。过了保修期，仍提供<strong>收成本价的维修</strong>。</p>`,
  },
  {
    key: "warranty-covers",
    category: "保修维修/保修",
    question: "哪些情况可以保修，哪些不行？",
    similar: ["人为损坏保修吗", "刮破了能保吗", "什么算质量问题", "火星烫了个洞能修不", "正常磨损保不保"],
    answer:
      "<p><strong>保</strong>：做工和材料的问题，如脱线、压胶开裂、拉链坏、帐杆自然断裂、气嘴漏气。</p><p><strong>不保</strong>：刮破、烫洞、摔裂、发霉、正常磨损、自己改装。不保的也能付费修，一般 20–80 元。</p>",
  },
  {
    key: "warranty-need-proof",
    category: "保修维修/保修",
    question: "保修需要什么凭证？没有发票行吗？",
    similar: ["没发票能保修吗", "保修卡丢了", "别人送的能保修不", "保修要什么资料", "包装扔了还能保修吗"],
    answer:
      "<p><strong>订单号就是凭证</strong>，不用保修卡、发票和原包装。别人送的，请送礼的朋友提供订单号；在门店买的，用小票或会员手机号都能查到。</p>",
  },
  {
    key: "repair-how",
    category: "保修维修/维修",
    question: "怎么申请维修？",
    similar: ["东西坏了怎么修", "维修流程", "送修寄到哪", "拉链坏了给修吗", "报修入口在哪", "帐篷破了个口子想修"],
    answer:
      "<ol><li>我的订单 → 申请售后 → <strong>维修</strong>，写明问题、传照片；</li><li>1 个工作日内回复是保修还是报价；</li><li>洗净晾干寄到维修中心（地址在售后单里）；</li><li>修好寄回，寄回运费我们出。</li></ol>",
  },
  {
    key: "repair-time",
    category: "保修维修/维修",
    question: "维修要多长时间？",
    similar: ["修好要几天", "寄去修多久能回来", "维修进度怎么查", "我的包修好没", "修了半个月了还没好"],
    answer:
      "<p>收到后 <strong>7–15 个工作日</strong>修好，旺季（4–5 月、9–10 月）可能再多几天。每一步都会更新在售后单里。超过 15 个工作日，请转人工催办。</p>",
  },
  {
    key: "repair-price",
    category: "保修维修/维修",
    question: "过保维修怎么收费？",
    similar: ["修一下多少钱", "换拉链要多少", "维修费贵吗", "补帐篷收费吗", "维修报价"],
    answer:
      "<p>只收成本：补洞 20 元起，换拉链 40 元，换帐杆一节 15 元，重新压胶一条 30 元，鞋底重粘 30 元。<strong>先报价，您同意了才动手</strong>，不修的话原样寄回。</p>",
  },
  {
    key: "repair-self",
    category: "保修维修/维修",
    question: "小破损可以自己补吗？",
    similar: ["有修补贴吗", "自己怎么补帐篷", "冲锋衣破个小洞怎么补", "有没有修补工具", "羽绒破口怎么临时处理"],
    answer:
      "<p>硬币大小的破口可以自己来：擦净晾干，用<strong>修补贴</strong>（4 片 12 元）剪成圆角，里外各贴一片，按压一分钟，24 小时后再沾水。</p><p>接缝、拉链和防水膜鼓泡请不要自己弄，交给我们。</p>",
  },
  {
    key: "repair-zip",
    category: "保修维修/维修",
    question: "拉链卡住或者拉不动怎么办？",
    similar: ["拉链卡布了", "拉链拉不上", "拉链头掉了", "拉链很涩", "防水拉链太紧"],
    answer:
      "<p>卡了布：别硬扯，一手绷平布料、一手慢慢往回退。发涩：用软刷清掉沙子，抹一点蜡或润唇膏，来回拉几次。防水拉链新的时候都偏紧。</p><p>齿缺了或拉头掉了就要换，保修期内免费。</p>",
  },
];
