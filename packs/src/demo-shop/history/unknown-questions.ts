/**
 * Questions beyond the shop's knowledge, each with what an agent answers when it comes to that.
 * The bot's figures suffer from them, and they are what knowledge mining and effect optimisation have to find.
 */
export type UnknownQuestion = { about: string; intent: string; question: string; answer: string };

const ask = (about: string, intent: string, question: string, answer: string): UnknownQuestion => ({
  about,
  intent,
  question,
  answer,
});

export const unknownQuestions: Readonly<Record<"zh-CN" | "en", readonly UnknownQuestion[]>> = {
  "zh-CN": [
    ask(
      "帐篷睡眠/帐篷",
      "presale.product",
      "(帐篷|睡袋)能租吗",
      "目前不出租，只想体验的话，门店每月第一个周六有免费试用日，可以先来试",
    ),
    ask(
      "露营装备/保温壶",
      "presale.product",
      "(可以|能)刻我名字的缩写吗",
      "保温壶可以免费刻字，8 个字以内，下单时备注要刻的内容就行",
    ),
    ask(
      "帐篷睡眠/睡袋",
      "presale.stock",
      "你们有(天幕|吊床|睡袋内胆)卖吗",
      "现在还没有，天幕和内胆在打样，预计明年春天上架",
    ),
    ask(
      "帐篷睡眠/睡袋",
      "presale.product",
      "(川西|武功山){月}月去冷不冷",
      "夜里一般在零上几度到零下，建议带晚星睡袋和抓绒，出发前看看当地预报",
    ),
    ask(
      "帐篷睡眠/帐篷",
      "aftersales.usage",
      "帐篷里能用(暖风机|电热毯)吗",
      "不建议的，密闭空间容易缺氧、也怕起火，可以用热水袋放在睡袋脚下",
    ),
    ask(
      "帐篷睡眠/防潮垫",
      "presale.product",
      "我家狗子也能睡(帐篷里|垫子上)吗",
      "可以，注意剪短指甲、铺一层旧毯子，抓破不在保修里哦",
    ),
    ask(
      "露营装备/选购",
      "presale.choice",
      "这个和别家那款比(哪个好|咋样)",
      "别家的我们不好评价，您把看重的几点告诉我，我照实说我们的长处和短处",
    ),
    ask(
      "背包箱包/背包",
      "promo.campaign",
      "(背包|箱子)可以以旧换新不",
      "有的，旧背包旧箱子不限品牌，寄回抵 50 元，每年春秋各办一次，最近一次在下月初",
    ),
    ask(
      "露营装备/选购",
      "presale.choice",
      "能帮我(看看|规划下)路线吗",
      "路线我们不太专业，不过可以发您一份新手徒步清单，照着准备不会漏",
    ),
    ask(
      "订单/查询",
      "order.status",
      "订单页面怎么是(空白的|英文)",
      "应该是缓存的问题，您清一下浏览器缓存或换个网络，不行我再查",
    ),
    ask(
      "保修维修/保修",
      "presale.product",
      "吊牌上那个编号什么意思",
      "前四位是款号，中间是颜色，最后两位是批次，报修时提供它会快一些",
    ),
    ask(
      "会员账号/账号",
      "account.login",
      "(小程序|网页)老闪退",
      "抱歉，今天上午有个版本有问题，已经回退了，您退出重进就好",
    ),
    ask(
      "门店服务/门店",
      "other.store",
      "有没有(徒步|露营)的活动可以报名",
      "杭州店每月有一次周末徒步，成都店有露营课，报名在门店公众页，名额 20 个",
    ),
    ask(
      "服装鞋靴/冲锋衣",
      "presale.product",
      "(冲锋衣|抓绒)含不含动物成分",
      "都是化纤的，不含羊毛、皮革；羽绒睡袋用的是白鸭绒，符合负责任羽绒标准",
    ),
    ask("订单/修改", "promo.campaign", "能不能送一个登山扣", "我给您备注上了，下一单随包裹送您一个"),
    ask(
      "帐篷睡眠/帐篷",
      "aftersales.usage",
      "帐篷搭在(湖边|林子里)安全不",
      "离水边至少 60 米、避开枯树和低洼，下雨天千万别搭在河滩",
    ),
    ask(
      "露营装备/登山杖",
      "presale.product",
      "(登山杖|灯)可以带去(日本|泰国)吗",
      "登山杖要托运；灯的电池是 19 Wh，可以随身带，不能托运",
    ),
    ask(
      "服装鞋靴/冲锋衣",
      "presale.stock",
      "旧款会(下架|停产)吗",
      "经典款不会停，颜色会换；标“最后一批”的卖完就没有了",
    ),
    ask(
      "露营装备/登山杖",
      "presale.choice",
      "我爸{年纪}了适合用哪根登山杖",
      "推荐折竹，软木握把不滑手，调到手肘 90 度，两根一起用更护膝盖",
    ),
    ask(
      "服装鞋靴/速干",
      "presale.stock",
      "那个模特身上的帽子有(链接|卖)吗",
      "帽子是拍摄道具，暂时不卖，很多人问，我们已经在考虑做了",
    ),
    ask("价格优惠/活动", "presale.stock", "{月}月还会上新吗", "每年三月和九月上新，平时会补颜色，收藏店铺会收到提醒"),
    ask(
      "门店服务/投诉",
      "complaint.suggestion",
      "包装盒能回收吗 太浪费了",
      "可以，门店收干净的纸箱，送 5 积分；下单备注“简易包装”我们就少用一个盒子",
    ),
    ask(
      "帐篷睡眠/防潮垫",
      "presale.product",
      "孕妇能睡充气垫吗",
      "垫子本身支撑够，但起身要慢，旁边留人扶一把，建议再问问医生",
    ),
    ask(
      "价格优惠/活动",
      "promo.campaign",
      "直播间说送的那个(杯套|贴纸)在哪领",
      "直播间的赠品会和订单一起发，没收到的话给我订单号，我补给您",
    ),
    ask("会员账号/积分", "account.points", "积分能不能转给(朋友|我老婆)", "积分不能转让，不过可以用您的账户替家人下单"),
    ask(
      "会员账号/账号",
      "account.login",
      "同一个账号能绑两个手机吗",
      "一个账号只能绑一个手机号，可以在两台手机上同时登录",
    ),
    ask(
      "门店服务/门店",
      "other.store",
      "在(机场|高铁站)能自提吗",
      "暂时只有两家门店能自提，赶时间的话可以寄到酒店前台",
    ),
    ask(
      "帐篷睡眠/帐篷",
      "presale.product",
      "帐篷能不能加个雪裙",
      "这款没有雪裙的接口，自己缝会破坏压胶，雪地请考虑四季帐",
    ),
    ask(
      "帐篷睡眠/睡袋",
      "presale.product",
      "(睡袋|垫子)有甲醛吗",
      "符合直接接触皮肤的 B 类标准，检测报告在商品页最下面，可以放大看",
    ),
    ask("露营装备/选购", "presale.product", "可以看看实物视频吗", "可以的，我发您一段在营地拍的，没有滤镜"),
    ask(
      "物流配送/异常",
      "shipping.damage",
      "下雨天快递会不会淋湿",
      "我们里面都套了防水袋，外箱湿了里面也没事，真湿了您拍照我们换",
    ),
    ask(
      "物流配送/签收",
      "shipping.receipt",
      "我们小区不让快递进怎么办",
      "我让派件员提前半小时联系您，放门岗也可以，您看哪个方便",
    ),
    ask(
      "物流配送/时效",
      "shipping.delivery",
      "能(空投|无人机)送到营地吗",
      "哈哈还不行，最近的办法是寄到营地附近的驿站，我可以帮您备注营地名称",
    ),
    ask(
      "物流配送/查件",
      "shipping.receipt",
      "快递员电话能给我一个吗",
      "派件中的时候物流页会显示电话，现在还没到网点，到了我发您",
    ),
    ask(
      "物流配送/发货",
      "shipping.address",
      "两件寄到两个不同的地址行吗",
      "一单只能一个地址，您拆成两单拍，运费满 99 都免",
    ),
    ask("物流配送/运费", "shipping.fee", "用顺路车自己去仓库拉货免运费吗", "仓库不对外提货，想省运费可以选门店自提"),
    ask("退换退款/退货", "aftersales.return", "人在国外了怎么退", "可以请国内的亲友代寄，退款照样原路退给您"),
    ask("退换退款/退款", "aftersales.refund", "退款能(折成|换成)优惠券吗", "不能折算的，退款一律退现金，对您更划算"),
    ask(
      "退换退款/换货",
      "aftersales.exchange",
      "换货能直接(约|去)机场换吗",
      "机场换不了，杭州和成都两家店可以带订单号去换",
    ),
    ask(
      "价格优惠/优惠券",
      "promo.coupon",
      "朋友分享的券我怎么点不开",
      "那张券限新客领取，您是老会员，用会员日的更划算",
    ),
    ask("发票/开票", "order.invoice", "发票能拆成两张开吗", "可以拆，一张订单最多拆两张，把每张的金额发我"),
    ask(
      "支付/方式",
      "order.payment",
      "能用(数字人民币|购物卡)付吗",
      "暂时不支持，技术同事在接数字人民币，大约下个季度",
    ),
  ],
  en: [
    ask(
      "English/Products",
      "presale.product",
      "do you rent tents",
      "We don't rent, but both stores have a free try-out day on the first Saturday of the month.",
    ),
    ask(
      "English/Products",
      "presale.product",
      "can I bring the lamp on a flight to Japan",
      "Yes, in your cabin bag: its battery is 19 Wh. It can't go in checked luggage.",
    ),
    ask(
      "English/Products",
      "presale.product",
      "is the fleece made of recycled plastic",
      "About 60% of the yarn is recycled polyester; the rest is new.",
    ),
    ask(
      "English/Products",
      "other.store",
      "any hiking group I can join",
      "The Hangzhou store has a weekend hike once a month. I can put your name down.",
    ),
  ],
};
