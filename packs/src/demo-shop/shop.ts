import type { ShopSettings } from "@yingda/contract/routes/shop";
import type { Agent, QuickPhrase } from "./types.ts";

const everyDay = [{ from: "09:00", to: "22:00" }];

/** The demo shop itself. Invented; every name that a visitor can meet says that it is a demo. */
export const settings: Omit<ShopSettings, "hotQuestionIds" | "measures"> = {
  name: "岭上行囊（演示店铺）",
  color: "#3F6B4F",
  timeZone: "Asia/Shanghai",
  industry: "sports",
  welcome: {
    "zh-CN":
      "您好，欢迎来到岭上行囊！我是机器人小岭，发货、退换、尺码、防水这些都可以直接问我；需要人工时说“转人工”就好。",
    en: "Hi, welcome to Lingshang Outfitters! I'm Ling, a bot. Ask me about shipping, returns, sizes or gear, or say “talk to a person” at any time.",
  },
  greeting: {
    "zh-CN": "您好，我是岭上行囊的客服{agent}，正在看您前面的对话，请稍等一下～",
    en: "Hello, this is {agent} from Lingshang Outfitters. Let me read what you wrote so far, one moment please.",
  },
  serviceHours: {
    weekly: {
      monday: everyDay,
      tuesday: everyDay,
      wednesday: everyDay,
      thursday: everyDay,
      friday: everyDay,
      saturday: everyDay,
      sunday: everyDay,
    },
    holidays: [],
  },
  queueLimit: 20,
  urgentFirst: true,
  idleCloseMinutes: 15,
  replyAlarmSeconds: 60,
  allowedOrigins: [],
  surveys: {
    csat: {
      isOn: true,
      after: ["served"],
      delayDays: 0,
      samplePercent: 100,
      everyDays: 0,
      question: { "zh-CN": "请评价本次服务", en: "How did we do?" },
      asksComment: true,
      via: "popup",
    },
    nps: {
      isOn: true,
      after: ["served"],
      delayDays: 0,
      samplePercent: 50,
      everyDays: 30,
      question: {
        "zh-CN": "您有多大可能把岭上行囊推荐给朋友？",
        en: "How likely are you to recommend Lingshang Outfitters to a friend?",
      },
      asksComment: true,
      via: "popup",
    },
    ces: {
      isOn: true,
      after: ["bot"],
      delayDays: 0,
      samplePercent: 30,
      everyDays: 7,
      question: { "zh-CN": "这次解决问题，您觉得容易吗？", en: "How easy was it to get your question solved?" },
      asksComment: true,
      via: "popup",
    },
  },
};

/** The settings carry one name; the storefront shows this one to readers of English. */
export const englishName = "Lingshang Outfitters (demo)";

/** Keys of entries, in the order of the chips; a customer sees those in their language. */
export const hotQuestions: readonly string[] = [
  "ship-when",
  "track-where",
  "return-how",
  "refund-when",
  "jacket-size",
  "coupon-get",
  "invoice-how",
  "tent-waterproof",
  "en-ship-when",
  "en-track",
  "en-return",
  "en-size",
];

export const agents: readonly Agent[] = [
  { key: "linxiao", name: "林晓", role: "supervisor", capacity: 6 },
  { key: "zhouhang", name: "周航", role: "agent", capacity: 8 },
  { key: "xuwan", name: "徐婉", role: "agent", capacity: 8 },
];

/**
 * {客户} {客服} {店铺} are filled in when sent; the other braces ({订单号} {快递单号} {商品} {金额}) are blanks for the
 * agent. Shortcuts are the initials of what the phrase is for, typed after "/".
 */
export const quickPhrases: readonly QuickPhrase[] = [
  { group: "开场", shortcut: "wh", text: "{客户}您好，我是{店铺}的客服{客服}，很高兴为您服务，请问有什么可以帮您？" },
  { group: "开场", shortcut: "kgjl", text: "{客户}您好，前面的对话我看过了，您不用再说一遍，我这就帮您处理。" },
  { group: "开场", shortcut: "jdzq", text: "{客户}您好，刚才咨询的人比较多，让您久等了，实在抱歉。" },
  {
    group: "开场",
    shortcut: "hello",
    text: "Hello {客户}, this is {客服}. I have read the chat above, how can I help?",
  },
  { group: "核实", shortcut: "ddh", text: "麻烦您发一下订单号（LS 开头的 12 位），我马上帮您查。" },
  { group: "核实", shortcut: "zp", text: "麻烦您拍两张照片：一张整体，一张问题的地方，我好帮您判断。" },
  { group: "核实", shortcut: "hd", text: "为了您的信息安全，请告诉我收件人姓名和手机号后四位，核对一下。" },
  { group: "核实", shortcut: "cm", text: "方便说一下身高、体重和平时穿的尺码吗？我帮您参考。" },
  { group: "等待", shortcut: "sd", text: "好的，我查一下，请稍等一两分钟。" },
  { group: "等待", shortcut: "ck", text: "我正在跟仓库核实，大概 5 分钟给您答复，您先忙，我这边不会断开。" },
  { group: "等待", shortcut: "nx", text: "让您久等了，谢谢您的耐心，结果出来了。" },
  {
    group: "物流",
    shortcut: "cj",
    text: "订单 {订单号} 已经向快递加急催件，48 小时内没有更新的话，我给您补发或退款。",
  },
  { group: "物流", shortcut: "dh", text: "您的包裹单号是 {快递单号}，在“我的订单 → 查看物流”里能看到每一站。" },
  { group: "物流", shortcut: "gz", text: "订单 {订单号} 的地址已经改好了，请您在订单详情里核对一下。" },
  { group: "物流", shortcut: "gp", text: "包裹已经在路上，改派申请我提交给快递了，请保持电话畅通。" },
  { group: "物流", shortcut: "bf", text: "给您补发的 {商品} 今天寄出，不用您出运费，少的那份我们来承担。" },
  {
    group: "退换",
    shortcut: "th",
    text: "请在“我的订单 → 申请售后”里提交退货，我这边马上审核，可以约快递上门取件。",
  },
  {
    group: "退换",
    shortcut: "shtg",
    text: "售后已经通过了，退货地址在售后单里，包裹里放张写着 {订单号} 的纸条就好。",
  },
  { group: "退换", shortcut: "zl", text: "收到有问题的商品真的很抱歉，来回运费我们全出，您看是换新还是退款？" },
  {
    group: "退换",
    shortcut: "tk",
    text: "退款 {金额} 元已经原路退回，零钱和余额 24 小时内，银行卡 1–3 个工作日到账。",
  },
  { group: "退换", shortcut: "hm", text: "已帮您登记换码，收到退回的 {商品} 后当天发出新的。" },
  { group: "优惠", shortcut: "jb", text: "15 天内降价可以退差，在“我的订单 → 价格保护”点一下，钱会原路退回。" },
  { group: "优惠", shortcut: "lq", text: "新客券满 199 减 20 在领券中心，领了再下单会自动抵扣。" },
  {
    group: "优惠",
    shortcut: "gj",
    text: "价格是系统统一的，我这边没有改价的权限，请您理解，会员日每月 18 号会更划算。",
  },
  { group: "发票", shortcut: "kp", text: "确认收货后在订单里点“申请发票”，3 个工作日内发到您的邮箱。" },
  { group: "发票", shortcut: "zpzl", text: "专票请提供单位名称、税号、地址电话、开户行及账号，审核一个工作日。" },
  { group: "安抚", shortcut: "lj", text: "换成是我也会着急的，您放心，这件事我跟到底，有结果第一时间告诉您。" },
  {
    group: "安抚",
    shortcut: "zg",
    text: "您反映的问题我已经报给主管，24 小时内会给您回电，请保持 {客户} 登记的电话畅通。",
  },
  { group: "安抚", shortcut: "bc", text: "耽误您时间了，我给您申请了一张 10 元无门槛券，已经放到账户里。" },
  { group: "安全", shortcut: "fp", text: "提醒您：我们不会让您加好友、点链接、报验证码或转账，遇到请直接挂断。" },
  { group: "结束", shortcut: "hy", text: "请问还有别的可以帮您吗？" },
  { group: "结束", shortcut: "db", text: "好的{客户}，祝您路上风景好，有需要随时来找我们。" },
  { group: "结束", shortcut: "pj", text: "如果对我的服务满意，麻烦您点个评价，谢谢啦！" },
  {
    group: "结束",
    shortcut: "wh2",
    text: "您先忙，我暂时结束这次对话，需要时再发消息就能找到我们，记录都在的。",
  },
];
