import type { DefaultGroup } from "../types.ts";
import { intent } from "./intent.ts";

export const aftersales: DefaultGroup = {
  key: "aftersales",
  name: { "zh-CN": "售后服务", en: "After sales" },
  intents: [
    intent("aftersales.return", "退货", "Returns", {
      zh: `我要退货 | 怎么退货 | 七天无理由退吗 | 不喜欢可以退吗 | 退货地址发我 | 拆封了还能退吗 | 收到不合适想退 | 退货流程是什么 | 超过七天还能退吗 |
        吊牌剪了能退不 | 穿过一次可以退货吗 | 申请退货 | 退回去寄哪里 | 退货要带包装吗 | 用了两天能退吗 | 试了不舒服退了吧 | 退货申请被拒绝 |
        上门取件退货怎么约 | 定制的能退吗 | 退货寄回的单号填哪里 | 买多了退一个 |
        不想要了怎么退 | 退货寄到哪 | 寄回什么地址 | 支持退货吗 | 包装没了能退吗 | 吊牌没了还能不能退 | 上门取退货 | 来拿退货的快递员没来 | 取消退货申请 | 不给退货吗 | 赠品要一起退吗 | 退一件怎么操作`,
      en: `I want to return this | how do I return an item | what's your return policy | can I return it if opened | return address please |
        it doesn't fit I want to send it back | how many days to return | start a return | can I return a sale item | the tag is off can I still return |
        return request rejected | print a return label | I changed my mind and want to send it back |
        can the courier collect my return | cancel my return request | do I have to return the free gift too`,
    }),
    intent("aftersales.exchange", "换货", "Exchanges", {
      zh: `能换货吗 | 小了想换大一码 | 换个颜色可以吗 | 怎么换货 | 换货要多久 | 收到大了换小的 | 换货寄回哪里 | 可以直接换吗 | 鞋子紧了换一双大的 |
        换货申请在哪 | 换别的款补差价 | 换的新的什么时候发 | 只换不退行吗 | 换货流程 | 想换成M | 换货几次可以 | 换回来的还是不合适 | 给我换个新的 |
        换尺码 | 换大一号怎么操作 | 换颜色要补钱吗 | 换的货发了没 | 换货寄出多久收到新的 | 想换别的`,
      en: `can I exchange it | I need a bigger size | swap it for another colour | how do exchanges work | it's too small can I get a larger one |
        how long does an exchange take | exchange for a different model | where do I send the item for exchange | exchange request |
        send me a replacement size | I'd like to trade it for the medium | when will the exchanged item ship`,
    }),
    intent("aftersales.refund", "退款进度", "Refunds", {
      zh: `退款什么时候到账 | 钱退到哪里了 | 退货都签收了怎么还不退款 | 退款多久 | 申请退款没人处理 | 退款金额不对 | 怎么少退了我十块 | 退款退到微信还是银行卡 |
        快退钱 | 我的退款呢 | 退款失败了 | 显示退款成功没收到钱 | 仅退款可以吗 | 怎么申请退款 | 商家同意退款了钱还没到 | 运费也退吗退款里没有 |
        退款关闭了怎么重新申请 | 只退款不退货行吗 | 卡注销了退款怎么办 | 什么时候退钱 |
        退的钱呢 | 多久退款 | 退款退到哪里 | 怎么退的比付的少 | 只退钱不退货可以吗 | 退款被拒绝了 | 退款申请没通过 | 给我退钱 | 能退到另一张卡上吗 | 优惠的部分退多少`,
      en: `when will I get my refund | where is my refund | I returned it but no money back yet | how long do refunds take | refund amount is wrong |
        you refunded less than I paid | refund to a different card | apply for a refund | the refund failed | refund says completed but nothing in my account |
        I want my money back | partial refund | has my refund been processed`,
    }),
    intent("aftersales.return_fee", "退换运费", "Return postage", {
      zh: `退货运费谁出 | 运费险怎么赔 | 有运费险吗 | 质量问题退货还要我出邮费吗 | 退回的快递费能报销吗 | 换货运费算谁的 | 寄回去的邮费十五给我报吗 |
        运费险没到账 | 退货包运费吗 | 上门取件收费吗 | 来回运费我都要出吗 | 我垫付的快递费怎么退 | 运费险只赔了八块 | 退换的运费怎么算 |
        为什么要我承担邮费 | 你们发错了运费应该你们付`,
      en: `who pays for return shipping | is return postage free | do I get the return shipping refunded | you sent the wrong item so you pay the postage |
        return shipping insurance | is the pick-up free | reimburse my return courier fee | exchange shipping cost | do I have to pay to send it back |
        prepaid return label | how is the return fee calculated | I paid 12 to send it back who covers it`,
    }),
    intent("aftersales.quality", "质量问题", "Quality problems", {
      zh: `用了两天就坏了 | 质量太差了 | 穿一次就开线了 | 掉色严重 | 充不进电 | 有划痕 | 拉链坏了 | 起球了 | 和描述不符 | 有色差 | 开胶了 | 打不开机 |
        漏水 | 有股刺鼻的味道 | 收到有污渍 | 线头特别多 | 洗一次就缩水 | 断了 | 屏幕有坏点 | 衣服破了个洞 | 噪音特别大 | 不制冷 | 吃了拉肚子 |
        过敏了脸上起红疹 | 轮子不转了 | 没用多久就裂了 |
        坏了怎么办 | 刚买就坏了 | 灯不亮了 | 拉链卡住拉不动 | 鞋底掉了 | 胶开了 | 有破洞 | 掉毛严重 | 缝线开了 | 充不上电了 | 不能用了 | 按键失灵 | 收到有瑕疵`,
      en: `it broke after two days | poor quality | the zipper is broken | it won't turn on | the colour is different from the picture | it leaks |
        there's a scratch on it | the sole came off | it stopped working | smells terrible | the seam came apart | not as described | it won't charge |
        it shrank after one wash | there is a hole in it | defective item`,
    }),
    intent("aftersales.warranty", "保修维修", "Warranty and repair", {
      zh: `保修多久 | 坏了能修吗 | 过保了维修多少钱 | 保修期内怎么送修 | 质保几年 | 人为损坏保修吗 | 配件哪里买 | 寄去维修要多久 | 保修卡丢了怎么办 |
        可以换个电池吗 | 有维修点吗 | 免费维修吗 | 修好了吗 | 维修进度查一下 | 只换不修吗 | 延保怎么买 | 怎么报修 | 需要发票才能保修吗 | 能单独买个盖子吗 |
        保修几年 | 怎么修 | 拿去哪里修 | 修一次收多少钱 | 帮我修一下可以吗 | 包修吗 | 没有小票能保修吗 | 自己能换零件吗 | 补个配件多少钱 | 拉链头可以寄一个给我吗 | 什么情况不在保修范围 | 坏了包换吗`,
      en: `how long is the warranty | can you repair it | out of warranty repair cost | how do I claim warranty | where is the service centre |
        do you sell spare parts | the warranty card is lost | is accidental damage covered | how long does a repair take | repair status |
        extended warranty | can I replace the battery | I need a replacement part`,
    }),
    intent("aftersales.usage", "使用指导", "Use and care", {
      zh: `怎么用 | 怎么安装 | 说明书有电子版吗 | 怎么清洗 | 能机洗吗 怎么保养 | 连不上手机怎么办 | 怎么调节 | 第一次用要注意什么 | 怎么充电 | 有安装视频吗 |
        红灯一直闪什么意思 | 怎么开机 | 怎么收起来 | 一天用几次 | 怎么恢复出厂设置 | 蓝牙怎么配对 | 装不上去 | 步骤能教我一下吗 | 洗的时候水温多少 |
        怎么拆下来 | 可以用洗衣液洗吗 | 怎么搭 |
        怎么洗 | 能用洗衣机洗吗 | 可以烘干吗 | 发霉了怎么清理 | 有水垢怎么洗 | 怎么搭起来 | 一个人能装好吗 | 怎么充气 | 怎么放气收纳 | 密码怎么设置 | 忘记密码锁的密码了 | 怎么调长度 |
        太硬了怎么变软 | 新鞋磨脚怎么办 | 里面有水珠怎么办 | 平时怎么存放 | 需要定期保养吗 | 怎么折回去 | 防水涂层怎么恢复 | 怎么换电池`,
      en: `how do I use it | how do I install it | is there a manual | how should I wash it | how do I connect it to my phone | how do I charge it |
        the light keeps blinking what does it mean | how to reset it | do you have a setup video | how do I clean it | how do I put it together |
        care instructions | how do I turn it on | it won't pair with bluetooth |
        can I put it in the dryer | how do I fold it | how do I set the code | how should I store it | how to inflate it | how do I set it up`,
    }),
  ],
};
