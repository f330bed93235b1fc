import type { DefaultGroup } from "../types.ts";
import { intent } from "./intent.ts";

export const promo: DefaultGroup = {
  key: "promo",
  name: { "zh-CN": "价格优惠", en: "Prices and offers" },
  intents: [
    intent("promo.price", "价格咨询", "Price", {
      zh: `这个多少钱 | 能便宜点吗 | 最低多少钱 | 买两个打折吗 | 为什么比昨天贵了 | 价格还能少吗 | 怎么比别家贵 | 老顾客给个优惠价呗 |
        直播间价格是多少 | 给个实惠价 | 抹个零吧 | 多买能不能优惠 | 怎么涨价了 | 一套下来多少 | 到手价是多少 | 同样的东西别的店便宜二十 |
        单买和套装哪个便宜 | 再便宜十块我就拍 | 学生有折扣吗 | 会员价是多少 | 标价和结算价不一样 | 能不能送我点优惠 | 太贵了 |
        多少米啊 | 最低价多少 | 有优惠吗 | 能不能再优惠点 | 怎么跟详情页价格不一样 | 这个价能再降吗 | 打几折 | 学生证能打折吗 | 网上和店里价格哪个低 | 原价是多少`,
      en: `how much is it | can you give me a discount | what's the lowest price | it's cheaper elsewhere | why did the price go up | any deal if I buy two |
        price of the whole set | is that the final price | student discount | why is the price at checkout different | too expensive can you do better`,
    }),
    intent("promo.coupon", "优惠券", "Coupons", {
      zh: `优惠券怎么领 | 券用不了怎么回事 | 优惠券在哪里看 | 有没有满减券 | 新人券怎么没有 | 优惠码输入无效 | 券过期了能补吗 | 两张券能叠加吗 |
        为什么提示不满足使用条件 | 给我发张券吧 | 忘记用优惠券了 | 红包怎么用 | 取消订单后券会退回来吗 | 满200减30的券呢 | 优惠券不能抵扣 |
        抵用券什么时候到期 | 刚领的券找不到了 | 无门槛券有吗 | 折扣码怎么填 | 下单的时候没有自动用券 |
        有券吗 | 领了券不能用 | 新用户有优惠券吗 | 首单立减怎么没有 | 券没了 | 券和会员折扣能一起用吗 | 优惠券点不开 | 券退回来了吗`,
      en: `how do I get a coupon | my coupon code does not work | promo code invalid | can I use two vouchers together | the voucher expired |
        where do I enter the discount code | I forgot to apply my coupon | is there a first order code | do I get the coupon back if I cancel |
        coupon not applied at checkout | any promo codes`,
    }),
    intent("promo.campaign", "活动赠品", "Campaigns and gifts", {
      zh: `双十一有活动吗 | 赠品没收到 | 现在有什么活动 | 满多少送礼品 | 活动到什么时候结束 | 秒杀几点开始 | 买一送一吗 | 赠品是什么 |
        好评有返现吗 | 晒图送什么 | 618会更便宜吗 | 下次大促什么时候 | 预售定金怎么付 | 拼团怎么参加 | 前一百名送的礼物有我的吗 | 抽奖结果怎么看 |
        直播间说的福利在哪领 | 第二件半价怎么拍 | 活动规则是什么 | 满赠的礼物需要自己拍吗 | 周年庆什么时候 | 送的小样没有给我 |
        最近有活动吗 | 什么时候打折 | 有什么福利 | 下单送东西吗 | 写评价有奖励吗 | 大促会降价吗 | 赠品在哪里选 | 活动结束了吗 | 没有给我赠品`,
      en: `do you have a Black Friday sale | where is my free gift | what promotions are on now | when does the sale end | buy one get one free? |
        does the order come with a gift | when is the next sale | how do I join the giveaway | flash sale start time | do I get cash back for a review |
        the gift was missing from the offer`,
    }),
    intent("promo.protection", "价保退差", "Price protection", {
      zh: `刚买就降价了能退差价吗 | 价保怎么申请 | 支持保价吗 | 前天买的今天便宜了三十 | 退我差价 | 买贵了补差 | 保价多少天 | 降价了不给补差价吗 |
        昨天下单今天活动价更低 | 价格保护在哪点 | 申请价保被拒绝了 | 双十一会补差价吗 | 刚付完款就打折了 | 买完就降价太坑了 差价怎么算 |
        能不能按现在的价格给我退一部分 | 差价什么时候退`,
      en: `the price dropped after I bought it | can I get the price difference back | do you have price protection | I paid more yesterday refund the difference |
        price match my earlier order | it went on sale the day after | how long is the price guarantee | price adjustment request |
        it's cheaper now can you adjust | how do I claim price protection | refund the gap since it is on sale now | price guarantee was rejected`,
    }),
  ],
};
