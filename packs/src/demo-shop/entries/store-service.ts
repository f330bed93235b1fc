import { picture } from "../images.ts";
import type { KnowledgeEntry } from "../types.ts";

/** 门店、客服与投诉建议。 */
export const storeAndService: readonly KnowledgeEntry[] = [
  {
    key: "store-where",
    category: "门店服务/门店",
    question: "有实体店吗？在哪里？",
    similar: [
      "线下店地址",
      "有门店没",
      "杭州店在哪",
      "成都有店吗",
      "想去店里看看",
      "能到实体店试穿吗",
      "哪个城市有你们的店",
    ],
    answer: `<p>有两家，都可以试穿、试背、看搭好的帐篷：</p><ul><li><strong>杭州湖墅店</strong>：拱墅区湖墅南路（演示地址）</li><li><strong>成都锦江店</strong>：锦江区东大街（演示地址）</li></ul>${picture("store-map.svg", "两家门店位置示意")}`,
  },
  {
    key: "store-hours",
    category: "门店服务/门店",
    question: "门店几点开门？",
    similar: ["店里营业时间", "门店周末开吗", "几点关门", "国庆门店上班吗", "现在去店里还开着吗"],
    answer: "<p>每天 <strong>10:00–21:30</strong>，周末和节假日照常，除夕和初一休息。</p>",
  },
  {
    key: "store-pickup",
    category: "门店服务/门店",
    question: "可以网上下单到店自提吗？",
    similar: ["自提怎么弄", "到店取货", "网上买店里拿", "今天下单今天能去店里取吗", "自提免运费吗"],
    answer:
      "<p>可以，结算页选“<strong>门店自提</strong>”，不收运费。门店有现货的 <strong>2 小时后</strong>就能取，没有的 2–3 天调到；备好会发短信，凭取货码来拿，保留 7 天。</p>",
  },
  {
    key: "store-price",
    category: "门店服务/门店",
    question: "门店和网上价格一样吗？能在门店退吗？",
    similar: ["实体店比网上贵吗", "网上买的能去店里退吗", "店里可以换货不", "门店能用优惠券吗", "线上线下同价吗"],
    answer:
      "<p><strong>同款同价</strong>，会员折扣和积分通用；网上的店铺券在门店不能用。网上买的可以带订单号到门店<strong>换尺码</strong>，退货请走线上售后。</p>",
  },
  {
    key: "service-hours",
    category: "门店服务/客服",
    question: "人工客服几点上班？",
    similar: ["客服工作时间", "人工几点下班", "晚上有人工吗", "周末有客服吗", "现在有没有人在线"],
    answer:
      "<p>人工客服每天 <strong>9:00–22:00</strong> 在线，节假日不休。夜里可以先问我，或者留言，第二天 <strong>10:00 前</strong>一定回复您。</p>",
  },
  {
    key: "service-phone",
    category: "门店服务/客服",
    question: "客服电话是多少？",
    similar: ["有电话吗", "给个联系电话", "能打电话咨询不", "热线多少", "可以给我回电话吗"],
    answer:
      "<p>我们以在线客服为主，没有公开热线；需要电话沟通的，请转人工留下号码，<strong>2 小时内</strong>由专人回电（9:00–22:00）。自称本店热线的陌生号码请不要相信。</p>",
  },
  {
    key: "complain-how",
    category: "门店服务/投诉",
    question: "我要投诉，找谁？",
    similar: ["投诉你们", "叫你们经理来", "客服态度太差了", "找主管", "怎么投诉快递员", "我要举报", "太气人了我要投诉"],
    answer:
      "<p>对不起，让您生气了。请直接转人工说“<strong>找主管</strong>”，主管会在 <strong>24 小时内</strong>回电，给出处理结果。</p><p>把事情经过和订单号写下来，能更快解决。</p>",
  },
  {
    key: "complain-platform",
    category: "门店服务/投诉",
    question: "对处理结果不满意怎么办？",
    similar: ["处理结果我不接受", "你们不解决我就打12315", "申请平台介入", "要赔偿怎么谈", "一直没人管我"],
    answer:
      "<p>请转人工告诉我们哪里不满意，由主管<strong>重新复核</strong>，24 小时内答复。您也有权拨打 <strong>12315</strong> 或申请平台介入，我们会如实提供记录配合。</p>",
  },
  {
    key: "suggest-feedback",
    category: "门店服务/投诉",
    question: "想提个建议，在哪里反馈？",
    similar: ["给你们提意见", "产品建议", "希望出女款帐篷", "反馈问题在哪", "有个想法想说说"],
    answer:
      "<p>太好了，我们很需要。我的 → <strong>意见反馈</strong>，或直接在这里写下来，每条都由产品同事看。被采用的建议会送一只轻舟折叠包。</p>",
  },
  {
    key: "join-us",
    category: "门店服务/客服",
    question: "可以代理、合作或者应聘吗？",
    similar: ["招代理吗", "想加盟", "怎么跟你们合作", "达人合作找谁", "你们招人吗", "供货商合作"],
    answer:
      "<p>目前<strong>不招代理和加盟</strong>。达人、活动、供应链合作以及应聘，请转人工留下您的介绍和联系方式，我们会转给对应的同事，一周内回复。</p>",
  },
];
